import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { dayText, decimalText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'
import type { ProjectDetails, ServiceAreaRow, TileRow } from '@/lib/projects/details/model'
import { visibleProjects } from '@/lib/projects/permissions'

/** What the project page tells of a project, as part of another read. */
export const projectDetails = {
  id: true,
  key: true,
  name: true,
  nameVariants: true,
  description: true,
  organisation: { select: { name: true } },
  programme: { select: { name: true, retentionUntil: true } },
  programmeNote: true,
  periodAsWritten: true,
  periodStart: true,
  periodEnd: true,
  periodBasis: true,
  predecessor: true,
  totalCost: true,
  totalCostAsWritten: true,
  currency: true,
  steeringGroup: true,
  communicationMessage: true,
  newslettersPerYear: true,
  language: true,
  goals: { orderBy: bySort, select: { id: true, investmentId: true, no: true, text: true } },
  targetGroups: {
    orderBy: bySort,
    select: { id: true, investmentId: true, no: true, text: true, ageMin: true, ageMax: true },
  },
  effects: { orderBy: bySort, select: { id: true, goal: true, outcome: true, impact: true } },
  facts: { orderBy: bySort, select: { topic: true, key: true, text: true, data: true, source: true } },
} as const satisfies Prisma.ProjectSelect

/** Everything the project page tells; null when the project does not exist or is not the viewer's. */
export function findProjectDetails(viewer: Viewer, projectId: string): Promise<ProjectDetails | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.project.findFirst({
      where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
      select: projectDetails,
    })
    return row && toProjectDetails(row)
  })
}

/** A stored project with everything that its page tells. */
export function toProjectDetails(row: Prisma.ProjectGetPayload<{ select: typeof projectDetails }>): ProjectDetails {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    nameVariants: row.nameVariants,
    description: row.description,
    organisationName: row.organisation.name,
    programmeName: row.programme.name,
    programmeNote: row.programmeNote,
    retentionUntil: dayText(row.programme.retentionUntil),
    period: { asWritten: row.periodAsWritten, start: row.periodStart, end: row.periodEnd, basis: row.periodBasis },
    predecessor: row.predecessor,
    totalCost: { amount: decimalText(row.totalCost), asWritten: row.totalCostAsWritten, currency: row.currency },
    steeringGroup: row.steeringGroup,
    communicationMessage: row.communicationMessage,
    newslettersPerYear: row.newslettersPerYear,
    language: row.language,
    goals: row.goals,
    targetGroups: row.targetGroups,
    effects: row.effects,
    facts: row.facts,
  }
}

/** Service areas of a county, as part of another read. */
export const serviceAreasInOrder = {
  orderBy: [{ parent: { sort: 'asc' } }, { sort: 'asc' }],
  select: { id: true, parentId: true, name: true },
} satisfies Prisma.Organisation$serviceAreasArgs

/** Areas before their units. */
export function areasFirst(rows: readonly ServiceAreaRow[]): ServiceAreaRow[] {
  return [...rows.filter((row) => row.parentId === null), ...rows.filter((row) => row.parentId !== null)]
}

/** Boxes of the organisation overview in stored order, as part of another read. */
export const tilesInOrder = {
  orderBy: bySort,
  select: {
    id: true,
    serviceAreaId: true,
    slide: true,
    unitAsWritten: true,
    text: true,
    statusAsWritten: true,
    note: true,
    workPackages: { orderBy: { sort: 'asc' }, select: { workPackageId: true } },
  },
} as const satisfies Prisma.Project$tilesArgs

/** A stored box as the house knows it. */
export function toTile(stored: Prisma.OverviewTileGetPayload<{ select: typeof tilesInOrder.select }>): TileRow {
  const { workPackages, ...tile } = stored
  return { ...tile, workPackageIds: workPackages.map(({ workPackageId }) => workPackageId) }
}

/** Slides of the county's own review, in its order, as part of another read. */
export const reviewSlidesInOrder = {
  orderBy: { no: 'asc' },
  select: { id: true, no: true, title: true, type: true },
} as const satisfies Prisma.Project$reviewSlidesArgs
