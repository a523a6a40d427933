import 'server-only'
import { fingerprint } from '@/lib/access/fingerprint'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer, organisationOf } from '@/lib/access/viewer'
import type { ProjectStructure, Use } from '@/lib/plan/structure/model'
import { type StructureTable, usesOf } from '@/lib/plan/structure/uses/queries'
import { decimalText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { bySort } from '@/lib/platform/order'
import { visibleProjects } from '@/lib/projects/permissions'

const stamped = <T extends object>(row: T): T & { stamp: string } => ({
  ...row,
  stamp: fingerprint(JSON.stringify(row)),
})

/** Place of each row among those under the same one above, from 1. */
function positions<T extends { parentId: string | null }>(rows: readonly T[]): (T & { position: number })[] {
  const counts = new Map<string | null, number>()
  return rows.map((row) => {
    const position = (counts.get(row.parentId) ?? 0) + 1
    counts.set(row.parentId, position)
    return { ...row, position }
  })
}

/** The structure of a project as stored, in a running transaction. */
export async function readStructure(viewer: Viewer, tx: Tx, projectId: string): Promise<ProjectStructure> {
  const where = { projectId, project: visibleProjects(viewer) }
  const levels = await tx.investmentLevel.findMany({
    where,
    orderBy: [{ depth: 'asc' }, { key: 'asc' }],
    select: { id: true, key: true, label: true, depth: true },
  })
  const investments = await tx.investment.findMany({
    where,
    orderBy: bySort,
    select: { id: true, parentId: true, levelId: true, code: true, title: true, note: true },
  })
  const units = await tx.workPackage.findMany({
    where,
    orderBy: bySort,
    select: {
      id: true,
      sourceId: true,
      parentId: true,
      investmentId: true,
      level: true,
      reports: true,
      code: true,
      titlePlan: true,
      titleReview: true,
      responsibleRole: true,
      scheduleAsWritten: true,
      costEstimate: true,
      costAsWritten: true,
      note: true,
      serviceAreas: { orderBy: { sort: 'asc' }, select: { serviceAreaId: true } },
      covers: { orderBy: { sort: 'asc' }, select: { coveredId: true } },
    },
  })
  const plain = units.map(({ serviceAreas, covers, costEstimate, ...row }) => ({
    ...row,
    costEstimate: decimalText(costEstimate),
    serviceAreas: serviceAreas.map(({ serviceAreaId }) => serviceAreaId),
    covers: covers.map(({ coveredId }) => coveredId),
  }))
  return {
    levels: levels.map(stamped),
    investments: positions(investments).map(stamped),
    units: positions(plain).map(stamped),
  }
}

/** What the pages of a project's structure are made of; null for those who may not keep it. */
export function findStructure(
  viewer: Viewer,
  projectId: string,
): Promise<(ProjectStructure & { serviceAreas: { id: string; name: string }[] }) | null> {
  return asViewer(viewer, async (tx) => {
    if (!can(viewer, 'project.write', projectId)) return null
    const serviceAreas = await tx.serviceArea.findMany({
      where: organisationOf(viewer),
      orderBy: bySort,
      select: { id: true, name: true },
    })
    return { ...(await readStructure(viewer, tx, projectId)), serviceAreas }
  })
}

/** What hangs on a row that the viewer has been shown. */
export function listUses(viewer: Viewer, table: StructureTable, id: string): Promise<Use[]> {
  return asViewer(viewer, (tx) => usesOf(viewer, tx, table, id))
}
