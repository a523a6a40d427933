import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { BudgetTableRow } from '@/lib/finance/model'
import { visibleTo } from '@/lib/finance/permissions'
import { fundingSharesInOrder, toFundingShare } from '@/lib/finance/shares/queries'
import { decimalText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'

/** Budget tables of a project with their lines and remarks, as part of another read. */
export const budgetTablesInOrder = {
  orderBy: bySort,
  select: {
    id: true,
    source: true,
    statedTotal: true,
    statedTotalAsWritten: true,
    version: true,
    lines: {
      orderBy: bySort,
      select: {
        id: true,
        no: true,
        investmentId: true,
        workPackageId: true,
        pillarAsWritten: true,
        investmentAsWritten: true,
        title: true,
        year: true,
        costType: true,
        fundingSource: true,
        amount: true,
        amountAsWritten: true,
        notInProject: true,
        version: true,
        fundingShares: fundingSharesInOrder,
      },
    },
    notes: {
      orderBy: [{ kind: 'asc' }, { sort: 'asc' }],
      select: { id: true, kind: true, level: true, investmentId: true, workPackageId: true, text: true },
    },
  },
} as const satisfies Prisma.Project$budgetTablesArgs

/** A stored budget table as the house knows it. */
export function toBudgetTable(
  stored: Prisma.BudgetTableGetPayload<{ select: typeof budgetTablesInOrder.select }>,
): BudgetTableRow {
  const { statedTotal, statedTotalAsWritten, ...table } = stored
  return {
    ...table,
    stated: decimalText(statedTotal),
    statedAsWritten: statedTotalAsWritten,
    lines: table.lines.map((line) => ({
      ...line,
      amount: decimalText(line.amount),
      fundingShares: line.fundingShares.map(toFundingShare),
    })),
  }
}

/** Budget tables of a project with their lines, printed totals and the remarks on them. */
export function listBudgetTables(viewer: Viewer, projectId: string): Promise<BudgetTableRow[]> {
  return asViewer(viewer, async (tx) => {
    const tables = await tx.budgetTable.findMany({ where: { projectId, ...visibleTo(viewer) }, ...budgetTablesInOrder })
    return tables.map(toBudgetTable)
  })
}
