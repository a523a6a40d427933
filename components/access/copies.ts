/** Name of the browser's store of unsaved text; what is in it is encrypted with keys that only the server keeps. */
export const copiesName = 'etappi-copies'

/** Signing out: the server destroys the keys, the browser what was encrypted with them. */
export function forgetCopies(): void {
  // Absent in some private windows; then there is nothing to forget.
  if (typeof indexedDB !== 'undefined') indexedDB.deleteDatabase(copiesName)
}
