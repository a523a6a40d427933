import type { EffectRow } from '@/lib/finance/effects/model'
import { forecastsInForce } from '@/lib/finance/forecasts/model'
import {
  type BudgetLineRow,
  type BudgetNoteRow,
  type BudgetTableRow,
  type FinanceNoteRow,
  type FundingShareRow,
  type FundingSource,
  type MoneyRow,
  type PartialSum,
  type PurchaseRow,
  partialSum,
} from '@/lib/finance/model'
import { branchOfPlace, type InvestmentPlace } from '@/lib/finance/places/model'
import { paidBy } from '@/lib/finance/purchases/model'
import { add, divide, multiply, subtract } from '@/lib/values/decimal'

type Line = Pick<
  BudgetLineRow,
  | 'id'
  | 'investmentId'
  | 'workPackageId'
  | 'year'
  | 'costType'
  | 'fundingSource'
  | 'amount'
  | 'notInProject'
  | 'fundingShares'
>
type Table = Pick<BudgetTableRow, 'id' | 'source' | 'stated' | 'statedAsWritten'> & {
  lines: Line[]
  notes: Pick<BudgetNoteRow, 'id' | 'kind' | 'text'>[]
}
type Purchase = Pick<PurchaseRow, 'investmentId' | 'workPackageId' | 'amount' | 'shares'>

/** All the money of a project. */
export type Money = {
  tables: Table[]
  actuals: MoneyRow[]
  /** Replaced ones too */
  forecasts: MoneyRow[]
  purchases: Purchase[]
  reservations: { investmentId: string | null; amount: string | null }[]
  notes: FinanceNoteRow[]
  /** Funding of the whole project */
  shares: FundingShareRow[]
  /** Version of the project's row, on which a change of its funding is based */
  version: number
  effects: EffectRow[]
}

export const emptyMoney: Money = {
  tables: [],
  actuals: [],
  forecasts: [],
  purchases: [],
  reservations: [],
  notes: [],
  shares: [],
  version: 1,
  effects: [],
}

/** What of the money is looked at together: everything of a place, of a year, of a kind. */
export type Slice = {
  budget: PartialSum
  /** Lines that are not part of the project */
  outside: number
  effects: PartialSum
  inForce: string | null
  actuals: PartialSum
  forecasts: PartialSum
  purchases: PartialSum
  reservations: PartialSum
}

type Parts = {
  lines: readonly Line[]
  effects: readonly EffectRow[]
  actuals: readonly MoneyRow[]
  forecasts: readonly MoneyRow[]
  purchases: readonly { amount: string | null }[]
  reservations: readonly { amount: string | null }[]
}

const sumOf = (rows: readonly { amount: string | null }[]): PartialSum => partialSum(rows.map(({ amount }) => amount))

function sliceOf({ lines, effects, actuals, forecasts, purchases, reservations }: Parts): Slice {
  const inside = lines.filter(({ notInProject }) => !notInProject)
  const budget = sumOf(inside)
  const counted = partialSum(effects.filter(({ inForce }) => inForce).map(({ change }) => change))
  return {
    budget,
    outside: lines.length - inside.length,
    effects: counted,
    inForce: counted.total === null ? budget.total : add(budget.total ?? '0', counted.total),
    actuals: sumOf(actuals),
    forecasts: sumOf(forecasts),
    purchases: sumOf(purchases),
    reservations: sumOf(reservations),
  }
}

/** A line of the overview; `investment` null: what belongs to no part of the structure. */
export type InvestmentSlice = { investment: InvestmentPlace | null; depth: number; slice: Slice }

/** Money per investment with its sub-areas, each with everything under it; then what belongs to none. */
export function byInvestment(
  money: Money,
  lines: readonly Line[],
  investments: readonly InvestmentPlace[],
): InvestmentSlice[] {
  const forecasts = forecastsInForce(money.forecasts)
  const sliceWhere = (ids: ReadonlySet<string | null>) => {
    const inside = <T extends { investmentId: string | null }>(rows: readonly T[]) =>
      rows.filter((row) => ids.has(row.investmentId))
    return sliceOf({
      lines: inside(lines),
      effects: inside(money.effects),
      actuals: inside(money.actuals),
      forecasts: inside(forecasts),
      purchases: money.purchases.flatMap((one) => [...ids].flatMap((id) => paid(one, id))),
      reservations: inside(money.reservations),
    })
  }
  const rows = investments.map((investment) => ({
    investment,
    depth: depthOf(investments, investment),
    slice: sliceWhere(new Set(branchOfPlace(investments, investment.id))),
  }))
  const rest = sliceWhere(new Set([null]))
  return isEmpty(rest) ? rows : [...rows, { investment: null, depth: 0, slice: rest }]
}

function paid(purchase: Purchase, id: string | null): { amount: string | null }[] {
  const part =
    id === null ? (purchase.investmentId === null ? { amount: purchase.amount } : null) : paidBy(purchase, id)
  return part ? [part] : []
}

function depthOf(investments: readonly InvestmentPlace[], { parentId }: InvestmentPlace): number {
  const parent = investments.find(({ id }) => id === parentId)
  return parent ? depthOf(investments, parent) + 1 : 0
}

const isEmpty = ({ budget, outside, effects, actuals, forecasts, purchases, reservations }: Slice): boolean =>
  [budget, effects, actuals, forecasts, purchases, reservations].every(({ lines }) => lines === 0) && outside === 0

/** Everything together. */
export function wholeSlice(money: Money, lines: readonly Line[]): Slice {
  return sliceOf({ ...money, lines, forecasts: forecastsInForce(money.forecasts) })
}

export const dimensions = ['investment', 'package', 'year', 'costType', 'source'] as const
export type Dimension = (typeof dimensions)[number]

/** Rows of one of the other ways to look at money; null key: not told. */
export type KeySlice = { key: string | null; slice: Slice }

/** Money by work package, year, cost type or funding source, in the order in which the keys first appear; not told last. */
export function byKey(
  money: Money,
  lines: readonly Line[],
  dimension: Exclude<Dimension, 'investment'>,
  yearOfPeriod: (periodId: string) => string | null,
): KeySlice[] {
  const keyOf = keyReaders(yearOfPeriod)[dimension]
  // The day of a forecast is when it was made: it says nothing of the year the money is spent.
  const forecasts = forecastsInForce(money.forecasts).map((row) => ({ ...row, asOf: null }))
  const purchases = dimension === 'package' ? money.purchases : []
  const everything = [lines, money.effects, money.actuals, forecasts, purchases].flat()
  const keys = [...new Set(everything.map(keyOf))].sort((a, b) => Number(a === null) - Number(b === null))
  if (dimension === 'year') keys.sort((a, b) => (a === null || b === null ? 0 : Number(a) - Number(b)))
  return keys.map((key) => {
    const inside = <T extends Keyed>(rows: readonly T[]) => rows.filter((row) => keyOf(row) === key)
    return {
      key,
      slice: sliceOf({
        lines: inside(lines),
        effects: inside(money.effects),
        actuals: inside(money.actuals),
        forecasts: inside(forecasts),
        purchases: inside(purchases),
        reservations: [],
      }),
    }
  })
}

type Keyed = Partial<{
  workPackageId: string | null
  year: number | null
  periodId: string | null
  asOf: string | null
  costType: string | null
  fundingSource: FundingSource | null
}>

function keyReaders(yearOfPeriod: (periodId: string) => string | null) {
  const yearOf = ({ year, periodId, asOf }: Keyed): string | null => {
    if (year !== undefined) return year === null ? null : String(year)
    return (periodId ? yearOfPeriod(periodId) : null) ?? asOf?.slice(0, 4) ?? null
  }
  return {
    package: (row: Keyed) => row.workPackageId ?? null,
    year: yearOf,
    costType: (row: Keyed) => row.costType ?? null,
    source: (row: Keyed) => row.fundingSource ?? null,
  }
}

/** How a cost is parted by funding source; `open`: what no source is told for, null where no amount is known. Euros. */
export type FundingSplit = { bySource: Map<FundingSource, string>; open: PartialSum }

/** Funding of budget lines: by their shares, else by their one source. A line of unknown amount is counted as such. */
export function fundingOf(lines: readonly Line[]): FundingSplit {
  const bySource: FundingSplit['bySource'] = new Map()
  const open: (string | null)[] = []
  const give = (source: FundingSource, amount: string) => bySource.set(source, add(bySource.get(source) ?? '0', amount))
  for (const { amount, notInProject, fundingShares, fundingSource } of lines) {
    if (notInProject) continue
    if (amount === null) {
      open.push(null)
      continue
    }
    let left = amount
    const shares =
      fundingShares.length > 0 ? fundingShares : fundingSource ? [{ source: fundingSource, percent: '100' }] : []
    for (const { source, percent } of shares) {
      const part = divide(multiply(amount, percent), '100', 6) ?? '0'
      give(source, part)
      left = subtract(left, part)
    }
    open.push(left)
  }
  return { bySource, open: partialSum(open) }
}

/** Funding of each investment with everything under it. */
export function fundingByInvestment(
  lines: readonly Line[],
  investments: readonly InvestmentPlace[],
): { investment: InvestmentPlace; depth: number; split: FundingSplit }[] {
  return investments.map((investment) => {
    const ids = new Set<string | null>(branchOfPlace(investments, investment.id))
    const split = fundingOf(lines.filter((line) => ids.has(line.investmentId)))
    return { investment, depth: depthOf(investments, investment), split }
  })
}
