import type { NotificationKind } from '@/lib/notifications/model'
import { isLate } from '@/lib/rounds/model'
import type { ReportState } from '@/lib/status-reports/model'
import { daysBetween } from '@/lib/values/calendar'

/** What is told of a unit's last day, and the name of that telling: the same one is told to a person only once. */
export type DeadlineNotice = {
  kind: Extract<NotificationKind, 'due_in_7_days' | 'due_tomorrow' | 'late'>
  name: string
}

const unsent: readonly ReportState[] = ['not_started', 'draft', 'returned']

/** Whether the report is still with its writers. */
export function isUnsentReport(state: ReportState): boolean {
  return unsent.includes(state)
}

/**
 * What a day asks to be told of a report: a week before its last day, the day before, and when it is late on the first day
 * after and then once a week. A week's notice is given later too, as long as two days are left: a period may open, a unit may
 * be given another day, or the server may have stood still in between. Another last day is told anew.
 */
export function noticeOf(report: { state: ReportState; dueOn: string | null }, today: string): DeadlineNotice | null {
  const { state, dueOn } = report
  if (dueOn === null || !isUnsentReport(state)) return null
  const left = daysBetween(today, dueOn)
  if (left === 1) return { kind: 'due_tomorrow', name: dueOn }
  if (left > 1 && left <= 7) return { kind: 'due_in_7_days', name: dueOn }
  return isLate(state, dueOn, today) ? { kind: 'late', name: `${dueOn}/${weeksLate(dueOn, today)}` } : null
}

/** Full weeks since the first day after the last day: 0 in the first week. */
export function weeksLate(dueOn: string, today: string): number {
  return Math.floor((daysBetween(dueOn, today) - 1) / 7)
}
