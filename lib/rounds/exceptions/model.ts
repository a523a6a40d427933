import type { PeriodDays } from '@/lib/rounds/calendar/model'
import type { UnitState } from '@/lib/rounds/model'
import type { OwnDay } from '@/lib/status-reports/closing/model'
import type { FieldErrors } from '@/lib/values/result'

/** A unit of a period for which another last day is given or taken back. */
export type UnitDay = {
  projectId: string
  periodId: string
  periodKey: string
  unitId: string
  title: string
  state: UnitState
  days: Pick<PeriodDays, 'dueOn' | 'closesOn'>
  exception: OwnDay | null
}

/** Whether more time means anything: what is with the reviewer or done has no last day to wait for. */
export function canHaveMoreTime(state: UnitState): boolean {
  return state === 'no_report' || state === 'not_started' || state === 'draft' || state === 'returned'
}

/** Why a day cannot be a unit's own last day, at the field: it is over, or no later than everybody's. */
export function refusedDay(dueOn: string, days: Pick<PeriodDays, 'dueOn'>, today: string): FieldErrors | null {
  if (dueOn < today) return { dueOn: 'calendar.error.dayOver' }
  return days.dueOn !== null && dueOn <= days.dueOn ? { dueOn: 'calendar.error.notLater' } : null
}
