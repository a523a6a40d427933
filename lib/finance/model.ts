import { compare, subtract, sum } from '@/lib/values/decimal'

export const fundingSources = ['grant', 'own', 'eu', 'rrf', 'other_eu', 'national', 'other'] as const
export type FundingSource = (typeof fundingSources)[number]

export const vatBases = ['included', 'excluded'] as const
export type VatBasis = (typeof vatBases)[number]

export const budgetNoteKinds = ['mismatch', 'observation'] as const
export type BudgetNoteKind = (typeof budgetNoteKinds)[number]

/** hankinta; null amount: unknown, and what was printed stands in `amountAsWritten`. Euros. */
export type PurchaseRow = {
  id: string
  sourceId: string
  investmentId: string | null
  workPackageId: string | null
  /** The period whose review lists it */
  periodId: string | null
  tableNo: number | null
  title: string
  amount: string | null
  amountAsWritten: string | null
  vatBasis: VatBasis | null
  supplier: string | null
  contract: string | null
  workPackageBasis: string | null
  flag: string | null
  note: string | null
  /** pienhankinta */
  isSmall: boolean
  decisionText: string | null
  decidedOn: string | null
  contractOn: string | null
  caseNumber: string | null
  contractors: ContractorRow[]
  /** Parts that other investments pay; an unknown part is null */
  shares: { investmentId: string; amount: string | null }[]
  fundingShares: FundingShareRow[]
  version: number
}

export type ContractorRow = {
  id: string
  name: string
  businessId: string | null
  isSubcontractor: boolean
  /** The contractor that a subcontractor works for; null when it is not told */
  contractorId: string | null
}

/** Share of one funding source in a cost, in percent with two decimals. */
export type FundingShareRow = { source: FundingSource; percent: string; note: string | null }

export type ReservationRow = {
  id: string
  investmentId: string | null
  amount: string | null
  asWritten: string | null
  note: string | null
  version: number
}

export type FinanceNoteRow = { id: string; investmentId: string | null; text: string; version: number }

export type BudgetLineRow = {
  id: string
  no: number | null
  investmentId: string | null
  workPackageId: string | null
  pillarAsWritten: string | null
  investmentAsWritten: string | null
  title: string
  year: number | null
  costType: string | null
  fundingSource: FundingSource | null
  amount: string | null
  amountAsWritten: string | null
  /** "-" in the source: not part of the project, which is neither zero nor unknown */
  notInProject: boolean
  fundingShares: FundingShareRow[]
  version: number
}

export type BudgetNoteRow = {
  id: string
  kind: BudgetNoteKind
  level: string | null
  investmentId: string | null
  workPackageId: string | null
  text: string
}

/** A budget table with the total its source prints. */
export type BudgetTableRow = {
  id: string
  source: string
  stated: string | null
  statedAsWritten: string | null
  lines: BudgetLineRow[]
  notes: BudgetNoteRow[]
  version: number
}

/** toteuma or ennuste */
export type MoneyRow = {
  id: string
  periodId: string | null
  investmentId: string | null
  workPackageId: string | null
  costType: string | null
  fundingSource: FundingSource | null
  amount: string
  amountAsWritten: string | null
  /** Day up to which an actual counts, or on which a forecast was made */
  asOf: string | null
  note: string | null
  version: number
}

/** A sum of what is known, of how many, and how many were not known. Null: nothing is known, which is not zero. */
export type PartialSum = { total: string | null; lines: number; unknown: number }

export function partialSum(amounts: readonly (string | null)[]): PartialSum {
  const { total, unknown } = sum(amounts)
  return { total: amounts.length === 0 ? null : total, lines: amounts.length, unknown }
}

/** Partial sums by a key of the rows, in the order in which the keys first appear. Rows without a key are left out. */
export function sumsBy<T extends { amount: string | null }>(
  rows: readonly T[],
  keyOf: (row: T) => string | null,
): Map<string, PartialSum> {
  const amounts = new Map<string, (string | null)[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null) amounts.set(key, [...(amounts.get(key) ?? []), row.amount])
  }
  return new Map([...amounts].map(([key, list]) => [key, partialSum(list)]))
}

/** Whether two amounts are one, however their decimals are written; unknown is the same as unknown only. */
export function sameAmount(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : compare(a, b) === 0
}

/** First minus second; null when either is unknown. */
export function differenceOf(a: string | null, b: string | null): string | null {
  return a === null || b === null ? null : subtract(a, b)
}
