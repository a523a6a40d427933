import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { RetentionReason } from '@/lib/retention/model'
import { holdRight, retentionOf } from '@/lib/retention/permissions'
import type { holdSchema, liftSchema } from '@/lib/retention/schema'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = Extract<RetentionReason, 'NOT_ALLOWED' | 'NOT_FOUND'>

/**
 * Keeps a project, or one kind of it, from being destroyed until the hold is lifted. Directors of the project and
 * administrators of the county may. Reasons: NOT_ALLOWED, NOT_FOUND (no such project in the county).
 */
export async function placeHold(
  viewer: Viewer,
  { project, kind, reason }: z.output<typeof holdSchema>,
): Promise<Result<{ holdId: string }, Reason>> {
  const right = holdRight(viewer, project)
  const { organisationId, userId } = viewer
  if (!right || !organisationId || !userId) return fail('NOT_ALLOWED')
  return asViewer(viewer, async (tx) => {
    const known = await tx.project.findFirst({ where: { id: project, organisationId }, select: { id: true } })
    if (!known) return fail('NOT_FOUND', { project: 'retention.error.project' })
    const { id } = await tx.retentionHold.create({
      data: { organisationId, projectId: project, kind, reason, placedById: userId, placedAt: now() },
      select: { id: true },
    })
    await recordAudit(tx, viewer, {
      action: 'retention.hold_placed',
      right,
      subjectType: 'project',
      subjectId: project,
      organisationId,
      data: { id, kind, reason },
    })
    return ok({ holdId: id })
  })
}

/** Lifts a hold; only administrators may. Reasons: NOT_ALLOWED, NOT_FOUND (another county's, or lifted already). */
export async function liftHold(
  viewer: Viewer,
  { holdId, reason }: z.output<typeof liftSchema>,
): Promise<Result<null, Reason>> {
  const held = retentionOf(viewer)
  if (!held || !viewer.userId) return fail('NOT_ALLOWED')
  const { organisationId, right } = held
  const liftedById = viewer.userId
  return asViewer(viewer, async (tx) => {
    const lifted = await tx.retentionHold.updateManyAndReturn({
      where: { id: holdId, organisationId, liftedAt: null },
      data: { liftedById, liftedAt: now(), liftReason: reason },
      select: { projectId: true },
    })
    if (!lifted[0]) return fail('NOT_FOUND')
    await recordAudit(tx, viewer, {
      action: 'retention.hold_lifted',
      right,
      subjectType: 'project',
      subjectId: lifted[0].projectId,
      organisationId,
      data: { id: holdId, reason },
    })
    return ok(null)
  })
}
