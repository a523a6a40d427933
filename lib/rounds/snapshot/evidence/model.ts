export type SnapshotEvidenceSubject =
  | 'measurement'
  | 'target'
  | 'action'
  | 'purchase'
  | 'decision'
  | 'toimintamalli'
  | 'report'

export type SnapshotEvidence = {
  id: string
  subject: { kind: SnapshotEvidenceSubject; id: string }
  label: string
  /** An address, or the name of a stored file */
  url: string | null
  file: { id: string; name: string; mediaType: string; size: number } | null
  /** Section of the report it belongs to */
  path: string | null
  addedAt: string
}
