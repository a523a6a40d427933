/** A cell is what was written; `number` when it is one; `unknown` tells why there is neither. */
export type SnapshotDataTable = {
  id: string
  sourceId: string
  workPackageId: string | null
  investmentId: string | null
  indicatorId: string | null
  kind: string
  title: string
  notes: string[]
  columns: { key: string; title: string; unit: string | null }[]
  rows: SnapshotDataCell[][]
}

export type SnapshotDataCell = {
  id: string
  column: string
  part: string
  text: string | null
  number: string | null
  unknown: string | null
}
