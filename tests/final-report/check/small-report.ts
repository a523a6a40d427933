import { lineOfText } from '@/lib/final-report/check/file/text/model'
import type { CheckedBlock, CheckedMeasure, CheckedReport, Rule } from '@/lib/final-report/check/model'
import type { Locale } from '@/lib/platform/locales'
import { makeValue } from '@/lib/values/make-value'
import { parseTypedValue } from '@/lib/values/parse-value'
import type { TypedValue } from '@/lib/values/typed-value'
import { told } from './written-report'

type Told = { value: string | TypedValue; time?: string; n?: string }
type Target = Told & { words?: string; superseded?: boolean; role?: 'interim' | 'final' | 'alternative' }
type Table = {
  caption?: string
  columns?: string[]
  rows: (string | null)[][]
  total?: (string | null)[]
  bound?: boolean
}
export type Block = string | string[] | Table

function typedOf(value: string | TypedValue, unit: string | null): TypedValue {
  if (typeof value !== 'string') return value
  const parsed = parseTypedValue(value, { unit })
  if (!parsed.ok) throw new Error(`${value}: ${parsed.reason}`)
  return parsed.value
}

/** A measure whose values are written as people write them; `M@0` is the first of them. */
export function measure(
  id: string,
  name: string,
  unit: string | null,
  values: Told[],
  targets: Target[] = [],
): CheckedMeasure {
  return {
    id,
    name,
    unit,
    measurements: values.map(({ value, time, n }, index) => ({
      id: `${id}@${index}`,
      value: typedOf(value, unit),
      time: time ?? null,
      n: n ?? null,
    })),
    targets: targets.map(({ value, time, words, superseded, role }, index) => ({
      id: `${id}!${index}`,
      value: { ...typedOf(value, unit), note: words ?? null },
      time: time ?? null,
      role: role ?? 'final',
      superseded: superseded ?? false,
    })),
  }
}

/** A value of parts, with a label for each. */
export function parts(kind: 'breakdown' | 'distribution', unit: string, cells: Record<string, string>): TypedValue {
  const made = Object.entries(cells).map(([label, number]) => ({
    label,
    dimensions: {},
    asWritten: null,
    number,
    unit,
    qualifier: 'exact' as const,
    unknown: null,
  }))
  return makeValue(kind, { unit, cells: made })
}

const nowhere = () => ({ to: 'figure' as const, targetId: null })

function blockOf(block: Block, index: number): CheckedBlock {
  const id = `block${index + 1}`
  if (typeof block === 'string') return { type: 'text', id, form: 'paragraph', lines: [lineOfText(block, nowhere)] }
  if (Array.isArray(block))
    return { type: 'text', id, form: 'list', lines: block.map((item) => lineOfText(item, nowhere)) }
  const { caption = 'Taulukko', columns = [], rows, total = null, bound = false } = block
  return { type: 'table', id, label: 'Taulukko 1', caption, bound, columns, rows, total }
}

/** A report of one section: a text is a paragraph, texts are a list, and `{{ind:M@0}}` says what the number before it means. */
export function smallReport(
  blocks: readonly Block[],
  measures: readonly CheckedMeasure[] = [],
  language: Locale = 'fi',
): CheckedReport {
  const section = {
    id: 's1',
    parentId: null,
    kind: 'chapter' as const,
    number: '1',
    title: 'Tulokset',
    showsSectionId: null,
    modelId: null,
  }
  return { language, sections: [{ ...section, blocks: blocks.map(blockOf) }], attachments: [], measures, models: [] }
}

/** What a rule finds, as "variant: one value | the other". */
export function found(rule: Rule, report: CheckedReport): string[] {
  return told(rule, report).map((line) => line.replace(/^\S+ /, '').replace(/\u00a0/g, ' '))
}
