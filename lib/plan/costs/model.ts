import { type BudgetSums, budgetSums } from '@/lib/finance/budgets/model'
import type { BudgetLineRow, BudgetTableRow, FundingSource } from '@/lib/finance/model'
import { type NamedPart, type YearItem, type YearTable, yearTable } from '@/lib/plan/tables/model'
import { add, divide, isZero, multiply, ratioPercent, subtract } from '@/lib/values/decimal'

/** Key of a row of money whose source nobody has told. */
const untoldSource = ''
type SourceKey = FundingSource | typeof untoldSource

/**
 * omarahoitus of a sum: how much, and how many per cent of it. No per cent where an amount is unknown, where the source of some
 * of it is not told, or where there is nothing to be a share of. Null amount: nobody has told whether any of it is own.
 */
export type OwnShare = { amount: string | null; percent: string | null; why: 'unknown' | 'untold' | 'nothing' | null }

export type CostTable = {
  id: string
  source: string
  /** Parts of the project, places in its structure or lines of their own; rows by their source of money */
  table: YearTable
  /** By the key of the part; `total` of the whole table */
  own: { parts: ReadonlyMap<string, OwnShare>; total: OwnShare }
  /** Computed beside printed */
  check: BudgetSums
  stated: string | null
  statedAsWritten: string | null
  /** Lines whose source prints "-": not part of the project */
  outside: string[]
}

/** A budget table by part, year and source of money, with own funding and its share. `nameOf` names the part of a line. */
export function costTable(table: BudgetTableRow, nameOf: (line: BudgetLineRow) => string): CostTable {
  const counted = table.lines.filter((line) => !line.notInProject)
  const items = counted.flatMap((line) => itemsOf(line, { key: partKey(line), name: nameOf(line) }))
  const summed = yearTable(items)
  return {
    id: table.id,
    source: table.source,
    table: summed,
    own: {
      parts: new Map(summed.parts.map(({ key }) => [key, ownShare(items.filter(({ part }) => part.key === key))])),
      total: ownShare(items),
    },
    check: budgetSums(table),
    stated: table.stated,
    statedAsWritten: table.statedAsWritten,
    outside: table.lines.filter((line) => line.notInProject).map(nameOf),
  }
}

const partKey = ({ workPackageId, investmentId, title }: BudgetLineRow): string =>
  workPackageId ?? investmentId ?? `title ${title}`

/** A line of several sources is split by their shares; what they leave over has no source told. */
function itemsOf({ amount, year, fundingSource, fundingShares }: BudgetLineRow, part: NamedPart): YearItem[] {
  const row = (source: SourceKey, money: string | null) => ({ part, row: source, year, amount: money })
  if (fundingSource !== null || fundingShares.length === 0) return [row(fundingSource ?? untoldSource, amount)]
  const shares = fundingShares.map(({ source, percent }) =>
    row(source, amount === null ? null : share(amount, percent)),
  )
  const told = fundingShares.reduce((sum, { percent }) => add(sum, percent), '0')
  const rest = subtract('100', told)
  if (isZero(rest)) return shares
  return [...shares, row(untoldSource, amount === null ? null : share(amount, rest))]
}

/** Exact: both have at most two decimals. */
const share = (amount: string, percent: string): string => divide(multiply(amount, percent), '100', 6) ?? '0'

function ownShare(items: readonly YearItem[]): OwnShare {
  const total = (list: readonly YearItem[]) => list.reduce((sum, { amount }) => add(sum, amount ?? '0'), '0')
  const ownItems = items.filter(({ row }) => row === 'own')
  const amount = total(ownItems)
  const untold = items.some(({ row }) => row === untoldSource)
  // Where every source is told, none own is zero; but not where no amount is known.
  const known = (ownItems.length === 0 && !untold ? items : ownItems).some((one) => one.amount !== null) ? amount : null
  if (items.some((item) => item.amount === null)) return { amount: known, percent: null, why: 'unknown' }
  if (untold) return { amount: known, percent: null, why: 'untold' }
  const percent = ratioPercent(amount, total(items), 2)
  return percent === null ? { amount: known, percent, why: 'nothing' } : { amount, percent, why: null }
}
