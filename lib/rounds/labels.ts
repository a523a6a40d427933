import type { CalendarState } from '@/lib/rounds/calendar/model'
import type { PeriodState, UnitState } from '@/lib/rounds/model'
import { stateLabels } from '@/lib/status-reports/labels'

export const periodStateLabels: Record<PeriodState, string> = {
  planned: 'rounds.periodState.planned',
  open: 'rounds.periodState.open',
  published: 'rounds.periodState.published',
}

export const calendarStateLabels: Record<CalendarState, string> = {
  ...periodStateLabels,
  overdue: 'calendar.state.overdue',
  closed: 'calendar.state.closed',
}

export const unitStateLabels: Record<UnitState, string> = { ...stateLabels, no_report: 'rounds.noReport' }
