import 'server-only'
import { rightTo, signedInRecently, type Viewer } from '@/lib/access/model'
import type { PeopleReason } from '@/lib/access/people/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { fail, type Result } from '@/lib/values/result'

/** An administrator at work in their own county. */
export type Administering = { tx: Tx; right: string; organisationId: string }

/** What is read of the person that an act is about. */
export type Person = {
  id: string
  name: string
  email: string
  locale: string
  passwordHash: string | null
  oidcSubject: string | null
  disabledAt: Date | null
  version: number
}

const personFields = {
  id: true,
  name: true,
  email: true,
  locale: true,
  passwordHash: true,
  oidcSubject: true,
  disabledAt: true,
  version: true,
} as const

/**
 * Does something to the people of the viewer's own county: one administrator at a time, and only who still is one. So of two
 * who take the role from each other at the same moment the second is told that it is not theirs any more.
 */
export async function asAdministrator<Value>(
  viewer: Viewer,
  work: (at: Administering) => Promise<Result<Value, PeopleReason>>,
): Promise<Result<Value, PeopleReason>> {
  const right = rightTo(viewer, 'people.manage', null)
  const { userId, organisationId } = viewer
  if (!right || userId === null || organisationId === null) return fail('NOT_ALLOWED')
  if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
  return asViewer(viewer, async (tx) => {
    await holdPeople(tx, organisationId)
    const still = await tx.membership.count({ where: { userId, role: 'admin', user: { disabledAt: null } } })
    return still === 0 ? fail('NOT_ALLOWED') : work({ tx, right, organisationId })
  })
}

/** The same to one person, who gets another version by it. Reasons besides those of the work: NOT_FOUND, STALE. */
export function toPerson<Value>(
  viewer: Viewer,
  { userId: id, version }: { userId: string; version: number },
  work: (at: Administering, person: Person) => Promise<Result<Value, PeopleReason>>,
): Promise<Result<Value, PeopleReason>> {
  return asAdministrator(viewer, async (at) => {
    const { tx, organisationId } = at
    const person = await tx.user.findFirst({ where: { id, organisationId }, select: personFields })
    if (!person) return fail('NOT_FOUND')
    if (person.version !== version) return fail('STALE')
    const done = await work(at, person)
    if (done.ok) await tx.user.updateMany({ where: { id, version }, data: { version: version + 1 } })
    return done
  })
}

/** Waits until nobody else changes who the county's administrators are, and keeps it so until the transaction ends. */
export async function holdPeople(tx: Tx, organisationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('etappi.people'), hashtext(${organisationId}))`
}

/** Whether the county has somebody else who can sign in as its administrator. */
export async function hasOtherAdministrator(
  { tx, organisationId }: Pick<Administering, 'tx' | 'organisationId'>,
  userId: string,
): Promise<boolean> {
  const others = await tx.user.count({
    where: {
      organisationId,
      id: { not: userId },
      disabledAt: null,
      memberships: { some: { role: 'admin' } },
      OR: [{ passwordHash: { not: null } }, { oidcSubject: { not: null } }],
    },
  })
  return others > 0
}

/** Ends every session of a person at once. */
export async function endSessions(tx: Tx, userId: string): Promise<number> {
  const ended = await tx.loginSession.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now() } })
  return ended.count
}
