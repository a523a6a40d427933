import type { DnshKind } from '@/lib/projects/labels'

/** One assessment that the project does no significant harm. Days as 2025-09-03. */
export type DnshRow = {
  id: string
  kind: DnshKind
  text: string
  assessedOn: string
  reviewOn: string | null
  url: string | null
  hasFile: boolean
  recordedBy: string | null
  createdAt: string
}

/**
 * How an assessment stands: a newer one of the same kind has replaced it, or it is to be looked at again by its day, which
 * may be past. The rows come newest first.
 */
export type DnshStanding = 'replaced' | 'due' | 'coming' | 'standing'

export function dnshStanding(row: DnshRow, rows: readonly DnshRow[], today: string): DnshStanding {
  if (rows.find(({ kind }) => kind === row.kind)?.id !== row.id) return 'replaced'
  if (row.reviewOn === null) return 'standing'
  return row.reviewOn <= today ? 'due' : 'coming'
}
