/** A package that was sent and waits to be looked at; `at` as ISO. */
export type UploadRow = { id: string; name: string; size: number; at: string; by: string | null }

/** Kept among the county's files under a kind of its own, so that nothing else is ever read as a package. */
export const packageMediaType = 'application/vnd.etappi.project-package+json'

export type UploadReason = 'NOT_ALLOWED' | 'NOT_FOUND'
/** TOO_LARGE is told before the file is read. */
export type KeepReason = UploadReason | 'EMPTY_FILE' | 'TOO_LARGE' | 'NOT_A_PACKAGE'
export type TakeReason = UploadReason | 'NOT_TAKEN'
