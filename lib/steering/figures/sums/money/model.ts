import { differenceOf, type PartialSum, partialSum } from '@/lib/finance/model'
import { branchOf } from '@/lib/investments/model'
import type { SnapshotBody, SnapshotInvestment } from '@/lib/rounds/snapshot/model'
import type { SnapshotBudget } from '@/lib/rounds/snapshot/money/model'
import { type FigureRef, shortOf } from '@/lib/steering/figures/model'
import type { FigureRow } from '@/lib/steering/figures/rows/model'
import {
  type ComputedFigure,
  type ComputedRequest,
  type FigureTerm,
  termsOf,
} from '@/lib/steering/figures/sums/parts/model'
import { type FigureValue, placeName } from '@/lib/steering/figures/values/model'
import { amountText } from '@/lib/steering/money-texts/model'
import { isZero } from '@/lib/values/decimal'
import { formatChange } from '@/lib/values/format'

/** Which rows a sum is made of; `null` stands for the whole project. */
const sums = {
  purchases: ({ finance }: SnapshotBody) => finance.purchases.map((row): FigureRow => ({ kind: 'purchase', row })),
  estimates: ({ finance }: SnapshotBody) => finance.estimates.map((row): FigureRow => ({ kind: 'estimate', row })),
  actuals: ({ finance }: SnapshotBody) => finance.actuals.map((row): FigureRow => ({ kind: 'actual', row })),
  forecast: ({ finance }: SnapshotBody) => finance.forecasts.map((row): FigureRow => ({ kind: 'forecast', row })),
  // Two tables of one project say the same money twice; the first is the one that is steered by.
  'investment-budget': ({ finance }: SnapshotBody) => linesOf(finance.budgets[0]),
} as const
type SumName = keyof typeof sums

const sections: Record<SumName, ComputedFigure['section']> = {
  purchases: 'purchases',
  estimates: 'money',
  actuals: 'money',
  forecast: 'money',
  'investment-budget': 'money',
}

/** Sums and differences of money; null for every other name. */
export function moneyFigure(request: ComputedRequest): ComputedFigure | null {
  const { body, name, of } = request
  if (name in sums) return sumFigure(request, name as SumName)
  if (name === 'estimate-difference') return estimateDifference(request)
  const budget = body.finance.budgets.find(({ id }) => shortOf(id) === of)
  if (!budget) return null
  if (name === 'budget') return budgetSum(request, budget)
  if (name === 'budget-difference') return difference(request, budget, 'budget')
  return name === 'estimate-check' ? difference(request, budget, 'estimates') : null
}

function linesOf(table: SnapshotBudget | undefined): FigureRow[] {
  return (table?.lines ?? []).map((row) => ({ kind: 'budget_line', row, table: table as SnapshotBudget }))
}

/** The part of the structure that is meant: undefined when there is no such one, null for the whole project. */
function placeOf({ body, of }: ComputedRequest): SnapshotInvestment | null | undefined {
  return of === null ? null : body.investments.find(({ id }) => shortOf(id) === of)
}

function sumFigure(request: ComputedRequest, name: SumName): ComputedFigure | null {
  const { t, body } = request
  const place = placeOf(request)
  if (place === undefined || (name === 'investment-budget' && place === null)) return null
  const inside = place && new Set(branchOf(body.investments, place.id).map(({ id }) => id))
  const rows = sums[name](body).filter((one) => !inside || inside.has(investmentIdOf(one) ?? ''))
  const sum = partialSum(rows.flatMap(amountsOf))
  return {
    ref: { kind: 'computed', id: place ? `${name}.${place.id}` : name },
    title: t(`figures.sum.${name}`, { place: placeName(t, body, place?.id ?? null) }),
    value: sumValue(t, sum),
    how: [
      t(`figures.how.${name}`),
      place ? t('figures.how.under', { place: placeName(t, body, place.id) }) : null,
      t('figures.how.unknownLeftOut'),
    ]
      .filter((part) => part !== null)
      .join(' '),
    terms: termsOf(t, body, rows, (row) => unitTitle(body, row)),
    unknown: sum.unknown,
    section: sections[name],
  }
}

function investmentIdOf(found: FigureRow): string | null {
  return 'investmentId' in found.row ? found.row.investmentId : null
}

/** The amount a row brings to its sum; a line outside the project brings none, which is not an unknown one. */
function amountsOf(found: FigureRow): (string | null)[] {
  if (found.kind === 'budget_line') return found.row.notInProject ? [] : [found.row.amount]
  return 'amount' in found.row ? [found.row.amount] : []
}

function unitTitle(body: SnapshotBody, found: FigureRow): string | null {
  if (found.kind === 'estimate' || !('workPackageId' in found.row)) return null
  const id = found.row.workPackageId
  return body.units.find((unit) => unit.id === id)?.title ?? null
}

function sumValue(t: ComputedRequest['t'], { total }: PartialSum): FigureValue {
  return total === null ? { text: t('steering.money.unknown'), unknown: true } : { text: amountText(t, total) }
}

function budgetSum({ t, body }: ComputedRequest, budget: SnapshotBudget): ComputedFigure {
  return {
    ref: { kind: 'computed', id: `budget.${budget.id}` },
    title: t('figures.sum.budget', { source: budget.source }),
    value: sumValue(t, budget.sum),
    how: `${t('figures.how.budget')} ${t('figures.how.unknownLeftOut')}`,
    terms: termsOf(t, body, linesOf(budget), (row) => unitTitle(body, row)),
    unknown: budget.sum.unknown,
    section: 'money',
  }
}

/** A computed sum minus the total that the table prints. */
function difference(
  { t, body }: ComputedRequest,
  budget: SnapshotBudget,
  computed: 'budget' | 'estimates',
): ComputedFigure {
  const [name, sum, value, ref]: [string, PartialSum, string | null, FigureRef] =
    computed === 'budget'
      ? ['budget-difference', budget.sum, budget.difference, { kind: 'computed', id: `budget.${budget.id}` }]
      : ['estimate-check', body.finance.estimateSum, budget.estimateDifference, { kind: 'computed', id: 'estimates' }]
  return {
    ref: { kind: 'computed', id: `${name}.${budget.id}` },
    title: t(`figures.sum.${name}`, { source: budget.source }),
    value: differenceValue(t, value),
    how: t('figures.how.difference'),
    terms: [
      term(ref, t('steering.money.computed'), sumValue(t, sum)),
      ...termsOf(t, body, [{ kind: 'budget_total', row: budget }], () => t('steering.money.printed')),
    ],
    unknown: sum.unknown,
    section: 'money',
  }
}

function estimateDifference(request: ComputedRequest): ComputedFigure | null {
  const { t, body } = request
  const place = placeOf(request)
  if (place === undefined) return null
  const sums = place && body.finance.byInvestment.find(({ investmentId }) => investmentId === place.id)
  const steered = body.finance.budgets[0]
  const estimates = sums?.estimates ?? body.finance.estimateSum
  const budget = sums?.budget ?? steered?.sum ?? partialSum([])
  const budgetRef = place ? `investment-budget.${place.id}` : steered ? `budget.${steered.id}` : null
  return {
    ref: { kind: 'computed', id: place ? `estimate-difference.${place.id}` : 'estimate-difference' },
    title: t('figures.sum.estimate-difference', { place: placeName(t, body, place?.id ?? null) }),
    value: differenceValue(t, differenceOf(estimates.total, budget.total)),
    how: t('figures.how.estimate-difference'),
    terms: [
      term(
        { kind: 'computed', id: place ? `estimates.${place.id}` : 'estimates' },
        t('steering.money.estimates'),
        sumValue(t, estimates),
      ),
      ...(budgetRef === null
        ? []
        : [term({ kind: 'computed', id: budgetRef }, t('steering.money.budget'), sumValue(t, budget))]),
    ],
    unknown: estimates.unknown + budget.unknown,
    section: 'money',
  }
}

function differenceValue(t: ComputedRequest['t'], value: string | null): FigureValue {
  if (value === null) return { text: t('steering.money.unknown'), unknown: true }
  return { text: isZero(value) ? t('steering.money.matches') : formatChange(value, t.locale, 'amount') }
}

const term = (ref: FigureRef, title: string, value: FigureValue): FigureTerm => ({ ref, title, value, note: null })
