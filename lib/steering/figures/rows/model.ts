import type { SnapshotDataCell, SnapshotDataTable } from '@/lib/rounds/snapshot/data-tables/model'
import type { SnapshotAgendaItem, SnapshotMeeting } from '@/lib/rounds/snapshot/meetings/model'
import type {
  SnapshotAction,
  SnapshotBody,
  SnapshotIndicator,
  SnapshotMeasurement,
  SnapshotPlanChange,
  SnapshotRisk,
  SnapshotTarget,
  SnapshotToimintamalli,
  SnapshotUnit,
} from '@/lib/rounds/snapshot/model'
import type {
  SnapshotBudget,
  SnapshotBudgetLine,
  SnapshotEstimate,
  SnapshotFinance,
  SnapshotFinanceRow,
  SnapshotPurchase,
} from '@/lib/rounds/snapshot/money/model'
import { type FigureKind, type FigureRef, shortOf } from '@/lib/steering/figures/model'

export type SnapshotDecision = SnapshotAgendaItem['decisions'][number]
type SnapshotReservation = SnapshotFinance['reservations'][number]

/** A row of a publication that holds a figure, with what it stands in. Computed figures have no row: see `sums`. */
export type FigureRow =
  | { kind: 'measurement'; row: SnapshotMeasurement; indicator: SnapshotIndicator }
  | { kind: 'target'; row: SnapshotTarget; indicator: SnapshotIndicator }
  | { kind: 'light'; row: SnapshotUnit; usesLights: boolean }
  | { kind: 'purchase'; row: SnapshotPurchase }
  | { kind: 'budget_line'; row: SnapshotBudgetLine; table: SnapshotBudget }
  | { kind: 'budget_total'; row: SnapshotBudget }
  | { kind: 'estimate'; row: SnapshotEstimate }
  | { kind: 'actual' | 'forecast'; row: SnapshotFinanceRow }
  | { kind: 'reservation'; row: SnapshotReservation }
  | { kind: 'risk'; row: SnapshotRisk }
  | { kind: 'plan_change'; row: SnapshotPlanChange }
  | { kind: 'action'; row: SnapshotAction; unit: SnapshotUnit }
  | { kind: 'cell'; row: SnapshotDataCell; table: SnapshotDataTable; line: SnapshotDataCell[] }
  | { kind: 'toimintamalli'; row: SnapshotToimintamalli }
  | { kind: 'decision'; row: SnapshotDecision; item: SnapshotAgendaItem; meeting: SnapshotMeeting }

/** The id by which the figure is named: that of its row; of an estimate that of its work package. */
export function refOf(found: FigureRow): FigureRef {
  return { kind: found.kind, id: found.kind === 'estimate' ? found.row.workPackageId : found.row.id }
}

/** Every figure of a publication that has a row, in the order of its parts. */
function figureRows(body: SnapshotBody): FigureRow[] {
  const { finance } = body
  return [
    ...body.indicators.flatMap((indicator): FigureRow[] => [
      ...indicator.measurements.map((row) => ({ kind: 'measurement', row, indicator }) as const),
      ...indicator.targets.map((row) => ({ kind: 'target', row, indicator }) as const),
    ]),
    ...body.units.flatMap((unit): FigureRow[] => [
      { kind: 'light', row: unit, usesLights: body.project.lights },
      ...unit.actions.map((row) => ({ kind: 'action', row, unit }) as const),
    ]),
    ...finance.purchases.map((row) => ({ kind: 'purchase', row }) as const),
    ...finance.budgets.flatMap((table): FigureRow[] => [
      { kind: 'budget_total', row: table },
      ...table.lines.map((row) => ({ kind: 'budget_line', row, table }) as const),
    ]),
    ...finance.estimates.map((row) => ({ kind: 'estimate', row }) as const),
    ...finance.actuals.map((row) => ({ kind: 'actual', row }) as const),
    ...finance.forecasts.map((row) => ({ kind: 'forecast', row }) as const),
    ...finance.reservations.map((row) => ({ kind: 'reservation', row }) as const),
    ...body.risks.map((row) => ({ kind: 'risk', row }) as const),
    ...body.planChanges.map((row) => ({ kind: 'plan_change', row }) as const),
    ...body.dataTables.flatMap((table) =>
      table.rows.flatMap((line) => line.map((row) => ({ kind: 'cell', row, table, line }) as const)),
    ),
    ...body.toimintamallit.map((row) => ({ kind: 'toimintamalli', row }) as const),
    ...body.meetings.flatMap((meeting) =>
      meeting.items.flatMap((item) => item.decisions.map((row) => ({ kind: 'decision', row, item, meeting }) as const)),
    ),
  ]
}

// What is frozen never changes, so that its index is made once for as long as the body is kept.
const indexes = new WeakMap<SnapshotBody, Map<string, FigureRow>>()

/** The row behind a short name; null when the publication holds none of that kind. */
export function findRow(body: SnapshotBody, kind: FigureKind, short: string): FigureRow | null {
  const index = indexes.get(body) ?? new Map(figureRows(body).map((one) => [keyOf(refOf(one)), one]))
  indexes.set(body, index)
  return index.get(keyOf({ kind, id: short })) ?? null
}

const keyOf = ({ kind, id }: FigureRef): string => `${kind} ${shortOf(id)}`

/** The unit a figure belongs to; null when it belongs to none. */
export function unitOf(body: SnapshotBody, found: FigureRow): SnapshotUnit | null {
  if (found.kind === 'light') return found.row
  if (found.kind === 'action') return found.unit
  const id = packageOf(found)
  return id === null ? null : (body.units.find((unit) => unit.id === id) ?? null)
}

function packageOf(found: Exclude<FigureRow, { kind: 'light' | 'action' }>): string | null {
  switch (found.kind) {
    case 'measurement':
    case 'target':
      return found.indicator.workPackageId
    case 'cell':
      return found.table.workPackageId
    case 'decision':
      return found.item.workPackageId ?? found.row.concerns.find(({ kind }) => kind === 'work_package')?.id ?? null
    case 'budget_total':
    case 'reservation':
      return null
    default:
      return found.row.workPackageId
  }
}

/** The part of the structure a figure belongs to by its own row, else by that of its unit. */
export function investmentOf(body: SnapshotBody, found: FigureRow): string | null {
  const own = (() => {
    switch (found.kind) {
      case 'measurement':
      case 'target':
        return found.indicator.investmentId
      case 'cell':
        return found.table.investmentId
      case 'toimintamalli':
        return found.row.investmentIds[0] ?? null
      case 'light':
      case 'purchase':
      case 'budget_line':
      case 'estimate':
      case 'actual':
      case 'forecast':
      case 'reservation':
      case 'plan_change':
        return found.row.investmentId
      default:
        return null
    }
  })()
  return own ?? unitOf(body, found)?.investmentId ?? null
}
