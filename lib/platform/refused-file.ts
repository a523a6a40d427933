/** Why a file is not read. It is refused as a whole; each has one sentence. */
export const refusals = [
  'EMPTY_FILE',
  'TOO_LARGE',
  'WRONG_KIND',
  'DAMAGED',
  'ENCRYPTED',
  'UNSAFE',
  'MACROS',
  'TOO_MUCH',
  'TOO_DEEP',
  'DOCTYPE',
  'WRONG_SHAPE',
  'NOTHING',
] as const
export type Refusal = (typeof refusals)[number]

/** Ends the reading of a file wherever it is found out; `at`: addresses within the file. */
export class Refused extends Error {
  readonly reason: Refusal
  readonly at: readonly string[]

  constructor(reason: Refusal, ...at: string[]) {
    super(reason)
    this.reason = reason
    this.at = at
  }
}

export type ReadAnswer<T> = { ok: true; value: T } | { ok: false; reason: Refusal; at: readonly string[] }

/** What reading comes to: the value, or why the file is refused. Anything else that goes wrong is thrown on. */
export function readOrRefused<T>(read: () => T): ReadAnswer<T> {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason, at: error.at }
    throw error
  }
}
