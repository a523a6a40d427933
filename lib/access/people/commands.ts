import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/model'
import { type Administering, asAdministrator, toPerson } from '@/lib/access/people/administering'
import { type MadeLink, makeLink } from '@/lib/access/people/links/commands'
import { endLinks } from '@/lib/access/people/links/ending'
import type { PeopleReason } from '@/lib/access/people/model'
import { holdable, namesOf } from '@/lib/access/people/roles/giving'
import type { detailsSchema, NewPerson } from '@/lib/access/people/schema'
import { withinLimit } from '@/lib/access/rate-limit'
import { recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

/** How many addresses an administrator may try in an hour: enough for a whole project, too few for a list. */
const addresses = { attempts: 60, seconds: 3600 }

/**
 * Adds a person to the administrator's own county: an account that nobody can sign in to yet, its roles and a link that opens
 * it, all or nothing. An address of the county is told to be one; an address of another county is refused in the same words
 * as one that nobody may use, and the refusal is recorded.
 * Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, TOO_MANY_ATTEMPTS, NOT_FOUND (a role in a project that is not the county's, or not the
 * county's to give), EMAIL_KNOWN, EMAIL_REFUSED.
 */
export function addPerson(viewer: Viewer, input: NewPerson): Promise<Result<MadeLink, PeopleReason>> {
  return asAdministrator(viewer, async (at) => {
    const { tx, right, organisationId } = at
    const { email, name, locale, roles } = input
    if (!(await withinLimit(`people:addresses:${viewer.userId}`, addresses))) return fail('TOO_MANY_ATTEMPTS')
    if (!(await holdable(at, roles))) return fail('NOT_FOUND', { roles: 'people.error.roles' })
    if (await isKnown(at, email)) return known()
    const made = await tx.user.createManyAndReturn({
      data: [{ organisationId, email, name, locale }],
      skipDuplicates: true,
      select: { id: true },
    })
    const id = made[0]?.id
    if (id === undefined) return refused(viewer, at)
    await tx.membership.createMany({ data: roles.map((one) => ({ ...one, organisationId, userId: id })) })
    await recordAudit(tx, viewer, {
      action: 'person.added',
      right,
      subjectType: 'user',
      subjectId: id,
      organisationId,
      data: { name, email, locale, roles: await namesOf(tx, roles) },
    })
    return ok(await makeLink(viewer, at, { id, email, locale, passwordHash: null, oidcSubject: null }, input.way))
  })
}

/**
 * Changes name, address and language of a person. With another address the open link ends: it was for the old one. Sessions
 * and the password stay. Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, NOT_FOUND, STALE, TOO_MANY_ATTEMPTS, EMAIL_KNOWN, EMAIL_REFUSED.
 */
export function changeDetails(
  viewer: Viewer,
  { name, email, locale, ...which }: z.output<typeof detailsSchema>,
): Promise<Result<null, PeopleReason>> {
  return toPerson(viewer, which, async (at, person) => {
    const { tx, right, organisationId } = at
    const moves = email !== person.email
    if (moves) {
      if (!(await withinLimit(`people:addresses:${viewer.userId}`, addresses))) return fail('TOO_MANY_ATTEMPTS')
      if (await isKnown(at, email)) return known()
      if (!(await takesAddress(tx, person.id, email))) return refused(viewer, at)
      await endLinks(tx, person.id)
    }
    await tx.user.updateMany({ where: { id: person.id }, data: { name, locale } })
    await recordAudit(tx, viewer, {
      action: 'person.changed',
      right,
      subjectType: 'user',
      subjectId: person.id,
      organisationId,
      data: {
        before: { name: person.name, email: person.email, locale: person.locale },
        after: { name, email, locale },
      },
    })
    return ok(null)
  })
}

const known = () => fail('EMAIL_KNOWN' as const, { email: 'people.error.emailKnown' })

const isKnown = async ({ tx, organisationId }: Administering, email: string): Promise<boolean> =>
  (await tx.user.count({ where: { email, organisationId } })) > 0

async function refused(viewer: Viewer, { tx, right, organisationId }: Administering) {
  await recordAudit(tx, viewer, {
    action: 'person.address_refused',
    right,
    subjectType: 'organisation',
    subjectId: organisationId,
    organisationId,
    result: 'refused',
  })
  return fail('EMAIL_REFUSED' as const, { email: 'people.error.emailRefused' })
}

/**
 * Gives a person an address unless an account that this transaction cannot see has it: only the unique index knows. Within a
 * savepoint, so that the rest of the transaction stands.
 */
async function takesAddress(tx: Tx, id: string, email: string): Promise<boolean> {
  await tx.$executeRaw`SAVEPOINT address`
  try {
    await tx.user.updateMany({ where: { id }, data: { email } })
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== 'P2002') throw error
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT address`
    return false
  }
}
