/** One JSON line per event on standard error. Never give it personal data or text that people typed. */
export function log(level: 'info' | 'warn' | 'error', event: string, data: Record<string, unknown> = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...data })}\n`)
}

/** What may be logged of a thrown thing. */
export function describeError(error: unknown): { message: string; stack?: string } {
  return error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) }
}
