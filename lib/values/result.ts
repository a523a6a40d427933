/** Outcome of an operation whose refusals are expected. Only the unexpected is thrown. */
export type Result<T, Reason extends string> = Ok<T> | Fail<Reason>
export type Ok<T> = { ok: true; value: T }
export type Fail<Reason extends string> = { ok: false; reason: Reason; fields?: FieldErrors }

/** Field address → catalogue key of the message shown at that field. */
export type FieldErrors = Record<string, string>

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

export function fail<Reason extends string>(reason: Reason, fields?: FieldErrors): Fail<Reason> {
  return fields ? { ok: false, reason, fields } : { ok: false, reason }
}
