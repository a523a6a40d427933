// Counties, projects and people who can sign in. Used by the tests of access and projects.
import type { HeldRole, Role, Viewer } from '@/lib/access/model'
import { hashPassword } from '@/lib/access/password'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'

export const password = 'neljä sanaa ilman numeroita'
let hashed: Promise<string> | null = null
let made = 0

/** Hashing is slow on purpose: the same hash serves every account of a test file. */
const passwordHash = (): Promise<string> => {
  hashed ??= hashPassword(password)
  return hashed
}

export type CountyOfTest = { organisationId: string; projects: { id: string; key: string }[] }

export function makeCounty(projects = 1): Promise<CountyOfTest> {
  made += 1
  const key = `alue-${process.pid}-${made}`
  return asViewer(systemViewer('operator'), async (tx) => {
    const statement = { statementFi: 'Rahoitettu', statementSv: 'Finansierad', statementEn: 'Funded' }
    const programme = await tx.programme.create({
      data: { key, name: 'Ohjelma', shortName: 'O', funder: 'Rahoittaja', ...statement },
    })
    const { id: organisationId } = await tx.organisation.create({ data: { key, name: `Hyvinvointialue ${made}` } })
    const rows = await tx.project.createManyAndReturn({
      data: Array.from({ length: projects }, (_, i) => ({
        organisationId,
        programmeId: programme.id,
        key: `${key}-${i + 1}`,
        name: `Hanke ${i + 1}`,
      })),
      select: { id: true, key: true },
    })
    return { organisationId, projects: rows }
  })
}

export type Account = { id: string; email: string; organisationId: string }

/** A person with roles; a role without a project covers the county. `secret: null`: no password has been set. */
export async function makeAccount(
  { organisationId }: Pick<CountyOfTest, 'organisationId'>,
  held: readonly HeldRole[] = [],
  { secret = true }: { secret?: boolean } = {},
): Promise<Account> {
  made += 1
  const email = `tili-${process.pid}-${made}@example.fi`
  const hash = secret ? await passwordHash() : null
  return asViewer(systemViewer('operator'), async (tx) => {
    const { id } = await tx.user.create({ data: { organisationId, email, name: `Tili ${made}`, passwordHash: hash } })
    await tx.membership.createMany({ data: held.map((role) => ({ ...role, organisationId, userId: id })) })
    return { id, email, organisationId }
  })
}

/** A viewer as the session would mint one of somebody who signs in just now, for rules that need no database. */
export function viewerWith(held: readonly HeldRole[], fields: Partial<Omit<Viewer, symbol>> = {}): Viewer {
  const viewer = {
    kind: 'person',
    name: 'Tili',
    userId: '00000000-0000-7000-8000-000000000001',
    organisationId: '00000000-0000-7000-8000-0000000000aa',
    organisationName: 'Hyvinvointialue',
    scope: 'county',
    held,
    locale: 'fi',
    sessionId: null,
    get authenticatedAt() {
      return now()
    },
    source: 'web',
    requestId: null,
    ...fields,
  }
  return viewer as Omit<Viewer, symbol> as Viewer
}

export const inProject = (role: Role, projectId: string): HeldRole => ({ role, projectId })
export const inCounty = (role: Role): HeldRole => ({ role, projectId: null })
