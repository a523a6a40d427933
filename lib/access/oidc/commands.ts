import 'server-only'
import { type StartedSession, startSession, unseen } from '@/lib/access/commands'
import { fingerprint } from '@/lib/access/fingerprint'
import { recentMinutes, signedInRecently, type Viewer } from '@/lib/access/model'
import type { RecognisedPerson } from '@/lib/access/oidc/id-token'
import type { ProviderReason } from '@/lib/access/oidc/model'
import { followRoles } from '@/lib/access/oidc/roles'
import type { Origin } from '@/lib/access/session'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { MappedRole } from '@/lib/platform/provider-settings'
import { fail, ok, type Result } from '@/lib/values/result'

type Answer<Value> = Promise<Result<Value, ProviderReason>>
type Key = Pick<RecognisedPerson, 'issuer' | 'subject'>

const user = {
  id: true,
  organisationId: true,
  disabledAt: true,
  oidcIssuer: true,
  oidcSubject: true,
  organisation: { select: { kind: true } },
} as const

/**
 * Lets in whom the provider has recognised, if the key of issuer and subject is one of an account; no address counts. With an
 * invitation the key becomes the invited account’s, in place of its password, and the invitation is used up.
 * Reasons: UNKNOWN_PERSON, DISABLED; with an invitation INVITATION_USED, TAKEN, ALREADY_LINKED, HAS_FACTOR: then it stays.
 */
export function enterByProvider(
  viewer: Viewer,
  person: RecognisedPerson,
  { invitation, mapped }: { invitation: string | null; mapped: readonly MappedRole[] },
  from: Origin,
): Answer<StartedSession> {
  return asViewer(viewer, async (tx) => {
    await oneAtATime(tx, person)
    if (invitation !== null) {
      const linked = await acceptInvitation(viewer, tx, person, invitation)
      if (!linked.ok) return linked
    }
    const found = await tx.user.findUnique({ where: keyOf(person), select: user })
    if (!found) return unseen(viewer, 'UNKNOWN_PERSON')
    const { id, organisationId, disabledAt, organisation } = found
    const actor: Viewer = { ...viewer, userId: id }
    await recordAudit(tx, actor, {
      action: disabledAt ? 'session.refused' : 'session.started',
      right: 'provider',
      subjectType: 'user',
      subjectId: id,
      organisationId,
      result: disabledAt ? 'refused' : 'done',
      data: { provider: person.issuer },
    })
    if (disabledAt) return fail('DISABLED')
    const national = organisation.kind === 'national_body'
    await followRoles(actor, tx, { id, organisationId, national }, person.roles, mapped)
    // A provider that does not say when it saw who the person is: nobody knows that it was lately.
    const authenticatedAt = person.authTime ?? new Date(now().getTime() - (recentMinutes * 60 + 1) * 1000)
    return ok(await startSession(tx, id, from, { authenticatedAt }))
  })
}

/** Everything is looked at before the first thing is written: what is refused leaves the invitation open. */
async function acceptInvitation(viewer: Viewer, tx: Tx, person: Key, secret: string): Answer<null> {
  const at = now()
  const open = { secretHash: fingerprint(secret), usedAt: null, expiresAt: { gt: at } }
  const invitation = await tx.invitation.findFirst({
    where: open,
    select: {
      id: true,
      organisationId: true,
      user: { select: { ...user, secondFactor: { select: { confirmedAt: true } } } },
    },
  })
  const invited = invitation?.user
  if (!invitation || !invited || invited.organisationId !== invitation.organisationId) return fail('INVITATION_USED')
  if (invited.disabledAt) return fail('DISABLED')
  // Whoever reads somebody’s mail must not get past their authenticator: with it they sign in, and link in the settings.
  if (invited.secondFactor?.confirmedAt) return fail('HAS_FACTOR')
  const { issuer, subject } = person
  if (invited.oidcIssuer === issuer && invited.oidcSubject !== subject) return fail('ALREADY_LINKED')
  const owner = await tx.user.findUnique({ where: keyOf(person), select: { id: true } })
  if (owner && owner.id !== invited.id) return fail('TAKEN')
  const used = await tx.invitation.updateMany({ where: { ...open, id: invitation.id }, data: { usedAt: at } })
  if (used.count === 0) return fail('INVITATION_USED')
  // The account is handed over anew: what opened it before does no more, as when the link gives a password.
  await tx.user.update({
    where: { id: invited.id },
    data: { ...linkTo(person), passwordHash: null },
    select: { id: true },
  })
  const ended = await tx.loginSession.updateMany({
    where: { userId: invited.id, revokedAt: null },
    data: { revokedAt: at },
  })
  const actor = { ...viewer, userId: invited.id }
  const about = { subjectType: 'user', subjectId: invited.id, organisationId: invited.organisationId } as const
  await recordAudit(tx, actor, {
    action: 'invitation.used',
    right: 'invitation',
    ...about,
    data: { sessions: ended.count },
  })
  await recordAudit(tx, actor, { action: 'provider.linked', right: 'invitation', ...about, data: { provider: issuer } })
  return ok(null)
}

/**
 * Links the viewer’s own account to whom the provider has recognised. From then on both ways let the same person in.
 * Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, ALREADY_LINKED, TAKEN (another account has the key).
 */
export async function linkProvider(viewer: Viewer, person: Key): Answer<null> {
  const { userId } = viewer
  if (userId === null) return fail('NOT_ALLOWED')
  if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
  return asViewer(viewer, async (tx) => {
    await oneAtATime(tx, person)
    const own = await tx.user.findUnique({ where: { id: userId }, select: user })
    if (own?.oidcIssuer === person.issuer) return fail('ALREADY_LINKED')
    const owner = await tx.user.findUnique({ where: keyOf(person), select: { id: true } })
    if (owner) return fail('TAKEN')
    // Begun twice, the first one that is finished holds.
    const linked = await tx.user.updateMany({
      where: { id: userId, OR: [{ oidcIssuer: null }, { oidcIssuer: { not: person.issuer } }] },
      data: linkTo(person),
    })
    if (linked.count === 0) return fail('ALREADY_LINKED')
    await recordAudit(tx, viewer, {
      action: 'provider.linked',
      right: 'own',
      subjectType: 'user',
      subjectId: userId,
      data: { provider: person.issuer },
    })
    return ok(null)
  })
}

/**
 * Takes the link to the provider off the viewer’s own account, if a password lets them in without it.
 * Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, NOT_LINKED, NO_PASSWORD.
 */
export async function unlinkProvider(viewer: Viewer): Answer<null> {
  const { userId } = viewer
  if (userId === null) return fail('NOT_ALLOWED')
  if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
  return asViewer(viewer, async (tx) => {
    const own = await tx.user.findUnique({
      where: { id: userId },
      select: { oidcIssuer: true, passwordHash: true },
    })
    if (!own?.oidcIssuer) return fail('NOT_LINKED')
    if (!own.passwordHash) return fail('NO_PASSWORD')
    const unlinked = await tx.user.updateMany({
      where: { id: userId, oidcIssuer: own.oidcIssuer },
      data: { oidcIssuer: null, oidcSubject: null, version: { increment: 1 } },
    })
    if (unlinked.count === 0) return fail('NOT_LINKED')
    await recordAudit(tx, viewer, {
      action: 'provider.unlinked',
      right: 'own',
      subjectType: 'user',
      subjectId: userId,
      data: { provider: own.oidcIssuer },
    })
    return ok(null)
  })
}

const keyOf = ({ issuer, subject }: Key) => ({
  oidcIssuer_oidcSubject: { oidcIssuer: issuer, oidcSubject: subject },
})
const linkTo = ({ issuer, subject }: Key) => ({
  oidcIssuer: issuer,
  oidcSubject: subject,
  version: { increment: 1 },
})

/** One person of the provider at a time: of two that ask for the same key the second finds what the first has done. */
async function oneAtATime(tx: Tx, { issuer, subject }: Key): Promise<void> {
  const key = JSON.stringify([issuer, subject])
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 7204302))`
}
