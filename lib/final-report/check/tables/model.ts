import type { CheckedBlock, CheckedReport } from '@/lib/final-report/check/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { perSection } from '@/lib/final-report/check/sections/model'
import type { Locale } from '@/lib/platform/locales'
import { readUnknown } from '@/lib/values/parse-shapes'

type Table = Extract<CheckedBlock, { type: 'table' }>

/** A cell as a reader takes it: a number, nothing known, or words. */
export type ReadCell =
  | { kind: 'number'; text: string; read: ReadNumber }
  | { kind: 'unknown' }
  | { kind: 'words'; text: string }

/** A table read: labels in the first column, cells in the others. The total row, if it is told apart, comes last. */
export type ReadTable = {
  block: Table
  columns: readonly string[]
  rows: readonly { label: string; cells: readonly ReadCell[]; isTotal: boolean }[]
}

export const tablesIn = perSection((section, report: CheckedReport): readonly ReadTable[] =>
  section.blocks.flatMap((block) => (block.type === 'table' ? [readTable(block, report.language)] : [])),
)

function readTable(block: Table, language: Locale): ReadTable {
  const row = (cells: readonly (string | null)[], isTotal: boolean) => ({
    label: cells[0] ?? '',
    cells: cells.slice(1).map((cell) => readCell(cell, language)),
    isTotal,
  })
  return {
    block,
    columns: block.columns.slice(1),
    rows: [...block.rows.map((cells) => row(cells, false)), ...(block.total ? [row(block.total, true)] : [])],
  }
}

function readCell(text: string | null, language: Locale): ReadCell {
  const plain = text?.trim() ?? ''
  if (plain === '' || readUnknown(plain) !== null) return { kind: 'unknown' }
  const [read, more] = readNumbers(plain, language)
  const whole = read && !more && read.from === 0 && read.to >= plain.length
  return whole ? { kind: 'number', text: plain, read } : { kind: 'words', text: plain }
}

/** What the table's words say of its size: `(n = 44)`; null when they say nothing. */
export function sizeIn(text: string, language: Locale): ReadNumber | null {
  if (!/(?<!\p{L})n\s?=/iu.test(text)) return null
  return readNumbers(text, language).find(({ isSize, numberTo }) => isSize && numberTo === null) ?? null
}
