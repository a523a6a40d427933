// Administrators at work, for the tests of people.
import type { Role, Viewer } from '@/lib/access/model'
import { addPerson } from '@/lib/access/people/commands'
import type { NewPerson } from '@/lib/access/people/schema'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { type Account, type CountyOfTest, inCounty, inProject, makeAccount } from '../support/builders/accounts'
import { signedIn } from './authenticators'
import { sql } from './behind'

let added = 0

/** Somebody who could be added. */
export function newcomer(fields: Partial<NewPerson> = {}): NewPerson {
  added += 1
  const email = `tulija-${process.pid}-${added}@example.fi`
  return { name: 'Tulija', email, locale: 'fi', roles: [], way: 'show', ...fields }
}

export const adminOf = async (county: CountyOfTest): Promise<Viewer> =>
  signedIn(await makeAccount(county, [inCounty('admin')]))

export const projectOf = (county: CountyOfTest): string => county.projects[0]?.id ?? ''

export const holder = (county: CountyOfTest, role: Role): Promise<Account> =>
  makeAccount(county, [role === 'admin' ? inCounty(role) : inProject(role, projectOf(county))])

/** Which row of a person is meant by a form that was opened just now. */
export async function formOf(userId: string): Promise<{ userId: string; version: number }> {
  const [row] = await sql<{ version: number }>('SELECT version FROM "User" WHERE id = $1', [userId])
  return { userId, version: row?.version ?? 1 }
}

/** Adds somebody; answers their id and the secret of their link. */
export async function invited(
  admin: Viewer,
  fields: Partial<NewPerson> = {},
): Promise<{ id: string; email: string; secret: string }> {
  const given = newcomer(fields)
  const done = await addPerson(admin, given)
  if (!done.ok) throw new Error(done.reason)
  const [row] = await sql<{ id: string }>('SELECT id FROM "User" WHERE email = $1', [given.email])
  return { id: row?.id ?? '', email: given.email, secret: secretIn(done.value.link) }
}

export const secretIn = (link: string | null): string => new URL(link ?? 'http://none').searchParams.get('secret') ?? ''

/** What an act on people could leave in a county. */
export const behind = (organisationId: string): Promise<unknown> =>
  asViewer(systemViewer('operator', organisationId), async (tx) => [
    await tx.user.findMany({ orderBy: { id: 'asc' } }),
    await tx.membership.findMany({ orderBy: { id: 'asc' } }),
    await tx.invitation.findMany({ orderBy: { id: 'asc' } }),
    await tx.workPackageCoordinator.findMany({ orderBy: { workPackageId: 'asc' } }),
    await tx.mail.count(),
    await tx.auditEvent.count(),
  ])

/** The same person, whose sign-in is older than the gravest acts allow. */
export const stale = (viewer: Viewer): Viewer => ({
  ...viewer,
  authenticatedAt: new Date((viewer.authenticatedAt?.getTime() ?? 0) - 901_000),
})
