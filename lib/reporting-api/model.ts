import type { Words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'

/**
 * What a cell holds. id: text by which tables are joined; code: one of a few short words, with its label in a column beside;
 * number, amount (euros): exact decimals as text with a point ("35.5"), sent as numbers; count: whole; day: 2025-09-12;
 * moment: ISO text; flag: true or false.
 */
export type CellKind = 'id' | 'code' | 'text' | 'number' | 'amount' | 'count' | 'day' | 'moment' | 'flag'

/** Null is not told, which is never zero and never "no". */
export type Cell = string | number | boolean | null

export type Column = { name: string; kind: CellKind; required: boolean }

/** What a program may read at once: one published period, or what is approved of one that is not published yet. */
export type Shown = {
  body: SnapshotBody
  publicationId: string
  state: 'published' | 'approved'
  version: number | null
  /** Short name in the addresses of figures; null when nothing has been published */
  code: string | null
  publishedAt: string | null
  /** Of the newest period of its project */
  newest: boolean
  /** The portal's own address, for links to the card of a figure */
  portal: string
}

/** One table of the star. A dimension has a row for each id, as the newest publication that holds it knows it. */
export type Resource = {
  name: string
  kind: 'dimension' | 'fact'
  columns: readonly Column[]
  cells(shown: Shown, t: Words): Cell[][]
}

export type Field<Row> = Column & { read: (row: Row, t: Words, shown: Shown) => Cell | undefined }

/** A table by its columns; the first column of a dimension is its id. Rows come in the order of what is shown. */
export function resourceOf<Row>(
  name: string,
  kind: Resource['kind'],
  fields: readonly Field<Row>[],
  rowsOf: (shown: Shown, t: Words) => readonly Row[],
): Resource {
  return {
    name,
    kind,
    columns: fields.map(({ name: column, kind: held, required }) => ({ name: column, kind: held, required })),
    cells: (shown, t) => rowsOf(shown, t).map((row) => fields.map(({ read }) => plain(read(row, t, shown)))),
  }
}

/** Empty text is not told. */
const plain = (cell: Cell | undefined): Cell => (cell === undefined || cell === '' ? null : cell)
