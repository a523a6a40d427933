import type { Given } from '@/lib/rounds/filters/model'
import type { RoundRow } from '@/lib/rounds/model'
import { idsIn } from '@/lib/rounds/queue/model'
import { daysBetween } from '@/lib/values/calendar'

/** A unit whose report has not been sent. */
export type UnsentUnit = {
  row: RoundRow
  /** Days since its last day; null when it has none or it has not gone by */
  daysLate: number | null
  /** When its writers were last reminded */
  remindedAt: string | null
  remindedToday: boolean
}

/** Whether the row's report is still with its writers. */
export function isUnsent({ state }: Pick<RoundRow, 'state'>): boolean {
  return state === 'no_report' || state === 'not_started' || state === 'draft' || state === 'returned'
}

/** Units that have not sent their report: the latest first, then by last day, those without one last. */
export function unsentUnits(
  rows: readonly RoundRow[],
  reminded: ReadonlyMap<string, string>,
  { today, dayOf }: { today: string; dayOf: (moment: string) => string },
): UnsentUnit[] {
  return rows
    .filter(isUnsent)
    .map((row): UnsentUnit => {
      const late = row.dueOn === null ? 0 : daysBetween(row.dueOn, today)
      const remindedAt = reminded.get(row.unitId) ?? null
      const remindedToday = remindedAt !== null && dayOf(remindedAt) === today
      return { row, daysLate: late > 0 ? late : null, remindedAt, remindedToday }
    })
    .toSorted((a, b) => (a.row.dueOn ?? '9999').localeCompare(b.row.dueOn ?? '9999'))
}

/** Each writer with the units they were reminded of, in the order in which they first come. */
export function unitsByWriter(
  rows: readonly Pick<RoundRow, 'title' | 'coordinators'>[],
): { who: string; units: string[] }[] {
  const writers = [...new Set(rows.flatMap(({ coordinators }) => coordinators))]
  return writers.map((who) => ({
    who,
    units: rows.flatMap(({ title, coordinators }) => (coordinators.includes(who) ? [title] : [])),
  }))
}

/** Names one reminding: a unit's writers are reminded of a period at most once a day. */
export function happeningOf(periodId: string, unitId: string, day: string): string {
  return `${periodId}/${unitId}/${day}`
}

/** The unit that a reminding was about. */
export function unitOfHappening(happening: string): string | null {
  return happening.split('/')[1] ?? null
}

/** What came of asking to remind. */
export type Reminded = {
  /** Units whose writers were reminded now */
  sent: string[]
  /** Units whose writers had been reminded the same day */
  already: string[]
  /** Units that have sent their report meanwhile */
  notNeeded: string[]
  /** Units whose writing has been closed by the calendar */
  closed: string[]
  /** Units for which nobody else writes */
  nobody: string[]
}

/** What the address says of reminders that were just sent. */
export type ReminderAddress = { reminded: string[]; notReminded: string[] }

export function readReminderAddress(given: Given): ReminderAddress {
  return { reminded: idsIn(given.reminded), notReminded: idsIn(given.notReminded) }
}

/** The query part, and the place on the page, that tell what came of reminding. */
export function reminderQuery({ sent, ...others }: Reminded): string {
  const told = { reminded: sent, notReminded: Object.values(others).flat() }
  const given = Object.entries(told).filter(([, ids]) => ids.length > 0)
  return `?${new URLSearchParams(given.map(([name, ids]) => [name, ids.join(',')]))}#unsent`
}
