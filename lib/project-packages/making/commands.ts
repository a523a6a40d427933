import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { isKeyTaken } from '@/lib/project-packages/commands'
import { copyStructure } from '@/lib/project-packages/making/copying/commands'
import type { NewProject } from '@/lib/project-packages/making/schema'
import { visibleProjects } from '@/lib/projects/permissions'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Makes a project of the viewer's county, empty or with the structure of another of its projects. Reasons: NOT_ALLOWED, INVALID
 * at the field: a key that is taken, an unknown programme, a project that is not the viewer's.
 */
export function makeProject(
  viewer: Viewer,
  { key, name, programmeId, term, language, totalCost, totalCostAsWritten, sourceId }: NewProject,
): Promise<Result<{ id: string; key: string }, 'NOT_ALLOWED' | 'INVALID'>> {
  return asViewer(viewer, async (tx) => {
    const { organisationId } = viewer
    const right = rightTo(viewer, 'project.move', null)
    if (!right || organisationId === null) return fail('NOT_ALLOWED')
    // As for packages: two makers of one key take turns.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`project-package/${key}`}, 0))`
    if (await isKeyTaken(viewer, key)) return fail('INVALID', { key: 'structure.error.keyTaken' })
    if ((await tx.programme.count({ where: { id: programmeId } })) === 0) {
      return fail('INVALID', { programmeId: 'structure.error.programme' })
    }
    const source = sourceId
      ? await tx.project.findFirst({
          where: { AND: [{ id: sourceId }, visibleProjects(viewer)] },
          select: { id: true, key: true, settings: true },
        })
      : null
    if (sourceId && !source) return fail('INVALID', { sourceId: 'structure.error.source' })
    const { id } = await tx.project.create({
      data: {
        key,
        name,
        programmeId,
        language,
        totalCost,
        totalCostAsWritten,
        organisationId,
        periodAsWritten: term?.asWritten ?? null,
        periodStart: term?.from ?? null,
        periodEnd: term?.to ?? null,
        ...(source && { settings: source.settings ?? {} }),
      },
      select: { id: true },
    })
    const copied = source ? await copyStructure(viewer, tx, { from: source.id, to: id, organisationId }) : {}
    await recordAudit(tx, viewer, {
      action: 'project.made',
      right,
      subjectType: 'project',
      subjectId: id,
      organisationId,
      data: { key, from: source?.key ?? null, ...copied },
    })
    return ok({ id, key })
  })
}
