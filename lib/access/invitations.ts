import 'server-only'
import { randomBytes } from 'node:crypto'
import { type StartedSession, startSession } from '@/lib/access/commands'
import { isEasyPassword } from '@/lib/access/easy-passwords'
import { fingerprint } from '@/lib/access/fingerprint'
import type { Viewer } from '@/lib/access/model'
import { hashPassword } from '@/lib/access/password'
import { hasAccounts } from '@/lib/access/queries'
import type { NewAccountInput } from '@/lib/access/schema'
import type { Origin } from '@/lib/access/session'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
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
  return asViewer(viewer, (tx) => newLink(tx, null))
}

async function newLink(tx: Tx, organisationId: string | null): Promise<{ url: string }> {
  const secret = randomBytes(32).toString('base64url')
  await tx.invitation.updateMany({
    where: { usedAt: null, role: 'admin', userId: null, organisationId },
    data: { expiresAt: now() },
  })
  await tx.invitation.create({
    data: {
      organisationId,
      secretHash: fingerprint(secret),
      role: 'admin',
      expiresAt: new Date(now().getTime() + validHours * 3_600_000),
    },
  })
  return { url: `${env().appUrl}/first-administrator?secret=${secret}` }
}

/**
 * Makes a county, with a one-time link for its first administrator. Asked for again with `again` while nobody has an account in
 * it, the county gets a new link, and the one before opens nothing.
 * Reasons: NOT_ALLOWED (only the operator), KEY_TAKEN (there is such a county; with `again`: and it has people), NOT_FOUND
 * (`again`, and there is none).
 */
export async function addCounty(
  viewer: Viewer,
  { key, name, again }: { key: string; name: string; again: boolean },
): Promise<Result<{ organisationId: string; url: string }, 'NOT_ALLOWED' | 'KEY_TAKEN' | 'NOT_FOUND'>> {
  if (viewer.kind !== 'system') return fail('NOT_ALLOWED')
  return asViewer(viewer, async (tx) => {
    const [made] = again
      ? []
      : await tx.organisation.createManyAndReturn({ data: [{ key, name }], skipDuplicates: true, select: { id: true } })
    const known = made ?? (again && (await tx.organisation.findUnique({ where: { key }, select: { id: true } })))
    if (!known) return fail(again ? 'NOT_FOUND' : 'KEY_TAKEN')
    const organisationId = known.id
    if ((await tx.user.count({ where: { organisationId } })) > 0) return fail('KEY_TAKEN')
    await recordAudit(tx, viewer, {
      action: again ? 'invitation.created' : 'county.added',
      right: `system:${viewer.name}`,
      subjectType: 'organisation',
      subjectId: organisationId,
      organisationId,
      data: { key, name },
    })
    return ok({ organisationId, ...(await newLink(tx, organisationId)) })
  })
}

/** What a link for a first administrator opens: a county that is there, or one that is made with it (null); undefined: nothing. */
export function countyOfLink(viewer: Viewer, secret: string): Promise<{ id: string; name: string } | null | undefined> {
  return asViewer(viewer, (tx) => readCountyOfLink(tx, secret))
}

async function readCountyOfLink(tx: Tx, secret: string): Promise<{ id: string; name: string } | null | undefined> {
  const found = await tx.invitation.findFirst({
    where: { secretHash: fingerprint(secret), usedAt: null, userId: null, expiresAt: { gt: now() } },
    select: { organisationId: true },
  })
  if (!found) return undefined
  if (found.organisationId === null) return null
  const select = { id: true, name: true } as const
  return (await tx.organisation.findUnique({ where: { id: found.organisationId }, select })) ?? undefined
}

/**
 * Makes the first administrator, with the county unless the link is of one that is there, and signs them in. The link works
 * once, and only while nobody has an account in the county, or anywhere when it makes one: a link left over from an earlier
 * start opens nothing.
 * Reasons: INVITATION_USED (unknown, expired, used, or somebody can already sign in), EMAIL_REFUSED (not to be used here), EASY_PASSWORD (like the name of
 * the county or the address; the link stays good).
 */
export async function acceptFirstAdministrator(
  viewer: Viewer,
  input: NewAccountInput,
  from: Pick<Origin, 'userAgent' | 'sessionId'> = { userAgent: null },
): Promise<Result<StartedSession, 'INVITATION_USED' | 'EMAIL_REFUSED' | 'EASY_PASSWORD'>> {
  // Asked before hashing, which is slow on purpose: strangers must not be able to keep the server busy with it.
  const named = await countyOfLink(viewer, input.secret)
  if (named === undefined) return fail('INVITATION_USED')
  if (isEasyPassword(input.password, [input.email, named?.name ?? input.organisation]))
    return fail('EASY_PASSWORD', { password: 'access.error.passwordEasy' })
  const passwordHash = await hashPassword(input.password)
  return asViewer(viewer, async (tx) => {
    // One at a time: two links, or one link sent twice, may arrive at the same moment.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${firstAdministratorLock})`
    const county = await readCountyOfLink(tx, input.secret)
    const people = county ? { organisationId: county.id } : {}
    if (county === undefined || (await tx.user.count({ where: people })) > 0) return fail('INVITATION_USED')
    const organisation = county ?? (await makeCounty(tx, input.organisation))
    const [user] = await tx.user.createManyAndReturn({
      data: [{ email: input.email, name: input.email, organisationId: organisation.id, passwordHash }],
      skipDuplicates: true,
      select: { id: true },
    })
    // Of another county: the same words as for an address that nobody may use. Nothing has been written.
    if (!user) return fail('EMAIL_REFUSED', { email: 'people.error.emailRefused' })
    await tx.invitation.updateMany({
      where: { secretHash: fingerprint(input.secret), usedAt: null, expiresAt: { gt: now() } },
      data: { usedAt: now() },
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
    return ok(await startSession(tx, user.id, from))
  })
}

const makeCounty = (tx: Tx, name: string): Promise<{ id: string }> =>
  tx.organisation.create({ data: { key: organisationKey(name), name }, select: { id: true } })

function organisationKey(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain || 'county'
}
