import { asViewer } from '@/lib/access/viewer'
import type { ActualInput } from '@/lib/finance/actuals/schema'
import { addBudgetTable } from '@/lib/finance/budgets/commands'
import type { BudgetLineInput } from '@/lib/finance/budgets/lines/schema'
import type { PurchaseInput } from '@/lib/finance/purchases/schema'
import { makeRound, type Round } from '@/tests/support/builders/round'

export type Finances = Round & { first: string; second: string; tableId: string }

/** A round whose project has two investments, one work package under each, and an empty budget. */
export async function makeFinances(): Promise<Finances> {
  const round = await makeRound()
  const { organisationId, projectId } = round
  const [first = '', second = ''] = await asViewer(round.system, async (tx) => {
    const own = { organisationId, projectId }
    const level = await tx.investmentLevel.create({
      data: { ...own, key: 'investment', label: 'Investointi', depth: 0 },
    })
    const made = []
    for (const [sort, title] of ['Investointi 1', 'Investointi 2'].entries()) {
      const data = { ...own, levelId: level.id, sourceId: `I${sort + 1}`, code: `I${sort + 1}`, title, sort }
      made.push((await tx.investment.create({ data, select: { id: true } })).id)
    }
    return made
  })
  const table = await addBudgetTable(round.finance, {
    projectId,
    source: 'Hankesuunnitelma',
    stated: '200000',
    statedAsWritten: null,
  })
  if (!table.ok) throw new Error(table.reason)
  return { ...round, first, second, tableId: table.value.id }
}

export const lineOf = (
  { projectId, tableId, first }: Finances,
  part: Partial<BudgetLineInput> = {},
): BudgetLineInput => ({
  projectId,
  tableId,
  investmentId: first,
  workPackageId: null,
  costType: null,
  fundingSource: null,
  no: 1,
  title: 'Palvelujen ostot',
  pillarAsWritten: null,
  investmentAsWritten: null,
  year: 2025,
  amount: '100000.00',
  amountAsWritten: '100 000 €',
  notInProject: false,
  shares: [],
  ...part,
})

export const actualOf = ({ projectId, first, periodId }: Finances, part: Partial<ActualInput> = {}): ActualInput => ({
  projectId,
  investmentId: first,
  workPackageId: null,
  periodId,
  costType: 'Palkat',
  fundingSource: 'grant',
  amount: '1234.50',
  amountAsWritten: '1 234,50',
  asOf: '2025-09-30',
  note: null,
  ...part,
})

export const purchaseOf = (
  { projectId, first, periodId }: Finances,
  part: Partial<PurchaseInput> = {},
): PurchaseInput => ({
  projectId,
  title: 'Verkkokoulutus',
  investmentId: first,
  workPackageId: null,
  periodId,
  amount: '2500.00',
  amountAsWritten: '2 500,00',
  vatBasis: 'excluded',
  supplier: 'Toimittaja Oy',
  contract: null,
  contractOn: null,
  decisionText: null,
  decidedOn: null,
  caseNumber: null,
  isSmall: true,
  note: null,
  contractors: [],
  parts: [],
  shares: [],
  ...part,
})
