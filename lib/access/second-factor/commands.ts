import 'server-only'
import { rightTo, signedInRecently, type Viewer } from '@/lib/access/model'
import { verifyPassword } from '@/lib/access/password'
import { forgetAttempts } from '@/lib/access/rate-limit'
import {
  authenticatorOf,
  hashOfRecoveryCode,
  newRecoveryCodes,
  newSecret,
  stateOf,
  stepOfCode,
} from '@/lib/access/second-factor/codes'
import { type FactorReason, type FactorState, readCode } from '@/lib/access/second-factor/model'
import { codeCounters, mayTryCode, takeCode } from '@/lib/access/second-factor/taking'
import { asViewer, organisationOf } from '@/lib/access/viewer'
import { type AuditAction, recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

type Answer<Value> = Promise<Result<Value, FactorReason>>
type Proof = { password: string }
type Owner = { userId: string; organisationId: string; state: FactorState }

/**
 * Begins to switch the authenticator on: makes its key, which is shown until the first code is given. Begun anew it has a new
 * key. Reasons: NOT_ALLOWED (no password here), SIGN_IN_AGAIN, TOO_MANY_ATTEMPTS, WRONG_PROOF, ALREADY_ON.
 */
export function beginFactor(viewer: Viewer, proof: Proof): Answer<null> {
  return asOwner(viewer, proof, async (tx, { userId, organisationId, state }) => {
    if (state === 'on' || state === 'unreadable') return fail('ALREADY_ON')
    await tx.secondFactor.deleteMany({ where: { userId, confirmedAt: null } })
    // Of two at once the second finds the key of the first: it is as good.
    await tx.secondFactor.createMany({
      data: { userId, organisationId, secret: newSecret(userId), createdAt: now() },
      skipDuplicates: true,
    })
    await record(viewer, tx, 'second_factor.begun', userId)
    return ok(null)
  })
}

/**
 * Switches the authenticator on by its first code, which proves that it has the key. Gives the recovery codes, this once.
 * Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, NOT_BEGUN, TOO_MANY_ATTEMPTS, WRONG_CODE.
 */
export async function confirmFactor(viewer: Viewer, { code }: { code: string }): Answer<{ codes: string[] }> {
  const { userId, sessionId } = viewer
  if (userId === null) return fail('NOT_ALLOWED')
  if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
  if (!(await mayTryCode(userId))) return fail('TOO_MANY_ATTEMPTS')
  return asViewer(viewer, async (tx) => {
    const begun = await tx.secondFactor.findUnique({
      where: { userId, confirmedAt: null },
      select: { secret: true, organisationId: true },
    })
    const authenticator = begun && authenticatorOf(userId, begun.secret)
    if (!authenticator) return fail('NOT_BEGUN')
    const read = readCode(code)
    const step = read?.kind === 'totp' ? stepOfCode(authenticator, read.code) : null
    if (step === null) return fail('WRONG_CODE', { code: 'access.error.wrongCode' })
    const confirmed = await tx.secondFactor.updateMany({
      where: { userId, confirmedAt: null },
      data: { confirmedAt: now(), lastStep: step },
    })
    if (confirmed.count === 0) return fail('NOT_BEGUN')
    for (const counter of codeCounters(userId)) await forgetAttempts(counter, 'last')
    if (sessionId) await tx.loginSession.updateMany({ where: { id: sessionId, userId }, data: { secondFactor: true } })
    await record(viewer, tx, 'second_factor.switched_on', userId)
    return ok({ codes: await makeCodes(tx, { userId, organisationId: begun.organisationId }) })
  })
}

/**
 * Makes the recovery codes anew; earlier ones open nothing any more.
 * Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, TOO_MANY_ATTEMPTS, WRONG_PROOF, NOT_ON.
 */
export function renewRecoveryCodes(viewer: Viewer, proof: Proof): Answer<{ codes: string[] }> {
  return asOwner(viewer, proof, async (tx, owner) => {
    if (owner.state !== 'on') return fail('NOT_ON')
    await record(viewer, tx, 'second_factor.codes_made', owner.userId)
    return ok({ codes: await makeCodes(tx, owner) })
  })
}

/** Switches the second factor off, one that cannot be read, too. Reasons as in `renewRecoveryCodes`. */
export function switchOffFactor(viewer: Viewer, proof: Proof): Answer<null> {
  return asOwner(viewer, proof, async (tx, { userId, state }) => {
    if (state === 'off') return fail('NOT_ON')
    await removeFactor(tx, userId)
    await record(viewer, tx, 'second_factor.switched_off', userId)
    return ok(null)
  })
}

/**
 * Takes a lost second factor off a person of the administrator's own county, and ends their sessions: the next sign-in asks for
 * the password alone. One's own is switched off in the settings, where it has to be proved.
 * Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, NOT_FOUND (another county's, or nothing to reset).
 */
export async function resetFactor(
  viewer: Viewer,
  { userId }: { userId: string },
): Promise<Result<null, 'NOT_ALLOWED' | 'SIGN_IN_AGAIN' | 'NOT_FOUND'>> {
  const right = rightTo(viewer, 'people.manage', null)
  if (!right || viewer.userId === userId) return fail('NOT_ALLOWED')
  if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
  return asViewer(viewer, async (tx) => {
    const factor = await tx.secondFactor.findFirst({
      where: { userId, ...organisationOf(viewer) },
      select: { organisationId: true },
    })
    if (!factor) return fail('NOT_FOUND')
    await removeFactor(tx, userId)
    const ended = await tx.loginSession.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now() } })
    await recordAudit(tx, viewer, {
      action: 'second_factor.reset',
      right,
      subjectType: 'user',
      subjectId: userId,
      organisationId: factor.organisationId,
      data: { sessions: ended.count },
    })
    return ok(null)
  })
}

/** Does something with the viewer's own second factor once they have proved anew who they are: by the password or a code. */
async function asOwner<Value>(
  viewer: Viewer,
  { password }: Proof,
  work: (tx: Tx, owner: Owner) => Promise<Result<Value, FactorReason>>,
): Answer<Value> {
  const { userId } = viewer
  if (userId === null) return fail('NOT_ALLOWED')
  if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
  // The same counters as at the second step: a session that was left open is no way to try more codes, or passwords.
  if (!(await mayTryCode(userId))) return fail('TOO_MANY_ATTEMPTS')
  return asViewer(viewer, async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: {
        passwordHash: true,
        organisationId: true,
        secondFactor: { select: { secret: true, confirmedAt: true } },
      },
    })
    if (!user?.passwordHash) return fail('NOT_ALLOWED')
    const { organisationId, secondFactor } = user
    const secret = secondFactor?.confirmedAt ? secondFactor.secret : null
    const proved =
      (await verifyPassword(user.passwordHash, password)) ||
      (secret !== null && (await takeCode(tx, { userId, secret }, password)) !== null)
    if (!proved) return fail('WRONG_PROOF', { password: 'access.error.wrongProof' })
    for (const counter of codeCounters(userId)) await forgetAttempts(counter, 'last')
    return work(tx, { userId, organisationId, state: stateOf(userId, secondFactor) })
  })
}

async function makeCodes(tx: Tx, { userId, organisationId }: Pick<Owner, 'userId' | 'organisationId'>) {
  const codes = newRecoveryCodes()
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, organisationId, hash: hashOfRecoveryCode(userId, code), createdAt: now() })),
  })
  return codes
}

async function removeFactor(tx: Tx, userId: string): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.secondFactor.deleteMany({ where: { userId } })
}

function record(viewer: Viewer, tx: Tx, action: AuditAction, userId: string): Promise<void> {
  return recordAudit(tx, viewer, { action, right: 'own', subjectType: 'user', subjectId: userId })
}
