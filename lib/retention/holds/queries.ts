import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { isOfProject, type RetentionHold } from '@/lib/retention/model'
import { holdRight, mayHoldSomewhere, retentionOf } from '@/lib/retention/permissions'

type Holds = { holds: RetentionHold[]; projects: { id: string; name: string }[]; mayLift: boolean }

/** The holds on the projects on which the viewer may place one, those in force first; null for those who may on none. */
export async function listHolds(viewer: Viewer): Promise<Holds | null> {
  const { organisationId } = viewer
  if (!mayHoldSomewhere(viewer) || !organisationId) return null
  return asViewer(viewer, async (tx) => {
    const all = await tx.project.findMany({
      where: { organisationId },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    })
    const projects = all.filter(({ id }) => holdRight(viewer, id) !== null)
    const rows = await tx.retentionHold.findMany({
      where: { organisationId, projectId: { in: projects.map(({ id }) => id) } },
      orderBy: [{ liftedAt: { sort: 'desc', nulls: 'first' } }, { placedAt: 'desc' }],
      select: {
        id: true,
        projectId: true,
        kind: true,
        reason: true,
        placedAt: true,
        liftedAt: true,
        liftReason: true,
        project: { select: { name: true } },
        placedBy: { select: { name: true } },
        liftedBy: { select: { name: true } },
      },
    })
    const holds = rows.map(({ project, placedBy, placedAt, liftedBy, liftedAt, liftReason, kind, ...row }) => ({
      ...row,
      kind: kind !== null && isOfProject(kind) ? kind : null,
      projectName: project.name,
      placedBy: placedBy.name,
      placedAt: placedAt.toISOString(),
      lifted:
        liftedAt === null ? null : { by: liftedBy?.name ?? '', at: liftedAt.toISOString(), reason: liftReason ?? '' },
    }))
    return { holds, projects, mayLift: retentionOf(viewer) !== null }
  })
}
