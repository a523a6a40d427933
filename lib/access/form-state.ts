import type { FieldErrors } from '@/lib/values/result'

/** What a form shows after an attempt: the reason, the fields at fault, and everything that was typed. */
export type FormState<Reason extends string = string> = {
  reason: Reason | 'SIGNED_OUT' | 'FACTOR_DEMANDED' | 'INVALID' | null
  fields: FieldErrors
  typed: Record<string, string>
  /** Changes with every answer, so that a form can move focus to the summary */
  attempt: number
  /** A secret that was made just now: shown with this answer only, and kept nowhere */
  shownOnce?: string
}

/** What a form sends to: the state before, what was typed; out comes what it shows next. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

export const untouched: FormState = { reason: null, fields: {}, typed: {}, attempt: 0 }
