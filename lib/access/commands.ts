import 'server-only'
import { createHash } from 'node:crypto'
import { destroyCopyKeys } from '@/lib/access/copy-keys'
import { rightTo, type Viewer } from '@/lib/access/model'
import { verifyPassword } from '@/lib/access/password'
import { forgetAttempts, withinLimit } from '@/lib/access/rate-limit'
import type { SignInInput } from '@/lib/access/schema'
import { asViewer, organisationOf } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { fail, ok, type Result } from '@/lib/values/result'

export type StartedSession = { sessionId: string; userId: string; expiresAt: Date }

// Failed attempts. Per account against guessing one password, per address against trying one password on everybody.
const perAccount = { attempts: 10, seconds: 15 * 60 }
const perAddress = { attempts: 100, seconds: 15 * 60 }

/**
 * Starts a session for a local account. Wrong address and wrong password look and last the same.
 * Reasons: WRONG_CREDENTIALS, TOO_MANY_ATTEMPTS.
 */
export async function signIn(
  viewer: Viewer,
  input: SignInInput,
  from: { address: string; userAgent: string | null },
): Promise<Result<StartedSession, 'WRONG_CREDENTIALS' | 'TOO_MANY_ATTEMPTS'>> {
  const account = `sign-in:account:${fingerprint(input.email)}`
  const address = `sign-in:address:${from.address}`
  // Counted before the password is tried, or many at the same moment would all be tried.
  const within = await Promise.all([withinLimit(account, perAccount), withinLimit(address, perAddress)])
  if (within.includes(false)) return fail('TOO_MANY_ATTEMPTS')
  const user = await asViewer(viewer, (tx) =>
    tx.user.findUnique({
      where: { email: input.email },
      select: { id: true, passwordHash: true, disabledAt: true, organisationId: true },
    }),
  )
  const matches = await verifyPassword(user?.passwordHash ?? null, input.password)
  if (!user) return fail('WRONG_CREDENTIALS')
  return asViewer(viewer, async (tx) => {
    const allowed = matches && user.disabledAt === null
    await recordAudit(
      tx,
      { ...viewer, userId: user.id },
      {
        action: allowed ? 'session.started' : 'session.refused',
        right: 'credentials',
        subjectType: 'user',
        subjectId: user.id,
        organisationId: user.organisationId,
        result: allowed ? 'done' : 'refused',
      },
    )
    if (!allowed) return fail('WRONG_CREDENTIALS')
    await forgetAttempts(account, 'all')
    await forgetAttempts(address, 'last')
    return ok(await startSession(tx, user.id, from.userAgent))
  })
}

/** A new session row for a person who has just shown who they are. */
export async function startSession(tx: Tx, userId: string, userAgent: string | null): Promise<StartedSession> {
  const expiresAt = new Date(now().getTime() + env().sessionMaxHours * 3_600_000)
  const session = await tx.loginSession.create({
    data: { userId, expiresAt, authenticatedAt: now(), lastSeenAt: now(), userAgent: userAgent?.slice(0, 200) ?? null },
    select: { id: true },
  })
  return { sessionId: session.id, userId, expiresAt }
}

/** Ends the viewer's own session on the server: the cookie and what its browser kept of unsaved text are worth nothing afterwards. */
export async function signOut(viewer: Viewer): Promise<void> {
  const { sessionId, userId } = viewer
  if (!sessionId || !userId) return
  await asViewer(viewer, async (tx) => {
    const ended = await tx.loginSession.updateMany({
      where: { id: sessionId, userId, revokedAt: null },
      data: { revokedAt: now() },
    })
    // A second click finds nothing to end: one act, one audit row.
    if (ended.count === 0) return
    await destroyCopyKeys(viewer, tx, { id: sessionId, userId })
    await recordAudit(tx, viewer, {
      action: 'session.ended',
      right: 'own',
      subjectType: 'session',
      subjectId: sessionId,
    })
  })
}

/** Ends every session of a person in the administrator's own county. Reasons: NOT_ALLOWED, NOT_FOUND. */
export async function revokeSessions(
  viewer: Viewer,
  email: string,
): Promise<Result<{ ended: number }, 'NOT_ALLOWED' | 'NOT_FOUND'>> {
  const right = rightTo(viewer, 'people.manage', null)
  if (!right) return fail('NOT_ALLOWED')
  return asViewer(viewer, async (tx) => {
    const user = await tx.user.findFirst({
      where: { email, ...organisationOf(viewer) },
      select: { id: true, organisationId: true },
    })
    if (!user) return fail('NOT_FOUND')
    const ended = await tx.loginSession.updateMany({
      where: { userId: user.id, revokedAt: null },
      data: { revokedAt: now() },
    })
    await recordAudit(tx, viewer, {
      action: 'session.revoked',
      right,
      subjectType: 'user',
      subjectId: user.id,
      organisationId: user.organisationId,
      data: { sessions: ended.count },
    })
    return ok({ ended: ended.count })
  })
}

/** What stands in the database instead of a secret or an address. */
export function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
