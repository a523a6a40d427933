import type { ReviewTable, Run } from '@/lib/steering/review/model'

type Column = {
  title: string
  /** Width beside the others; they are made to be 1 together */
  weight: number
  numeric?: boolean
}

type Content = {
  caption: string
  columns: readonly Column[]
  rows: readonly (readonly (readonly Run[])[])[]
  total?: readonly (readonly Run[])[] | null
  note?: string | null
}

/** A table of the review; the widths are rounded so that they are exactly 1 together. */
export function table({ caption, columns, rows, total = null, note = null }: Content): ReviewTable {
  const all = columns.reduce((sum, column) => sum + column.weight, 0)
  const widths = columns.slice(1).map((column) => Math.round((column.weight / all) * 1000) / 1000)
  const first = Math.round((1 - widths.reduce((sum, width) => sum + width, 0)) * 1000) / 1000
  const copy = (cells: readonly (readonly Run[])[]) => cells.map((cell) => [...cell])
  return {
    kind: 'table',
    caption,
    columns: columns.map(({ title, numeric }, index) => ({
      title,
      align: numeric ? 'right' : 'left',
      width: index === 0 ? first : (widths[index - 1] ?? 0),
    })),
    rows: rows.map(copy),
    total: total && copy(total),
    note,
  }
}
