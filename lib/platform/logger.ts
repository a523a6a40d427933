import { withoutIdentityCodes } from '@/lib/values/identity-code'

/**
 * One JSON line per event on standard error. Never give it personal data or text that people typed; should an error quote some
 * all the same, personal identity codes are masked.
 */
export function log(level: 'info' | 'warn' | 'error', event: string, data: Record<string, unknown> = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...data }, (_, value) =>
    typeof value === 'string' ? withoutIdentityCodes(value) : value,
  )
  process.stderr.write(`${line}\n`)
}

/** What may be logged of a thrown thing. */
export function describeError(error: unknown): { message: string; stack?: string } {
  return error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) }
}
