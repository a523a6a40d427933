import { dateInHelsinki } from '@/lib/values/calendar'

/** The last day of a period with what is needed to tell what was known by then. Nothing known only later is published in it. */
export type Cut = {
  periodId: string
  lastDay: string
  /** First and last day of every period of the project, by id */
  periods: ReadonlyMap<string, { key: string; to: string }>
  /** What bounds the registers that belong to no period; null when nothing does: the newest period, published for the first time */
  first: FirstTime | null
}

/**
 * A period that is published again keeps to what its first publication could have told, and one that later periods have
 * overtaken to its own last day.
 */
export type FirstTime = {
  /** The moment (ISO) that what came later is left out by */
  at: string
  /** What the first publication held, by id: a day alone does not tell what was written before it and what after */
  held: ReadonlySet<string>
}

/** Whether something put into a register on this day could be told; a day that nobody knows has always been there. */
export function isRaisedIn(id: string, day: string | null, { first }: Cut): boolean {
  return first === null || day === null || first.held.has(id) || day < dateInHelsinki(new Date(first.at))
}

/** Whether a month or day code (`2025-08`, `2025-08-31`, `2025-Q3` counts by its year) lies within the cut, by months. */
export function isBy(code: string, { lastDay }: Cut): boolean {
  return code.slice(0, 7) <= lastDay.slice(0, 7)
}

/** Whether a row of this period was known. One that belongs to no period was known all along. */
export function isKnownIn(periodId: string | null, cut: Cut): boolean {
  const period = periodId === null ? null : cut.periods.get(periodId)
  return period == null || period.to <= cut.lastDay
}

export function periodKeyOf(periodId: string | null, cut: Cut): string | null {
  return periodId === null ? null : (cut.periods.get(periodId)?.key ?? null)
}
