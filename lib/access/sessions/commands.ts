import 'server-only'
import { destroyCopyKeys } from '@/lib/access/copy-keys'
import { rightTo, type Viewer } from '@/lib/access/model'
import type { SessionReason } from '@/lib/access/sessions/model'
import { asViewer, organisationOf } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

type Ended = Promise<Result<{ ended: number }, SessionReason>>
type Whose = { userId: string; organisationId?: string; right: string }

/**
 * Ends one of the viewer's own sessions, on another device as a rule: its next request finds nobody signed in.
 * Reasons: NOT_ALLOWED, NOT_FOUND (somebody else's, or it has ended).
 */
export async function endOwnSession(viewer: Viewer, { sessionId }: { sessionId: string }): Ended {
  const { userId } = viewer
  if (userId === null) return fail('NOT_ALLOWED')
  return asViewer(viewer, (tx) => endOf(viewer, tx, { userId, right: 'own' }, { id: sessionId }))
}

/** Ends every session of the viewer but the one that asks. Reasons: NOT_ALLOWED, NOT_FOUND (there is no other). */
export async function endOtherSessions(viewer: Viewer): Ended {
  const { userId, sessionId } = viewer
  if (userId === null || sessionId === null) return fail('NOT_ALLOWED')
  return asViewer(viewer, (tx) => endOf(viewer, tx, { userId, right: 'own' }, { id: { not: sessionId } }))
}

/** Ends one session of a person in the administrator's own county. Reasons: NOT_ALLOWED, NOT_FOUND. */
export function endSessionOf(viewer: Viewer, { userId, sessionId }: { userId: string; sessionId: string }): Ended {
  return ofPerson(viewer, userId, { id: sessionId })
}

/** Ends every session of a person in the administrator's own county. Reasons: NOT_ALLOWED, NOT_FOUND. */
export function endSessionsOf(viewer: Viewer, { userId }: { userId: string }): Ended {
  return ofPerson(viewer, userId, {})
}

async function ofPerson(viewer: Viewer, userId: string, which: { id?: string }): Ended {
  const right = rightTo(viewer, 'people.manage', null)
  if (!right) return fail('NOT_ALLOWED')
  return asViewer(viewer, async (tx) => {
    const user = await tx.user.findFirst({
      where: { id: userId, ...organisationOf(viewer) },
      select: { organisationId: true },
    })
    return user ? endOf(viewer, tx, { userId, right, organisationId: user.organisationId }, which) : fail('NOT_FOUND')
  })
}

/**
 * Ended by its owner, what the browser kept of unsaved text in it is worth nothing afterwards, as after signing out: the device
 * may be lost. Ended by an administrator it stays: the same person signs in and has the text back.
 */
async function endOf(
  viewer: Viewer,
  tx: Tx,
  { userId, organisationId, right }: Whose,
  which: { id?: string | { not: string } },
): Ended {
  const ended = await tx.loginSession.updateManyAndReturn({
    where: { ...which, userId, revokedAt: null },
    data: { revokedAt: now() },
    select: { id: true },
  })
  if (ended.length === 0) return fail('NOT_FOUND')
  if (right === 'own') for (const { id } of ended) await destroyCopyKeys(viewer, tx, { id, userId })
  await recordAudit(tx, viewer, {
    action: 'session.revoked',
    right,
    subjectType: 'user',
    subjectId: userId,
    organisationId,
    data: { sessions: ended.length },
  })
  return ok({ ended: ended.length })
}
