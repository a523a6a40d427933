import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { BudgetTableRow } from '@/lib/finance/model'
import { visibleTo } from '@/lib/finance/permissions'
import { fundingSharesInOrder, toFundingShare } from '@/lib/finance/shares/queries'
import { decimalText } from '@/lib/platform/columns'

/** Budget tables of a project with their lines, printed totals and the remarks on them. */
export function listBudgetTables(viewer: Viewer, projectId: string): Promise<BudgetTableRow[]> {
  return asViewer(viewer, async (tx) => {
    const tables = await tx.budgetTable.findMany({
      where: { projectId, ...visibleTo(viewer) },
      orderBy: { sort: 'asc' },
      select: {
        id: true,
        source: true,
        statedTotal: true,
        statedTotalAsWritten: true,
        version: true,
        lines: {
          orderBy: { sort: 'asc' },
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
    })
    return tables.map(({ statedTotal, statedTotalAsWritten, ...table }) => ({
      ...table,
      stated: decimalText(statedTotal),
      statedAsWritten: statedTotalAsWritten,
      lines: table.lines.map((line) => ({
        ...line,
        amount: decimalText(line.amount),
        fundingShares: line.fundingShares.map(toFundingShare),
      })),
    }))
  })
}
