import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { FinanceNoteRow, MoneyRow, PurchaseRow, ReservationRow } from '@/lib/finance/model'
import { visibleTo } from '@/lib/finance/permissions'
import { purchaseFields, toPurchase } from '@/lib/finance/purchases/queries'
import { dayText, decimalText } from '@/lib/platform/columns'

/** Purchases of a project in stored order. */
export function listPurchases(viewer: Viewer, projectId: string): Promise<PurchaseRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.purchase.findMany({
      where: { projectId, ...visibleTo(viewer) },
      orderBy: { sort: 'asc' },
      select: purchaseFields,
    })
    return rows.map(toPurchase)
  })
}

/** Money set aside for purchases that have not been made. */
export function listReservations(viewer: Viewer, projectId: string): Promise<ReservationRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.reservation.findMany({
      where: { projectId, ...visibleTo(viewer) },
      orderBy: { sort: 'asc' },
      select: { id: true, investmentId: true, amount: true, asWritten: true, note: true, version: true },
    })
    return rows.map((row) => ({ ...row, amount: decimalText(row.amount) }))
  })
}

/** Remarks on the finances of the project or of one investment. */
export function listFinanceNotes(viewer: Viewer, projectId: string): Promise<FinanceNoteRow[]> {
  return asViewer(viewer, (tx) =>
    tx.financeNote.findMany({
      where: { projectId, ...visibleTo(viewer) },
      orderBy: { sort: 'asc' },
      select: { id: true, investmentId: true, text: true },
    }),
  )
}

const inOrder = [{ sort: 'asc' }, { id: 'asc' }] as const satisfies Prisma.ActualOrderByWithRelationInput[]

const moneyFields = {
  id: true,
  periodId: true,
  investmentId: true,
  workPackageId: true,
  costType: true,
  fundingSource: true,
  amount: true,
  amountAsWritten: true,
  asOf: true,
  note: true,
  version: true,
} as const satisfies Prisma.ForecastSelect

/** toteuma: what has been spent. An empty list means that nobody has told, which is not zero. */
export function listActuals(viewer: Viewer, projectId: string): Promise<MoneyRow[]> {
  return asViewer(viewer, async (tx) => {
    const where = { projectId, ...visibleTo(viewer) }
    const rows = await tx.actual.findMany({ where, orderBy: inOrder, select: moneyFields })
    return rows.map((row) => ({ ...row, amount: decimalText(row.amount), asOf: dayText(row.asOf) }))
  })
}

/** ennuste */
export function listForecasts(viewer: Viewer, projectId: string): Promise<MoneyRow[]> {
  return asViewer(viewer, async (tx) => {
    const where = { projectId, ...visibleTo(viewer) }
    const rows = await tx.forecast.findMany({ where, orderBy: inOrder, select: moneyFields })
    return rows.map((row) => ({ ...row, amount: decimalText(row.amount), asOf: dayText(row.asOf) }))
  })
}
