import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { bySort } from '@/lib/platform/order'
import type { ToimintamalliRow } from '@/lib/toimintamallit/model'
import { visibleTo } from '@/lib/toimintamallit/permissions'

const fields = {
  id: true,
  workPackageId: true,
  investments: { orderBy: { sort: 'asc' }, select: { investmentId: true } },
  name: true,
  innokylaUrl: true,
  describedInInnokyla: true,
  listedInReportTable: true,
  tablePlace: true,
  piloted: true,
  pilotedAsWritten: true,
  takenIntoUse: true,
  stayedInUse: true,
  stayedInUseAsWritten: true,
  statusText: true,
  goals: true,
  goalMet: true,
  goalMetBasis: true,
  results: true,
  ownerAfterProject: true,
  place: true,
  sectionRef: true,
  sectionTitle: true,
  note: true,
  titleTag: true,
  version: true,
  addresses: { orderBy: bySort, select: { place: true, url: true } },
} as const satisfies Prisma.ToimintamalliSelect

/** Toimintamallit of a project or a work package in stored order, as part of another read. */
export const toimintamallitInOrder = { orderBy: bySort, select: fields } as const

/** One toimintamalli; null when it does not exist or is not the viewer's. */
export function findToimintamalli(viewer: Viewer, id: string): Promise<ToimintamalliRow | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.toimintamalli.findFirst({ where: { id, ...visibleTo(viewer) }, select: fields })
    return row && toToimintamalli(row)
  })
}

/** A stored toimintamalli as the house knows it. */
export function toToimintamalli(stored: Prisma.ToimintamalliGetPayload<{ select: typeof fields }>): ToimintamalliRow {
  const { investments, describedInInnokyla, ...row } = stored
  return { ...row, described: describedInInnokyla, investmentIds: investments.map(({ investmentId }) => investmentId) }
}
