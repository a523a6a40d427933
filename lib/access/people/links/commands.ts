import 'server-only'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { fingerprint } from '@/lib/access/fingerprint'
import { isRole, type Viewer } from '@/lib/access/model'
import { type Administering, type Person, toPerson } from '@/lib/access/people/administering'
import { endLinks } from '@/lib/access/people/links/ending'
import { letterOf } from '@/lib/access/people/links/letter'
import { linkAddress, secretOf } from '@/lib/access/people/links/secret'
import { linkDays, type PeopleReason } from '@/lib/access/people/model'
import type { linkSchema, VersionOfPerson } from '@/lib/access/people/schema'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { isLocale } from '@/lib/platform/locales'
import { sendsMail } from '@/lib/platform/mail'
import { words } from '@/lib/platform/words'
import { fail, ok, type Result } from '@/lib/values/result'

/** A link to hand over; null when it went into a mail. */
export type MadeLink = { link: string | null }

/**
 * Makes a new link to the account of a person; the one before opens nothing any more. A password that there is stays until
 * the link is used. Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, NOT_FOUND, STALE, DISABLED.
 */
export function sendLink(
  viewer: Viewer,
  { way, ...which }: z.output<typeof linkSchema>,
): Promise<Result<MadeLink, PeopleReason>> {
  return toPerson(viewer, which, async (at, person) =>
    person.disabledAt ? fail('DISABLED') : ok(await makeLink(viewer, at, person, way)),
  )
}

/** Ends the open link of a person. Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, NOT_FOUND, STALE, NO_LINK (none is open). */
export function withdrawLink(viewer: Viewer, which: VersionOfPerson): Promise<Result<null, PeopleReason>> {
  return toPerson(viewer, which, async ({ tx, right, organisationId }, person) => {
    if ((await endLinks(tx, person.id)) === 0) return fail('NO_LINK')
    await recordAudit(tx, viewer, {
      action: 'invitation.withdrawn',
      right,
      subjectType: 'user',
      subjectId: person.id,
      organisationId,
    })
    return ok(null)
  })
}

/** Makes a link in the caller's transaction: in a mail where mails are sent and one is wanted, else to hand over. */
export async function makeLink(
  viewer: Viewer,
  { tx, right, organisationId }: Administering,
  person: Pick<Person, 'id' | 'email' | 'locale' | 'passwordHash' | 'oidcSubject'>,
  way: 'mail' | 'show',
): Promise<MadeLink> {
  await endLinks(tx, person.id)
  const id = randomUUID()
  const until = new Date(now().getTime() + linkDays * 86_400_000)
  await tx.invitation.create({
    data: {
      id,
      organisationId,
      userId: person.id,
      secretHash: fingerprint(secretOf(id)),
      expiresAt: until,
      createdAt: now(),
    },
  })
  const mailed = way === 'mail' && sendsMail()
  const known = person.passwordHash !== null || person.oidcSubject !== null
  if (mailed) await writeMail(tx, organisationId, { ...person, invitationId: id, until, known })
  await recordAudit(tx, viewer, {
    action: 'invitation.created',
    right,
    subjectType: 'user',
    subjectId: person.id,
    organisationId,
    data: { until: until.toISOString(), way: mailed ? 'mail' : 'show', newPassword: known },
  })
  return { link: mailed ? null : linkAddress(secretOf(id)) }
}

type Receiver = { id: string; email: string; locale: string; invitationId: string; until: Date; known: boolean }

async function writeMail(tx: Tx, organisationId: string, receiver: Receiver): Promise<void> {
  const { id: userId, email, invitationId, until, known } = receiver
  const { name: county } = await tx.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { name: true },
  })
  const held = await tx.membership.findMany({
    where: { userId },
    orderBy: { id: 'asc' },
    select: { role: true, project: { select: { name: true } } },
  })
  const roles = held.flatMap(({ role, project }) => (isRole(role) ? [{ role, project: project?.name ?? null }] : []))
  const locale = isLocale(receiver.locale) ? receiver.locale : 'fi'
  const letter = letterOf(words(locale), { invitationId, county, email, roles, until, known })
  await tx.mail.create({ data: { organisationId, userId, locale, ...letter, nextAttemptAt: now(), createdAt: now() } })
}
