import type { UnknownKind } from '@/lib/values/typed-value'

/**
 * Why a number is not there. not_in_project: the plan says "-"; not_recorded: nobody has entered anything; not_scored: a risk
 * without probability or impact; no_number: the value is told in words; no_amount: a change that tells of no money.
 */
export type Missing = UnknownKind | 'not_in_project' | 'not_recorded' | 'not_scored' | 'no_number' | 'no_amount'

/** Of a number that is simply not known. */
export const ifUnknown = (amount: string | null): Missing | null => (amount === null ? 'unknown' : null)
/** Of a sum of what has been recorded. */
export const ifNotRecorded = (amount: string | null): Missing | null => (amount === null ? 'not_recorded' : null)
