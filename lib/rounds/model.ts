/** Result reasons of the round's commands; each has one sentence in the catalogues. */
export type PeriodReason = 'NOT_ALLOWED' | 'NOT_FOUND'

export const periodStates = ['planned', 'open', 'published'] as const
export type PeriodState = (typeof periodStates)[number]
