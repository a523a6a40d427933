import { lightLabels, noReportLabel } from '@/lib/status-reports/labels'
import type { Grouping, LightChange, ShownLight } from '@/lib/steering/lights/model'
import type { Fulfilment } from '@/lib/steering/targets/model'

export const shownLightLabels: Record<ShownLight, string> = { ...lightLabels, none: noReportLabel }

export const lightChangeLabels: Record<LightChange, string> = {
  worse: 'steering.change.worse',
  better: 'steering.change.better',
  new: 'steering.change.new',
  gone: 'steering.change.gone',
  same: 'steering.change.same',
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
