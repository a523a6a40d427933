import { lightLabels, noLightLabel, noReportLabel, reportedLabel } from '@/lib/status-reports/labels'
import type { MoneyChange, MoneyKind } from '@/lib/steering/changes/money/model'
import type { RiskMove } from '@/lib/steering/changes/registers/model'
import type { Move } from '@/lib/steering/changes/targets/model'
import type { Grouping, LightChange, ShownLight } from '@/lib/steering/lights/model'
import type { Fulfilment } from '@/lib/steering/targets/model'

export const shownLightLabels: Record<ShownLight, string> = {
  ...lightLabels,
  reported: noLightLabel,
  none: noReportLabel,
}

/** The words of the states for a project that uses lights, or does not. */
export function lightWords(usesLights: boolean): Record<ShownLight, string> {
  return usesLights ? shownLightLabels : { ...shownLightLabels, reported: reportedLabel }
}

export const lightChangeLabels: Record<LightChange, string> = {
  worse: 'steering.change.worse',
  better: 'steering.change.better',
  new: 'steering.change.new',
  gone: 'steering.change.gone',
  unlit: 'steering.change.unlit',
  lit: 'steering.change.lit',
  same: 'steering.change.same',
  untold: 'steering.change.untold',
  none: 'steering.change.none',
}

export const fulfilmentLabels: Record<Fulfilment, string> = {
  reached: 'steering.fulfilment.reached',
  not_yet: 'steering.fulfilment.notYet',
  not_reached: 'steering.fulfilment.notReached',
  cannot_say: 'steering.fulfilment.cannotSay',
}

export const groupingLabels: Record<Grouping, string> = {
  area: 'steering.units.byArea',
  investment: 'steering.units.byInvestment',
}

export const moveLabels: Record<Move, string> = {
  worse: 'steering.change.worse',
  better: 'steering.change.better',
  changed: 'steering.changed.changed',
  new: 'steering.changed.firstValue',
  gone: 'steering.changed.valueGone',
}

export const riskMoveLabels: Record<RiskMove, string> = {
  grew: 'steering.changed.riskGrew',
  fell: 'steering.changed.riskFell',
  moved: 'steering.changed.changed',
  new: 'steering.changed.riskNew',
  scored: 'steering.changed.riskScored',
  closed: 'steering.changed.riskClosed',
}

export const moneyKindLabels: Record<MoneyKind, string> = {
  budget: 'steering.money.budget',
  estimates: 'steering.money.estimates',
  purchases: 'steering.money.purchases',
  actuals: 'steering.money.actuals',
  forecast: 'steering.money.forecast',
}

export const moneyMoveLabels: Record<MoneyChange['move'], string> = {
  up: 'steering.changed.moneyUp',
  down: 'steering.changed.moneyDown',
  new: 'steering.changed.moneyNew',
  gone: 'steering.changed.moneyGone',
  changed: 'steering.changed.changed',
}
