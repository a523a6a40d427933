import 'server-only'
import { randomBytes } from 'node:crypto'
import { fingerprint, type StartedSession, startSession } from '@/lib/access/commands'
import type { Viewer } from '@/lib/access/model'
import { hashPassword } from '@/lib/access/password'
import { hasAccounts } from '@/lib/access/queries'
import type { NewAccountInput } from '@/lib/access/schema'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { fail, ok, type Result } from '@/lib/values/result'

const validHours = 24
// Any number that nothing else locks.
const firstAdministratorLock = 7_204_301

/**
 * A one-time link with which the first administrator makes their account. Null when somebody can already sign in.
 * Earlier unused links of the kind stop working: only the latest one printed is valid.
 */
export async function createFirstAdministratorInvitation(): Promise<{ url: string } | null> {
  const viewer = systemViewer('operator')
  if (await hasAccounts(viewer)) return null
  const secret = randomBytes(32).toString('base64url')
  await asViewer(viewer, async (tx) => {
    await tx.invitation.updateMany({
      where: { usedAt: null, role: 'admin', organisationId: null },
      data: { expiresAt: now() },
    })
    await tx.invitation.create({
      data: {
        secretHash: fingerprint(secret),
        role: 'admin',
        expiresAt: new Date(now().getTime() + validHours * 3_600_000),
      },
    })
  })
  return { url: `${env().appUrl}/first-administrator?secret=${secret}` }
}

/** Whether the link can still be used. */
export function invitationIsOpen(viewer: Viewer, secret: string): Promise<boolean> {
  return asViewer(viewer, async (tx) => {
    const found = await tx.invitation.findFirst({
      where: { secretHash: fingerprint(secret), usedAt: null, expiresAt: { gt: now() } },
      select: { id: true },
    })
    return found !== null
  })
}

/**
 * Makes the first administrator and their county, and signs them in. The link works once, and only while nobody has an
 * account: a link left over from an earlier start opens nothing.
 * Reasons: INVITATION_USED (unknown, expired, used, or somebody can already sign in).
 */
export async function acceptFirstAdministrator(
  viewer: Viewer,
  input: NewAccountInput,
): Promise<Result<StartedSession, 'INVITATION_USED'>> {
  // Asked before hashing, which is slow on purpose: strangers must not be able to keep the server busy with it.
  if (!(await invitationIsOpen(viewer, input.secret))) return fail('INVITATION_USED')
  const passwordHash = await hashPassword(input.password)
  return asViewer(viewer, async (tx) => {
    // One at a time: two links, or one link sent twice, may arrive at the same moment.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${firstAdministratorLock})`
    if (await hasAccounts(viewer)) return fail('INVITATION_USED')
    const taken = await tx.invitation.updateMany({
      where: { secretHash: fingerprint(input.secret), usedAt: null, expiresAt: { gt: now() } },
      data: { usedAt: now() },
    })
    if (taken.count === 0) return fail('INVITATION_USED')
    const organisation = await tx.organisation.create({
      data: { key: organisationKey(input.organisation), name: input.organisation },
      select: { id: true },
    })
    const user = await tx.user.create({
      data: { email: input.email, name: input.email, organisationId: organisation.id, passwordHash },
      select: { id: true },
    })
    await tx.membership.create({ data: { organisationId: organisation.id, userId: user.id, role: 'admin' } })
    await recordAudit(
      tx,
      { ...viewer, userId: user.id },
      {
        action: 'invitation.used',
        right: 'invitation',
        subjectType: 'user',
        subjectId: user.id,
        organisationId: organisation.id,
      },
    )
    return ok(await startSession(tx, user.id, null))
  })
}

function organisationKey(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain || 'county'
}
