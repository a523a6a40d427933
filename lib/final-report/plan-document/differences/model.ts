import {
  captionText,
  type DocumentBlock,
  type DocumentCell,
  type DocumentInline,
  type DocumentSection,
  type DocumentTable,
  flatSections,
  headingText,
  inlineText,
  type ReportDocument,
} from '@/lib/final-report/document/model'
import type { Compared } from '@/lib/final-report/plan-document/model'
import type { Words } from '@/lib/platform/words'
import { isSameText, textDifference } from '@/lib/values/text-difference'

/** The words that say what a mark means: never colour or a style alone. */
type Marks = { added: (text: string) => string; removed: (text: string) => string }

/**
 * Two versions of a plan as one document: every section that differs, with what was added and removed marked in words, and in
 * tables every cell that is other, every row and column that is new or gone. Sections in which nothing has changed are left
 * out; their number is told. Drawn like any other document, on the screen and as files.
 */
export function markedDocument(
  before: ReportDocument,
  after: ReportDocument,
  { from, to }: Compared,
  t: Words,
): ReportDocument {
  const marks: Marks = {
    added: (text) => t('plan.changes.added', { text }),
    removed: (text) => t('plan.changes.removed', { text }),
  }
  const [earlier, later] = [flatSections(before.sections), flatSections(after.sections)]
  const pairs = paired(earlier, later)
  const sections = pairs.flatMap(([old, current]): DocumentSection[] => {
    const section = current ?? old
    if (!section) return []
    const blocks = [...titleChange(old, current, marks), ...blockChanges(old, current, marks)]
    const { id, number, title } = section
    return blocks.length === 0 ? [] : [{ id, level: 1, number, title, blocks, children: [] }]
  })
  const version = (number: number | null) =>
    number === null ? t('plan.changes.now') : t('plan.changes.version', { number })
  const compared = t('plan.changes.between', { from: version(from), to: version(to) })
  return {
    ...after,
    title: `${after.title}: ${compared}`,
    heading: t('plan.changes.title'),
    notice: sections.length === 0 ? t('plan.changes.none') : null,
    facts: [
      { term: t('plan.changes.compared'), text: compared },
      {
        term: t('plan.changes.sections'),
        text: t('plan.changes.count', { changed: sections.length, all: pairs.length }),
      },
      { term: t('plan.changes.marks'), text: `${marks.added('…')} ${marks.removed('…')}` },
    ],
    sections,
  }
}

/** The same place in both, by its anchor; one that is gone stands after the one that stood before it. */
function paired<T extends { id: string }>(before: readonly T[], after: readonly T[]): [T | null, T | null][] {
  const old = new Map(before.map((one) => [one.id, one]))
  const kept = new Set(after.map(({ id }) => id))
  const pairs: [T | null, T | null][] = after.map((one) => [old.get(one.id) ?? null, one])
  for (const [index, one] of before.entries()) {
    if (kept.has(one.id)) continue
    const previous = before[index - 1]?.id
    const at = pairs.findIndex(([was, is]) => (is ?? was)?.id === previous)
    pairs.splice(at + 1, 0, [one, null])
  }
  return pairs
}

function titleChange(old: DocumentSection | null, current: DocumentSection | null, marks: Marks): DocumentBlock[] {
  const [was, is] = [old ? headingText(old) : '', current ? headingText(current) : '']
  const id = (current ?? old)?.id ?? ''
  return isSameText(was, is) ? [] : [{ kind: 'paragraph', id: `${id}-title`, inlines: marked(was, is, marks) }]
}

/** Running text is compared as one, so that it does not matter which block a paragraph was kept in; tables by their anchors. */
function blockChanges(old: DocumentSection | null, current: DocumentSection | null, marks: Marks): DocumentBlock[] {
  const id = (current ?? old)?.id ?? ''
  const [was, is] = [textOf(old), textOf(current)]
  const text: DocumentBlock[] = isSameText(was, is)
    ? []
    : [{ kind: 'paragraph', id: `${id}-text`, inlines: marked(was, is, marks) }]
  const tables = paired(tablesOf(old), tablesOf(current)).flatMap(([one, other]) => tableChange(one, other, marks))
  return [...text, ...tables]
}

const tablesOf = (section: DocumentSection | null): DocumentTable[] =>
  (section?.blocks ?? []).filter((block) => block.kind === 'table')

/** Everything of a section that is no table, as it is read; a figure and a picture by what they show in words. */
function textOf(section: DocumentSection | null): string {
  return (section?.blocks ?? []).flatMap(linesOf).join('\n')
}

function linesOf(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [inlineText(block.inlines)]
    case 'quote':
      return [inlineText(block.inlines), ...(block.attribution ? [block.attribution] : [])]
    case 'list':
      return block.items.map((item) => `– ${inlineText(item)}`)
    case 'links':
      return block.items.map(({ text, address }) => `– ${text} (${address})`)
    case 'figure':
    case 'image':
      return [captionText(block), block.alt]
    case 'table':
      return []
    case 'heading':
    case 'problem':
    case 'unanswered':
      return [block.text]
  }
}

/** Word by word, where the texts can be compared so finely. */
function marked(before: string, after: string, marks: Marks): DocumentInline[] {
  const { parts } = textDifference(before, after)
  return parts.flatMap(({ is, text }, index): DocumentInline[] => {
    // The gap after the words belongs to the running text, or the mark would end with it.
    const [, words = '', gap = ''] = /^([\s\S]*?)(\s*)$/.exec(text) ?? []
    if (is === 'same' || words === '') return [{ kind: 'text', text }]
    const next = parts[index + 1]
    const after = gap === '' && next !== undefined && next.is !== 'same' ? ' ' : gap
    const told: DocumentInline =
      is === 'added'
        ? { kind: 'text', text: marks.added(words), mark: 'strong' }
        : { kind: 'text', text: marks.removed(words), mark: 'emphasis' }
    return after === '' ? [told] : [told, { kind: 'text', text: after }]
  })
}

/** A table with every cell that is other, or nothing when it is the same. Cells go by their column's heading. */
function tableChange(old: DocumentTable | null, current: DocumentTable | null, marks: Marks): DocumentBlock[] {
  const table = current ?? old
  if (!table) return []
  const headers = [...new Set([...headersOf(current), ...headersOf(old)])]
  const [before, after] = [rowsOf(old), rowsOf(current)]
  const rows = paired(before, after).flatMap(([was, is]): DocumentCell[][] => {
    const name = { text: is && was ? is.name : is ? marks.added(is.name) : marks.removed(was?.name ?? '') }
    const cells = headers.slice(1).map((header) => cellChange(was?.cells.get(header), is?.cells.get(header), marks))
    const same = was && is && cells.every(({ changed }) => !changed)
    return same ? [] : [[name, ...cells.map(({ text }) => ({ text }))]]
  })
  const caption = isSameText(old?.caption ?? '', current?.caption ?? '')
  const notes = noteChange(old, current, marks)
  if (rows.length === 0 && caption && notes.length === 0) return []
  const columns = headers.map((header, index) => ({
    header: headerMark(header, index, old, current, marks),
    numeric: table.columns.find((column) => column.header === header)?.numeric ?? false,
    width: table.columns.find((column) => column.header === header)?.width ?? 1,
  }))
  const told = current && old ? table.caption : current ? marks.added(table.caption) : marks.removed(table.caption)
  return [{ ...table, columns, rows, total: null, notes, label: '', source: '', caption: told }]
}

const headersOf = (table: DocumentTable | null): string[] => (table?.columns ?? []).map(({ header }) => header)

function headerMark(
  header: string,
  index: number,
  old: DocumentTable | null,
  current: DocumentTable | null,
  marks: Marks,
): string {
  if (!old || !current || index === 0) return header
  if (!headersOf(old).includes(header)) return marks.added(header)
  return headersOf(current).includes(header) ? header : marks.removed(header)
}

type NamedRow = { id: string; name: string; cells: ReadonlyMap<string, string> }

/** Rows go by their first cell; of equal names the second is told apart by its number. The total is a row, too. */
function rowsOf(table: DocumentTable | null): NamedRow[] {
  if (!table) return []
  const seen = new Map<string, number>()
  return [...table.rows, ...(table.total ? [table.total] : [])].map((row) => {
    const name = row[0]?.text ?? ''
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    const cells = new Map(table.columns.map(({ header }, index) => [header, row[index]?.text ?? '']))
    return { id: `${name} ${count}`, name, cells }
  })
}

function cellChange(was: string | undefined, is: string | undefined, marks: Marks): { text: string; changed: boolean } {
  const [before, after] = [was ?? '', is ?? '']
  if (isSameText(before, after)) return { text: after, changed: false }
  const told = [before === '' ? '' : marks.removed(before), after === '' ? '' : marks.added(after)]
  return { text: told.filter(Boolean).join(' '), changed: true }
}

/** Notes under a table carry its checks, such as the printed total: those that are new or gone are told. */
function noteChange(old: DocumentTable | null, current: DocumentTable | null, marks: Marks): string[] {
  const [before, after] = [old?.notes ?? [], current?.notes ?? []]
  return [
    ...before.filter((note) => !after.includes(note)).map(marks.removed),
    ...after.filter((note) => !before.includes(note)).map(marks.added),
  ]
}
