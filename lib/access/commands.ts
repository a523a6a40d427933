import 'server-only'
import { beginAttempt, type Subject, subject } from '@/lib/access/attempt'
import { destroyCopyKeys } from '@/lib/access/copy-keys'
import { fingerprint } from '@/lib/access/fingerprint'
import type { Viewer } from '@/lib/access/model'
import { costsLess, hashPassword, verifyPassword } from '@/lib/access/password'
import { forgetAttempts, withinLimit } from '@/lib/access/rate-limit'
import type { SignInInput } from '@/lib/access/schema'
import type { Origin } from '@/lib/access/session'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/logger'
import { type Fail, fail, ok, type Result } from '@/lib/values/result'

export type StartedSession = { sessionId: string; userId: string; expiresAt: Date }

/** What the right password leads to: a session, or the question for a code, with what the browser keeps until it is given. */
export type PasswordStep = ({ kind: 'session' } & StartedSession) | { kind: 'code'; attempt: string }

// Failed attempts. Per account against guessing one password, per address against trying one password on everybody.
const perAccount = { attempts: 10, seconds: 15 * 60 }
export const perAddress = { attempts: 100, seconds: 15 * 60 }

/**
 * Checks the password of a local account. Without a second factor that starts a session; with one it only lets a code be given.
 * Wrong address and wrong password look and last the same. A password that was hashed with less work than is done now is hashed
 * anew. Reasons: WRONG_CREDENTIALS, TOO_MANY_ATTEMPTS.
 */
export async function signIn(
  viewer: Viewer,
  input: SignInInput,
  from: Origin,
): Promise<Result<PasswordStep, 'WRONG_CREDENTIALS' | 'TOO_MANY_ATTEMPTS'>> {
  const account = `sign-in:account:${fingerprint(input.email)}`
  const address = `sign-in:address:${from.address}`
  // Counted before the password is tried, or many at the same moment would all be tried.
  const within = await Promise.all([withinLimit(account, perAccount), withinLimit(address, perAddress)])
  if (within.includes(false)) return unseen(viewer, 'TOO_MANY_ATTEMPTS')
  const user = await asViewer(viewer, (tx) =>
    tx.user.findUnique({
      where: { email: input.email },
      select: subject,
    }),
  )
  const matches = await verifyPassword(user?.passwordHash ?? null, input.password)
  if (!user) return unseen(viewer, 'WRONG_CREDENTIALS')
  return asViewer(viewer, async (tx) => {
    const allowed = matches && user.disabledAt === null
    const asksCode = allowed && user.secondFactor?.confirmedAt != null
    await recordAudit(
      tx,
      { ...viewer, userId: user.id },
      {
        action: asksCode ? 'session.code_asked' : allowed ? 'session.started' : 'session.refused',
        right: 'credentials',
        subjectType: 'user',
        subjectId: user.id,
        organisationId: user.organisationId,
        result: allowed ? 'done' : 'refused',
      },
    )
    if (!allowed) return fail('WRONG_CREDENTIALS')
    await forgetAttempts(account, asksCode ? 'last' : 'all')
    await forgetAttempts(address, 'last')
    const subjectNow = { ...user, passwordHash: await keepUp(tx, user, input.password) }
    if (asksCode) return ok({ kind: 'code', attempt: beginAttempt(subjectNow) })
    return ok({ kind: 'session', ...(await startSession(tx, user.id, from)) })
  })
}

/** Hashes a right password anew where it costs less than it should; gives the hash that is stored now. */
async function keepUp(tx: Tx, { id, passwordHash: before }: Subject, password: string): Promise<string | null> {
  if (before === null || !costsLess(before)) return before
  const passwordHash = await hashPassword(password)
  // A password that was changed meanwhile stays.
  const kept = await tx.user.updateMany({ where: { id, passwordHash: before }, data: { passwordHash } })
  return kept.count === 1 ? passwordHash : before
}

/**
 * A refusal that belongs to no account and so to no county's log: it stands in the log of the server, without what was typed.
 */
export function unseen<Reason extends string>({ requestId, source }: Viewer, reason: Reason): Fail<Reason> {
  log('warn', 'sign-in.refused', { reason, source, requestId })
  return fail(reason)
}

/**
 * A new session row for a person who has just shown who they are. It takes the place of the session that the browser had,
 * whoever’s that was: nothing would be left to end it with.
 * @param authenticatedAt when a provider saw who they are; without it: now
 */
export async function startSession(
  tx: Tx,
  userId: string,
  { userAgent, sessionId }: Pick<Origin, 'userAgent' | 'sessionId'>,
  { secondFactor = false, authenticatedAt }: { secondFactor?: boolean; authenticatedAt?: Date } = {},
): Promise<StartedSession> {
  const at = now()
  const expiresAt = new Date(at.getTime() + env().sessionMaxHours * 3_600_000)
  const kept = userAgent?.slice(0, 200) ?? null
  const session = await tx.loginSession.create({
    data: { userId, expiresAt, authenticatedAt: authenticatedAt ?? at, lastSeenAt: at, userAgent: kept, secondFactor },
    select: { id: true },
  })
  if (sessionId) {
    await tx.loginSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: at } })
  }
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
