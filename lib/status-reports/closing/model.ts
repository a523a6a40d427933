import type { ReportEventType, ReportState } from '@/lib/status-reports/model'

/** Another last day that a unit has been given, by whom as told to others, and why. */
export type OwnDay = { dueOn: string; allowedBy: string; reason: string }

/** The days that close a report for writing, and whether somebody opened it on purpose. */
export type Closing = {
  /** Last day of writing in the period; null = the period never closes */
  closesOn: string | null
  /** The unit's own last day; null = none */
  exceptionOn: string | null
  /** A reviewer has returned or reopened it: the last word is theirs and not the calendar's */
  openedOnPurpose: boolean
}

/** Whether a reviewer has returned or reopened the report since it was opened with its period. */
export function wasOpenedOnPurpose(events: readonly { type: ReportEventType }[]): boolean {
  return events.some(({ type }) => type === 'returned' || type === 'reopened')
}

/**
 * Whether the calendar has closed a report that has not been sent: the closing day is over in Helsinki and the unit has no
 * day of its own left. A report that was taken back is a draft again and closes with the rest. What has been sent, and what
 * a reviewer opened, the calendar leaves alone.
 */
export function isClosed(
  state: ReportState,
  { closesOn, exceptionOn, openedOnPurpose }: Closing,
  today: string,
): boolean {
  if (state !== 'not_started' && state !== 'draft') return false
  if (openedOnPurpose || closesOn === null || closesOn >= today) return false
  return exceptionOn === null || exceptionOn < today
}

/** The last day on which an unsent report can be written: the later of the period's closing day and the unit's own. */
export function lastDayOfWriting({ closesOn, exceptionOn }: Pick<Closing, 'closesOn' | 'exceptionOn'>): string | null {
  if (closesOn === null) return null
  return exceptionOn !== null && exceptionOn > closesOn ? exceptionOn : closesOn
}
