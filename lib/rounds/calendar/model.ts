import type { PeriodState } from '@/lib/rounds/model'
import type { FieldErrors } from '@/lib/values/result'

/** The days of a period and of its round; a day of the round that is null has not been set. */
export type PeriodDays = {
  from: string
  to: string
  opensOn: string | null
  dueOn: string | null
  closesOn: string | null
}

/** Where a period is in the calendar. Follows from its stored state, its days and the day it is. */
export const calendarStates = ['planned', 'open', 'overdue', 'closed', 'published'] as const
export type CalendarState = (typeof calendarStates)[number]

/** One period of a project's calendar. */
export type CalendarRow = PeriodDays & {
  id: string
  key: string
  state: PeriodState
  /** Newest published version; 0 = none */
  version: number
  /** Reports approved or published, of all that have been opened */
  done: number
  reports: number
  exceptions: number
}

/** The state in words: a period stays open, overdue or closed until it is published. A day counts to its end. */
export function calendarState(
  { state, dueOn, closesOn }: { state: PeriodState } & Pick<PeriodDays, 'dueOn' | 'closesOn'>,
  today: string,
): CalendarState {
  if (state !== 'open') return state
  if (closesOn !== null && closesOn < today) return 'closed'
  return dueOn !== null && dueOn < today ? 'overdue' : 'open'
}

/** Whether a period with this opening day opens when it is made: the day has come, or none was given. */
export function opensAtOnce({ opensOn }: Pick<PeriodDays, 'opensOn'>, today: string): boolean {
  return opensOn === null || opensOn <= today
}

/**
 * Periods that share a day with the given one. Overlapping is allowed when the person says that it is meant: real projects
 * report quarters and the whole year, and their ranges are uneven. Without that word it is a slip of the keyboard.
 */
export function overlapping<P extends Pick<PeriodDays, 'from' | 'to'>>(
  periods: readonly P[],
  { from, to }: Pick<PeriodDays, 'from' | 'to'>,
): P[] {
  return periods.filter((period) => period.from <= to && from <= period.to)
}

/** Why the days of a period cannot become these, at the field; null when they can. The order of days is the schema's. */
export function refusedChange(state: PeriodState, before: PeriodDays, after: PeriodDays): FieldErrors | null {
  const errors: FieldErrors = {}
  if (state === 'published') {
    if (before.from !== after.from) errors.from = 'calendar.error.publishedDays'
    if (before.to !== after.to) errors.to = 'calendar.error.publishedDays'
  }
  if (state !== 'planned' && before.opensOn !== after.opensOn) errors.opensOn = 'calendar.error.alreadyOpened'
  if (state === 'planned' && after.opensOn === null) errors.opensOn = 'calendar.error.opensMissing'
  return Object.keys(errors).length === 0 ? null : errors
}

/** The days that differ, for the audit row. */
export function changedDays(before: PeriodDays, after: PeriodDays): (keyof PeriodDays)[] {
  return dayNames.filter((name) => before[name] !== after[name])
}

export const dayNames = ['from', 'to', 'opensOn', 'dueOn', 'closesOn'] as const satisfies (keyof PeriodDays)[]
