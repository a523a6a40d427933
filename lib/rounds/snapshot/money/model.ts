import type { PartialSum } from '@/lib/finance/model'

export type SnapshotFinance = {
  budgets: SnapshotBudget[]
  /** The plan's own cost estimates of work packages */
  estimates: SnapshotEstimate[]
  estimateSum: PartialSum
  actuals: SnapshotFinanceRow[]
  forecasts: SnapshotFinanceRow[]
  purchases: SnapshotPurchase[]
  purchaseSum: PartialSum
  reservations: {
    id: string
    investmentId: string | null
    amount: string | null
    asWritten: string | null
    note: string | null
  }[]
  notes: { id: string; investmentId: string | null; text: string }[]
  /** Funding split of the whole project */
  fundingShares: SnapshotFundingShare[]
  /** Per investment that carries a sum: what is asked, planned and bought under it, its sub-areas included. */
  byInvestment: SnapshotInvestmentSums[]
}

export type SnapshotEstimate = {
  workPackageId: string
  investmentId: string | null
  amount: string | null
  asWritten: string | null
}

export type SnapshotBudget = {
  id: string
  source: string
  stated: string | null
  statedAsWritten: string | null
  lines: SnapshotBudgetLine[]
  /** Of the lines that are part of the project */
  sum: PartialSum
  /** Lines that are not part of the project: "-" in the source, no zero */
  notInProject: number
  /** Computed − printed; null when nothing was printed */
  difference: string | null
  /** Estimates of the work packages − printed */
  estimateDifference: string | null
  notes: {
    id: string
    kind: 'mismatch' | 'observation'
    level: string | null
    investmentId: string | null
    workPackageId: string | null
    text: string
  }[]
}

export type SnapshotBudgetLine = {
  id: string
  no: number | null
  investmentId: string | null
  workPackageId: string | null
  pillarAsWritten: string | null
  investmentAsWritten: string | null
  title: string
  year: number | null
  costType: string | null
  fundingSource: string | null
  amount: string | null
  amountAsWritten: string | null
  notInProject: boolean
  fundingShares: SnapshotFundingShare[]
}

export type SnapshotFinanceRow = {
  id: string
  periodKey: string | null
  investmentId: string | null
  workPackageId: string | null
  costType: string | null
  fundingSource: string | null
  amount: string
  asOf: string | null
  note: string | null
}

export type SnapshotPurchase = {
  id: string
  sourceId: string
  investmentId: string | null
  workPackageId: string | null
  tableNo: number | null
  title: string
  amount: string | null
  amountAsWritten: string | null
  vatBasis: 'included' | 'excluded' | null
  supplier: string | null
  contract: string | null
  flag: string | null
  note: string | null
  isSmall: boolean
  decisionText: string | null
  decidedOn: string | null
  contractOn: string | null
  caseNumber: string | null
  contractors: { id: string; name: string; businessId: string | null; isSubcontractor: boolean }[]
  /** Parts that other investments pay; an unknown part is null */
  shares: { investmentId: string; amount: string | null }[]
  fundingShares: SnapshotFundingShare[]
}

export type SnapshotFundingShare = { source: string; percent: string; note: string | null }

export type SnapshotInvestmentSums = {
  investmentId: string
  budget: PartialSum
  notInProject: number
  estimates: PartialSum
  purchases: PartialSum
  /** Null: nothing has been recorded, which is not zero. */
  actuals: string | null
  forecast: string | null
}
