import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { decimalText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'
import type { Ending, Remark, WorkPackageDetails, WorkPackageRow } from '@/lib/work-packages/model'
import { visibleTo } from '@/lib/work-packages/permissions'

const rowFields = {
  id: true,
  sourceId: true,
  parentId: true,
  investmentId: true,
  level: true,
  reports: true,
  code: true,
  titlePlan: true,
  titleReview: true,
  earlierTitles: true,
  responsibleRole: true,
  lifecycle: true,
  statusText: true,
  serviceAreas: {
    orderBy: { sort: 'asc' },
    select: { serviceArea: { select: { id: true, parentId: true, name: true } } },
  },
  covers: { orderBy: { sort: 'asc' }, select: { coveredId: true } },
  coveredBy: { orderBy: { unit: { sort: 'asc' } }, select: { unitId: true } },
  coordinators: { orderBy: { user: { name: 'asc' } }, select: { user: { select: { id: true, name: true } } } },
} as const satisfies Prisma.WorkPackageSelect

/** What is read of a work package with everything that is told of it, as part of another read too. */
export const detailFields = {
  ...rowFields,
  scheduleAsWritten: true,
  scheduleStart: true,
  scheduleEnd: true,
  scheduleNote: true,
  costEstimate: true,
  costAsWritten: true,
  costNote: true,
  costBasis: true,
  statusAsWritten: true,
  serviceAreaBasis: true,
  serviceAreaNote: true,
  reviewSlides: true,
  endedAsWritten: true,
  endedCode: true,
  endedTitle: true,
  endedSummary: true,
  endedLinksMissing: true,
  remarks: true,
  note: true,
  items: { orderBy: [{ kind: 'asc' }, { sort: 'asc' }], select: { id: true, kind: true, type: true, text: true } },
  links: {
    orderBy: [{ atEnd: 'asc' }, { sort: 'asc' }],
    select: { id: true, label: true, url: true, note: true, atEnd: true },
  },
} as const satisfies Prisma.WorkPackageSelect

/** Work packages of a project with who reports for what, as part of another read. */
export const workPackagesInOrder = { orderBy: bySort, select: rowFields } as const

/** Work packages and their parts in stored order, with who reports for what. */
export function listWorkPackages(viewer: Viewer, projectId: string): Promise<WorkPackageRow[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.workPackage.findMany({
      where: { projectId, ...visibleTo(viewer) },
      ...workPackagesInOrder,
    })
    return rows.map(toWorkPackage)
  })
}

type StoredRow = Prisma.WorkPackageGetPayload<{ select: typeof rowFields }>
type StoredDetails = Prisma.WorkPackageGetPayload<{ select: typeof detailFields }>

/** A stored work package as the house knows it, with little. */
export function toWorkPackage(row: StoredRow): WorkPackageRow {
  return {
    id: row.id,
    sourceId: row.sourceId,
    parentId: row.parentId,
    investmentId: row.investmentId,
    level: row.level,
    reports: row.reports,
    code: row.code,
    titlePlan: row.titlePlan,
    titleReview: row.titleReview,
    earlierTitles: row.earlierTitles,
    responsibleRole: row.responsibleRole,
    lifecycle: row.lifecycle,
    statusText: row.statusText,
    serviceAreas: row.serviceAreas.map(({ serviceArea }) => serviceArea),
    covers: row.covers.map(({ coveredId }) => coveredId),
    coveredBy: row.coveredBy.map(({ unitId }) => unitId),
    coordinators: row.coordinators.map(({ user }) => ({ userId: user.id, name: user.name })),
  }
}

/** A stored work package as the house knows it. */
export function toDetails(row: StoredDetails): WorkPackageDetails {
  return {
    ...toWorkPackage(row),
    schedule: {
      asWritten: row.scheduleAsWritten,
      start: row.scheduleStart,
      end: row.scheduleEnd,
      note: row.scheduleNote,
    },
    cost: {
      estimate: decimalText(row.costEstimate),
      asWritten: row.costAsWritten,
      note: row.costNote,
      basis: row.costBasis,
    },
    statusAsWritten: row.statusAsWritten,
    serviceAreaBasis: row.serviceAreaBasis,
    serviceAreaNote: row.serviceAreaNote,
    reviewSlides: row.reviewSlides,
    ended: endingOf(row),
    remarks: remarksOf(row.remarks),
    note: row.note,
    items: row.items,
    links: row.links,
  }
}

function endingOf(row: StoredDetails): Ending | null {
  const ending = {
    asWritten: row.endedAsWritten,
    code: row.endedCode,
    title: row.endedTitle,
    summary: row.endedSummary,
    linksMissing: row.endedLinksMissing,
  }
  return Object.values(ending).some((part) => part !== null) ? ending : null
}

function remarksOf(stored: Prisma.JsonValue): Remark[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((remark) => {
    if (typeof remark !== 'object' || remark === null || Array.isArray(remark)) return []
    return typeof remark.kind === 'string' ? [{ ...remark, kind: remark.kind }] : []
  })
}
