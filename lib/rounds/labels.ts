import type { CalendarState } from '@/lib/rounds/calendar/model'
import type { PeriodState, RoundLight, UnitState } from '@/lib/rounds/model'
import { lightLabels, noLightLabel, noReportLabel, stateLabels } from '@/lib/status-reports/labels'

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

export const roundLightLabels: Record<RoundLight, string> = {
  ...lightLabels,
  reported: noLightLabel,
  not_chosen: 'statusReports.light.notChosen',
  none: noReportLabel,
}

export const unitStateLabels: Record<UnitState, string> = { ...stateLabels, no_report: 'rounds.noReport' }
