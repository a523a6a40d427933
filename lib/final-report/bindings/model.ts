import type { Binding } from '@/lib/final-report/blocks/model'
import type { BudgetTableRow, PurchaseRow } from '@/lib/finance/model'
import type { IndicatorRow } from '@/lib/indicators/model'
import { branchOf, type InvestmentRow } from '@/lib/investments/model'
import type { DecisionRow } from '@/lib/meetings/decisions/model'
import type { PersonMonthsRow } from '@/lib/plan/person-months/model'
import type { PhaseTable } from '@/lib/plan/schedule/model'
import type { PlanChangeRow } from '@/lib/plan-changes/model'
import type { RiskRow } from '@/lib/risks/model'
import { rowAddress } from '@/lib/steering/figures/addresses'
import type { FigureRef } from '@/lib/steering/figures/model'
import type { ToimintamalliRow } from '@/lib/toimintamallit/model'
import type { WorkPackageRow } from '@/lib/work-packages/model'

/** The project's data that blocks can show. */
export type BoundData = {
  investments: readonly InvestmentRow[]
  workPackages: readonly WorkPackageRow[]
  indicators: readonly IndicatorRow[]
  toimintamallit: readonly ToimintamalliRow[]
  budgets: readonly BudgetTableRow[]
  purchases: readonly PurchaseRow[]
  planChanges: readonly PlanChangeRow[]
  risks: readonly RiskRow[]
  decisions: readonly DecisionRow[]
  /** One per part, also of parts without columns */
  phases: readonly PhaseTable[]
  personMonths: readonly PersonMonthsRow[]
  /** Ids that stand in the newest publication: only these have a card to lead to */
  published: ReadonlySet<string>
}

/** The card of a published row; null when the newest publication does not hold it. A sum goes by the row it is named after. */
export function cardOf({ published }: Pick<BoundData, 'published'>, figure: FigureRef): string | null {
  return published.has(figure.id.split('.').at(-1) ?? '') ? rowAddress(figure) : null
}

/** What a block shows: all of the project's, or what stands under one investment, or of that only one work package's. */
export type Scope = {
  investment: InvestmentRow | null
  workPackageId?: string
  covers(investmentId: string | null): boolean
}

/** The scope that a block is bound to; null when what it is bound to is not in the project any more. */
export function boundScope(
  data: Pick<BoundData, 'investments' | 'workPackages'>,
  bindings: readonly Binding[],
): Scope | null {
  const workPackageId = bindings.find((binding) => binding.source === 'work_package')?.workPackageId
  if (!workPackageId) {
    return scopeOf(data, bindings.find((binding) => binding.source === 'investment')?.investmentId ?? null)
  }
  if (!data.workPackages.some((row) => row.id === workPackageId)) return null
  return { investment: null, workPackageId, covers: () => true }
}

/** The scope of an investment; null when there is no such investment in the project any more. */
export function scopeOf(data: Pick<BoundData, 'investments'>, investmentId: string | null): Scope | null {
  if (investmentId === null) return { investment: null, covers: () => true }
  const investment = data.investments.find((row) => row.id === investmentId)
  if (!investment) return null
  const branch = new Set(branchOf(data.investments, investmentId).map((row) => row.id))
  return { investment, covers: (id) => id !== null && branch.has(id) }
}

/** The investment a local indicator counts to is its work package's. */
export function investmentOf(data: Pick<BoundData, 'workPackages'>, indicator: IndicatorRow): string | null {
  if (indicator.investmentId !== null) return indicator.investmentId
  return data.workPackages.find((row) => row.id === indicator.workPackageId)?.investmentId ?? null
}

export function budgetLinesIn(data: Pick<BoundData, 'budgets'>, scope: Scope) {
  return data.budgets.flatMap((table) => table.lines).filter((line) => scope.covers(line.investmentId))
}

export function purchasesIn(data: Pick<BoundData, 'purchases'>, scope: Scope): PurchaseRow[] {
  return data.purchases.filter((purchase) => scope.covers(purchase.investmentId))
}

/** Whether something of a part, or of the whole project (null), belongs to the scope: a part's own parts belong to it. */
export function coversPart(
  data: Pick<BoundData, 'workPackages'>,
  { investment, workPackageId, covers }: Scope,
  partId: string | null,
): boolean {
  const part = data.workPackages.find(({ id }) => id === partId)
  if (workPackageId !== undefined) {
    if (!part) return false
    return part.id === workPackageId || coversPart(data, { investment, workPackageId, covers }, part.parentId)
  }
  return !investment || (part !== undefined && covers(part.investmentId))
}

/** A model counts to the investments it names, and to the one of its work package. */
export function toimintamallitIn(
  data: Pick<BoundData, 'toimintamallit' | 'workPackages'>,
  scope: Scope,
): ToimintamalliRow[] {
  const ofPackage = new Map(data.workPackages.map((row) => [row.id, row.investmentId]))
  if (scope.workPackageId !== undefined) {
    return data.toimintamallit.filter((row) => row.workPackageId === scope.workPackageId)
  }
  return data.toimintamallit.filter(
    (row) =>
      !scope.investment ||
      row.investmentIds.some((id) => scope.covers(id)) ||
      (row.workPackageId !== null && scope.covers(ofPackage.get(row.workPackageId) ?? null)),
  )
}
