/** The last day of a period with what is needed to tell what was known by then. Nothing known only later is published in it. */
export type Cut = {
  periodId: string
  lastDay: string
  /** First and last day of every period of the project, by id */
  periods: ReadonlyMap<string, { key: string; to: string }>
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
