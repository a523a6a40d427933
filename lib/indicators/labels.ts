import type {
  Accumulation,
  FigureField,
  IndicatorDirection,
  IndicatorKind,
  IndicatorScope,
  MeasurementRole,
  TargetOperator,
  TargetRole,
} from '@/lib/indicators/model'

export const scopeLabels: Record<IndicatorScope, string> = {
  local: 'indicators.scope.local',
  national: 'indicators.scope.national',
}

export const directionLabels: Record<IndicatorDirection, string> = {
  up: 'indicators.direction.up',
  down: 'indicators.direction.down',
  reach: 'indicators.direction.reach',
  monitor: 'indicators.direction.monitor',
}

export const kindLabels: Record<IndicatorKind, string> = {
  numeric: 'indicators.kind.numeric',
  yes_no: 'indicators.kind.yesNo',
  textual: 'indicators.kind.textual',
  list: 'indicators.kind.list',
}

export const accumulationLabels: Record<Accumulation, string> = {
  cumulative: 'indicators.accumulation.cumulative',
  per_period: 'indicators.accumulation.perPeriod',
}

export const targetRoleLabels: Record<TargetRole, string> = {
  interim: 'indicators.targetRole.interim',
  final: 'indicators.targetRole.final',
  alternative: 'indicators.targetRole.alternative',
}

export const measurementRoleLabels: Record<MeasurementRole, string> = {
  actual: 'indicators.measurementRole.actual',
  baseline: 'indicators.measurementRole.baseline',
  comparison: 'indicators.measurementRole.comparison',
}

export const targetOperatorLabels: Record<TargetOperator, string> = {
  eq: 'indicators.operator.eq',
  lt: 'indicators.operator.lt',
  lte: 'indicators.operator.lte',
  gt: 'indicators.operator.gt',
  gte: 'indicators.operator.gte',
  change_percent: 'indicators.operator.changePercent',
  direction: 'indicators.operator.direction',
  comparator: 'indicators.operator.comparator',
  state: 'indicators.operator.state',
}

/** What is right is asked part by part when a figure is corrected. */
export const figureFieldLabels: Record<FigureField, string> = {
  value: 'corrections.page.value',
  n: 'corrections.page.n',
  time: 'corrections.page.timeField',
}
