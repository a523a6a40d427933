import type { DocumentBlock, DocumentCell, DocumentTable } from '@/lib/final-report/document/model'

/** Blocks of data have anchors of their own, the same in every version: by them a version is compared with another. */
const anchor = (name: string): string => `plan-${name}`

/** Paragraphs of what is told; what is not told leaves none. */
export function paragraphs(name: string, texts: readonly (string | null | undefined)[]): DocumentBlock[] {
  return texts.flatMap((text, index): DocumentBlock[] =>
    text ? [{ kind: 'paragraph', id: anchor(`${name}-${index}`), inlines: [{ kind: 'text', text }] }] : [],
  )
}

/** A list of texts; no list without any. */
export function listOf(name: string, texts: readonly string[]): DocumentBlock[] {
  if (texts.length === 0) return []
  const items = texts.map((text) => [{ kind: 'text' as const, text }])
  return [{ kind: 'list', id: anchor(name), ordered: false, items }]
}

type Table = {
  columns: readonly { header: string; width: number; numeric?: boolean }[]
  rows: readonly (readonly DocumentCell[])[]
  total?: readonly DocumentCell[] | null
  notes?: readonly string[]
}

/** A table of data under its caption; no table without rows. */
export function tableOf(name: string, caption: string, { columns, rows, total, notes }: Table): DocumentTable[] {
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      id: anchor(name),
      label: '',
      caption,
      source: '',
      notes: notes ?? [],
      columns: columns.map(({ header, width, numeric = false }) => ({ header, width, numeric })),
      rows,
      total: total ?? null,
    },
  ]
}

/** Cells of plain texts. */
export const lines = (texts: readonly string[]): DocumentCell[] => texts.map((text) => ({ text }))

/** A text, or the word for one that is missing. */
export const toldOr = (text: string | null, missing: string): DocumentCell =>
  text === null || text === '' ? { text: missing, unknown: true } : { text }
