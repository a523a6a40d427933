import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { FinanceNoteRow, MoneyRow, PurchaseRow, ReservationRow } from '@/lib/finance/model'
import { visibleTo } from '@/lib/finance/permissions'
import { purchaseFields, toPurchase } from '@/lib/finance/purchases/queries'
import { dayText, decimalText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'

/** Purchases of a project in stored order, as part of another read. */
export const purchasesInOrder = { orderBy: bySort, select: purchaseFields } as const

/** Purchases of a project in stored order. */
export function listPurchases(viewer: Viewer, projectId: string): Promise<PurchaseRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.purchase.findMany({ where: { projectId, ...visibleTo(viewer) }, ...purchasesInOrder })
    return rows.map(toPurchase)
  })
}

/** Money set aside, as part of another read. */
export const reservationsInOrder = {
  orderBy: bySort,
  select: { id: true, investmentId: true, amount: true, asWritten: true, note: true, version: true },
} as const satisfies Prisma.Project$reservationsArgs

type StoredReservation = Prisma.ReservationGetPayload<{ select: typeof reservationsInOrder.select }>

/** A stored reservation as the house knows it. */
export function toReservation(row: StoredReservation): ReservationRow {
  return { ...row, amount: decimalText(row.amount) }
}

/** Money set aside for purchases that have not been made. */
export function listReservations(viewer: Viewer, projectId: string): Promise<ReservationRow[]> {
  return asViewer(viewer, async (tx) => {
    const where = { projectId, ...visibleTo(viewer) }
    return (await tx.reservation.findMany({ where, ...reservationsInOrder })).map(toReservation)
  })
}

/** Remarks on the finances of the project or of one investment, as part of another read. */
export const financeNotesInOrder = {
  orderBy: bySort,
  select: { id: true, investmentId: true, text: true, version: true },
} as const satisfies Prisma.Project$financeNotesArgs

/** One remark of the project; null when it is not there for the viewer. */
export function findFinanceNote(viewer: Viewer, projectId: string, id: string): Promise<FinanceNoteRow | null> {
  return asViewer(viewer, (tx) => {
    const where = { id, projectId, ...visibleTo(viewer) }
    return tx.financeNote.findFirst({ where, select: financeNotesInOrder.select })
  })
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

/** Actuals or forecasts of a project, as part of another read. */
export const moneyInOrder = { orderBy: [...inOrder], select: moneyFields }

/** Stored actuals or forecasts as the house knows them. */
export function toMoney(row: Prisma.ForecastGetPayload<{ select: typeof moneyFields }>): MoneyRow {
  return { ...row, amount: decimalText(row.amount), asOf: dayText(row.asOf) }
}

/** toteuma: what has been spent. An empty list means that nobody has told, which is not zero. */
export function listActuals(viewer: Viewer, projectId: string): Promise<MoneyRow[]> {
  return asViewer(viewer, async (tx) => {
    const where = { projectId, ...visibleTo(viewer) }
    return (await tx.actual.findMany({ where, ...moneyInOrder })).map(toMoney)
  })
}

/** ennuste */
export function listForecasts(viewer: Viewer, projectId: string): Promise<MoneyRow[]> {
  return asViewer(viewer, async (tx) => {
    const where = { projectId, ...visibleTo(viewer) }
    return (await tx.forecast.findMany({ where, ...moneyInOrder })).map(toMoney)
  })
}
