import type { WarningRule } from '@/lib/indicators/warnings/model'
import type { Standing } from '@/lib/steering/indicators/model'

export const standingLabels: Record<Standing, string> = {
  reached: 'values.verdict.reached',
  on_the_way: 'values.verdict.onTheWay',
  missed: 'indicators.standing.missed',
  behind: 'values.verdict.behind',
  cannot_say: 'values.verdict.cannotSay',
  no_target: 'indicators.standing.noTarget',
  no_value: 'indicators.standing.noValue',
}

export const warningLabels: Record<WarningRule, string> = {
  total_differs: 'indicators.warning.totalDiffers',
  unit_differs: 'indicators.warning.unitDiffers',
  times_overlap: 'indicators.warning.timesOverlap',
  impossible_percentage: 'indicators.warning.impossiblePercentage',
  outlier: 'indicators.warning.outlier',
  old: 'indicators.warning.old',
}
