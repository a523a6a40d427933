import { fundingSourceLabels, vatBasisLabels } from '@/lib/finance/labels'
import { coded, column, dayOnly, missing, must, places, source } from '@/lib/reporting-api/columns/model'
import { ifNotRecorded, ifUnknown, type Missing } from '@/lib/reporting-api/missing/model'
import { type Field, type Resource, resourceOf, type Shown } from '@/lib/reporting-api/model'
import type {
  SnapshotBudgetLine,
  SnapshotEstimate,
  SnapshotFinanceRow,
  SnapshotInvestmentSums,
  SnapshotPurchase,
} from '@/lib/rounds/snapshot/money/model'

type Placed = { investmentId: string | null; workPackageId: string | null }

const inPlan = <Row extends Placed>(): Field<Row>[] => [
  column('investment_id', 'id', (row) => row.investmentId),
  column('unit_id', 'id', (row) => row.workPackageId),
]

const paidBy = <Row extends { costType: string | null; fundingSource: string | null }>(): Field<Row>[] => [
  column('cost_type', 'text', (row) => row.costType),
  ...coded<Row>('funding_source', fundingSourceLabels, (row) => row.fundingSource),
]

/** Euros, and why there are none. */
const amount = <Row>(read: (row: Row) => string | null, why: (row: Row) => Missing | null): Field<Row>[] => [
  column('amount', 'amount', read),
  ...missing('amount', why),
]

type Line = SnapshotBudgetLine & { table: { id: string; source: string } }

const lines = ({ body }: Shown): Line[] =>
  body.finance.budgets.flatMap(({ id, source: name, lines: own }) =>
    own.map((line) => ({ ...line, table: { id, source: name } })),
  )

/** A line that is not part of the project has no amount, whatever the source printed. */
const lineAmount = (row: Line) => (row.notInProject ? null : row.amount)

const moneyFields = (kind: 'actual' | 'forecast'): Field<SnapshotFinanceRow>[] => [
  ...places<SnapshotFinanceRow>((row) => [row.id]),
  column('period_key', 'text', (row) => row.periodKey),
  ...inPlan<SnapshotFinanceRow>(),
  ...paidBy<SnapshotFinanceRow>(),
  must('amount', 'amount', (row) => row.amount),
  column('as_of', 'day', (row) => dayOnly(row.asOf)),
  source(({ id }) => ({ kind, id })),
]

type Share = { purchaseId: string; investmentId: string; amount: string | null }

const sumFields = (
  name: string,
  read: (row: SnapshotInvestmentSums) => SnapshotInvestmentSums['budget'],
): Field<SnapshotInvestmentSums>[] => [
  column(name, 'amount', (row) => read(row).total),
  ...missing<SnapshotInvestmentSums>(name, (row) => {
    const { total, lines: all } = read(row)
    return total !== null ? null : all === 0 ? 'not_recorded' : 'unknown'
  }),
  must(`${name}_rows`, 'count', (row) => read(row).lines),
  must(`${name}_unknown`, 'count', (row) => read(row).unknown),
]

export const moneyFacts: readonly Resource[] = [
  resourceOf<Line>(
    'budget_lines',
    'fact',
    [
      ...places<Line>((row) => [row.id]),
      must('table_id', 'id', (row) => row.table.id),
      must('table_title', 'text', (row) => row.table.source),
      column('no', 'count', (row) => row.no),
      must('title', 'text', (row) => row.title),
      ...inPlan<Line>(),
      column('year', 'count', (row) => row.year),
      ...paidBy<Line>(),
      ...amount<Line>(lineAmount, (row) => (row.notInProject ? 'not_in_project' : ifUnknown(row.amount))),
      column('amount_as_written', 'text', (row) => row.amountAsWritten),
      source(({ id }) => ({ kind: 'budget_line', id })),
    ],
    lines,
  ),
  resourceOf<SnapshotEstimate>(
    'estimates',
    'fact',
    [
      ...places<SnapshotEstimate>((row) => [row.workPackageId]),
      ...inPlan<SnapshotEstimate>(),
      ...amount<SnapshotEstimate>(
        (row) => row.amount,
        (row) => ifUnknown(row.amount),
      ),
      column('amount_as_written', 'text', (row) => row.asWritten),
    ],
    ({ body }) => body.finance.estimates,
  ),
  resourceOf('actuals', 'fact', moneyFields('actual'), ({ body }) => body.finance.actuals),
  resourceOf('forecasts', 'fact', moneyFields('forecast'), ({ body }) => body.finance.forecasts),
  resourceOf<SnapshotPurchase>(
    'purchases',
    'fact',
    [
      ...places<SnapshotPurchase>((row) => [row.id]),
      must('purchase_id', 'id', (row) => row.id),
      must('code', 'text', (row) => row.sourceId),
      must('title', 'text', (row) => row.title),
      ...inPlan<SnapshotPurchase>(),
      ...amount<SnapshotPurchase>(
        (row) => row.amount,
        (row) => ifUnknown(row.amount),
      ),
      column('amount_as_written', 'text', (row) => row.amountAsWritten),
      ...coded<SnapshotPurchase>('vat', vatBasisLabels, (row) => row.vatBasis),
      column('supplier', 'text', (row) => row.supplier),
      must('is_small', 'flag', (row) => row.isSmall),
      column('decided_on', 'day', (row) => dayOnly(row.decidedOn)),
      column('contract_on', 'day', (row) => dayOnly(row.contractOn)),
      column('case_number', 'text', (row) => row.caseNumber),
      source(({ id }) => ({ kind: 'purchase', id })),
    ],
    ({ body }) => body.finance.purchases,
  ),
  resourceOf<Share>(
    'purchase_shares',
    'fact',
    [
      ...places<Share>((row) => [row.purchaseId, row.investmentId]),
      must('purchase_id', 'id', (row) => row.purchaseId),
      must('investment_id', 'id', (row) => row.investmentId),
      ...amount<Share>(
        (row) => row.amount,
        (row) => ifUnknown(row.amount),
      ),
    ],
    ({ body }) =>
      body.finance.purchases.flatMap(({ id, shares }) => shares.map((share) => ({ purchaseId: id, ...share }))),
  ),
  resourceOf<SnapshotInvestmentSums>(
    'investment_sums',
    'fact',
    [
      ...places<SnapshotInvestmentSums>((row) => [row.investmentId]),
      must('investment_id', 'id', (row) => row.investmentId),
      ...sumFields('budget', (row) => row.budget),
      ...sumFields('estimates', (row) => row.estimates),
      ...sumFields('purchases', (row) => row.purchases),
      column('actuals', 'amount', (row) => row.actuals),
      ...missing<SnapshotInvestmentSums>('actuals', (row) => ifNotRecorded(row.actuals)),
      column('forecast', 'amount', (row) => row.forecast),
      ...missing<SnapshotInvestmentSums>('forecast', (row) => ifNotRecorded(row.forecast)),
    ],
    ({ body }) => body.finance.byInvestment,
  ),
]
