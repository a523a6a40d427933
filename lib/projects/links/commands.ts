import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { dayText } from '@/lib/platform/columns'
import { changeProject, type ProjectReason } from '@/lib/projects/commands'
import { linkStateMark } from '@/lib/projects/links/model'
import type { LinkState, NewLink } from '@/lib/projects/links/schema'
import { visibleProjects } from '@/lib/projects/permissions'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = 'ITSELF' | 'NOT_VISIBLE'

/** Links another project. Reasons: NOT_FOUND, NOT_ALLOWED; at the field: ITSELF, NOT_VISIBLE (no such project to be seen). */
export function addLink(
  viewer: Viewer,
  { projectId, linkedId, kind, name, url, note }: NewLink,
): Promise<Result<null, ProjectReason | Reason>> {
  return changeProject<null, Reason>(viewer, { projectId }, async ({ tx, organisationId, record }) => {
    if (linkedId === projectId) return fail('ITSELF', { linkedId: 'projects.error.linkItself' })
    if (linkedId !== null) {
      const seen = await tx.project.count({ where: { AND: [{ id: linkedId }, visibleProjects(viewer)] } })
      if (seen === 0) return fail('NOT_VISIBLE', { linkedId: 'projects.error.linkUnknown' })
    }
    const last = await tx.projectLink.aggregate({ where: { projectId }, _max: { sort: true } })
    await tx.projectLink.create({
      data: { kind, name, url, note, linkedId, organisationId, projectId, sort: (last._max.sort ?? -1) + 1 },
    })
    await record('project.link_added', { kind, linkedId, name })
    return ok(null)
  })
}

/** Takes a link away. Reasons: NOT_FOUND, NOT_ALLOWED. */
export function removeLink(
  viewer: Viewer,
  { projectId, linkId }: { projectId: string; linkId: string },
): Promise<Result<null, ProjectReason>> {
  return changeProject<null, 'NOT_FOUND'>(viewer, { projectId }, async ({ tx, record }) => {
    const gone = await tx.projectLink.deleteMany({ where: { id: linkId, projectId } })
    if (gone.count === 0) return fail('NOT_FOUND')
    await record('project.link_removed', { linkId })
    return ok(null)
  })
}

/** Tells how far a linked project is. Reasons: NOT_FOUND, NOT_ALLOWED, STALE (somebody else told it meanwhile). */
export function setLinkState(
  viewer: Viewer,
  { projectId, linkId, version, stateText, stateOn }: LinkState,
): Promise<Result<null, ProjectReason | 'STALE'>> {
  return changeProject<null, 'NOT_FOUND' | 'STALE'>(viewer, { projectId }, async ({ tx, record }) => {
    const where = { id: linkId, projectId }
    const stored = await tx.projectLink.findFirst({ where, select: { stateText: true, stateOn: true } })
    if (!stored) return fail('NOT_FOUND')
    if (linkStateMark({ ...stored, stateOn: dayText(stored.stateOn) }) !== version) return fail('STALE')
    const moved = await tx.projectLink.updateMany({
      where: { ...where, ...stored },
      data: { stateText, stateOn: stateOn === null ? null : new Date(stateOn) },
    })
    if (moved.count === 0) return fail('STALE')
    await record('project.link_state_set', { linkId, before: stored.stateText, stateText, stateOn })
    return ok(null)
  })
}
