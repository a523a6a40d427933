import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { KeepReason } from '@/lib/evidence/commands'
import type { SubjectHeading } from '@/lib/evidence/model'
import { rightToMarkReached } from '@/lib/evidence/permissions'
import { findHeading } from '@/lib/evidence/queries'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Marks a target reached on a day, at the latest today. A target is not reached without at least one piece of evidence
 * (source: the rules of the programme); the database refuses it too.
 * Reasons: NOT_FOUND, NOT_ALLOWED, NO_EVIDENCE, STALE (marked already), INVALID (the day, at its field).
 */
export function markReached(
  viewer: Viewer,
  { targetId, on, note }: { targetId: string; on: string; note: string | null },
): Promise<Result<null, KeepReason | 'NO_EVIDENCE' | 'STALE' | 'INVALID'>> {
  return held<'NO_EVIDENCE' | 'STALE' | 'INVALID'>(viewer, targetId, async (tx, heading, right) => {
    if (heading.reached) return fail('STALE')
    if (on > dateInHelsinki(now())) return fail('INVALID', { on: 'evidence.error.dayAhead' })
    if ((await tx.evidence.count({ where: { targetId } })) === 0) return fail('NO_EVIDENCE')
    const { count } = await tx.indicatorTarget.updateMany({
      where: { id: targetId, reachedOn: null },
      data: { reachedOn: new Date(on), reachedNote: note, reachedById: viewer.userId },
    })
    if (count === 0) return fail('STALE')
    await record(viewer, tx, 'target.reached', heading, right, { on, ...(note ? { note } : {}) })
    return ok(null)
  })
}

/** Takes the mark back, with a reason that stays in the audit log. Reasons: NOT_FOUND, NOT_ALLOWED, STALE (not marked so any more). */
export function unmarkReached(
  viewer: Viewer,
  { targetId, seenOn, reason }: { targetId: string; seenOn: string; reason: string },
): Promise<Result<null, KeepReason | 'STALE'>> {
  return held<'STALE'>(viewer, targetId, async (tx, heading, right) => {
    if (heading.reached?.on !== seenOn) return fail('STALE')
    const { count } = await tx.indicatorTarget.updateMany({
      where: { id: targetId, reachedOn: new Date(seenOn) },
      data: { reachedOn: null, reachedNote: null, reachedById: null },
    })
    if (count === 0) return fail('STALE')
    await record(viewer, tx, 'target.not_reached', heading, right, { before: seenOn, reason })
    return ok(null)
  })
}

function held<Reason extends string>(
  viewer: Viewer,
  targetId: string,
  work: (tx: Tx, heading: SubjectHeading, right: string) => Promise<Result<null, Reason>>,
): Promise<Result<null, KeepReason | Reason>> {
  return asViewer(viewer, async (tx) => {
    const heading = await findHeading(viewer, tx, { kind: 'target', id: targetId })
    if (!heading) return fail('NOT_FOUND')
    const right = rightToMarkReached(viewer, heading.projectId)
    return right ? work(tx, heading, right) : fail('NOT_ALLOWED')
  })
}

function record(
  viewer: Viewer,
  tx: Tx,
  action: 'target.reached' | 'target.not_reached',
  { id, organisationId }: SubjectHeading,
  right: string,
  data: Record<string, string>,
): Promise<void> {
  return recordAudit(tx, viewer, { action, right, subjectType: 'target', subjectId: id, organisationId, data })
}
