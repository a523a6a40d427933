/** PostgreSQL: disk full. The file system: no space, quota used up. */
const codes: ReadonlySet<string> = new Set(['53100', 'ENOSPC', 'EDQUOT'])

/**
 * Whether something failed because there is no room for it: on the disk of the database or of uploaded files. Looks through
 * what the database client wraps round the error. Nothing of the transaction is kept then; once there is room, the same goes.
 */
export function isOutOfSpace(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false
  const { code, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>
  if ([code, originalCode].some((one) => typeof one === 'string' && codes.has(one))) return true
  return [cause, meta, driverAdapterError].some((one) => isOutOfSpace(one, depth + 1))
}
