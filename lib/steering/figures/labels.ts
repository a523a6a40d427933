import type { FigureKind } from '@/lib/steering/figures/model'

/** What a figure is, above its name. */
export const figureKindLabels: Record<FigureKind, string> = {
  measurement: 'figures.kind.measurement',
  target: 'figures.kind.target',
  light: 'figures.kind.light',
  purchase: 'figures.kind.purchase',
  budget_line: 'figures.kind.budgetLine',
  budget_total: 'figures.kind.budgetTotal',
  estimate: 'figures.kind.estimate',
  actual: 'figures.kind.actual',
  forecast: 'figures.kind.forecast',
  reservation: 'figures.kind.reservation',
  risk: 'figures.kind.risk',
  plan_change: 'figures.kind.planChange',
  action: 'figures.kind.action',
  cell: 'figures.kind.cell',
  toimintamalli: 'figures.kind.toimintamalli',
  decision: 'figures.kind.decision',
  computed: 'figures.kind.computed',
}
