// Who looks at a county's projects: one person for each letter of tests/support/who-sees-what.ts.
import { randomUUID } from 'node:crypto'
import type { Role, Viewer } from '@/lib/access/model'
import { mintViewer } from '@/lib/access/viewer'
import { matrix, type Person } from '../../support/who-sees-what'
import type { Query } from './model'

export type County = { organisationId: string; people: Readonly<Record<Person, Viewer>> }

const roles: Record<Person, Role> = {
  C: 'coordinator',
  D: 'director',
  F: 'finance',
  S: 'steering',
  T: 'auditor',
  A: 'admin',
  X: 'director',
  N: 'national',
}

/** A viewer in every role of the county; the coordinator has an account, to whom units can be given. */
export async function countyOf(query: Query, organisationId: string): Promise<County> {
  const [account] = await query<{ id: string }>(
    `INSERT INTO "User" (id, "organisationId", email, name) VALUES ($1, $2, $3, 'coordinator') RETURNING id`,
    [randomUUID(), organisationId, `${organisationId}@odd.example`],
  )
  if (!account) throw new Error('no account')
  const viewer = (person: Person): Viewer =>
    mintViewer({
      kind: 'person',
      name: roles[person],
      userId: account.id,
      organisationId,
      organisationName: null,
      scope: person === 'N' ? 'national' : 'county',
      held: [{ projectId: null, role: roles[person] }],
      locale: 'fi',
      sessionId: null,
      authenticatedAt: new Date(),
      source: 'web',
      requestId: null,
    })
  const people = Object.fromEntries((Object.keys(roles) as Person[]).map((one) => [one, viewer(one)]))
  return { organisationId, people: people as Record<Person, Viewer> }
}

/** Gives the coordinator every unit of a project. */
export async function giveUnits(query: Query, projectId: string, coordinator: Viewer): Promise<void> {
  await query(
    `INSERT INTO "WorkPackageCoordinator" ("organisationId", "workPackageId", "userId")
     SELECT "organisationId", id, $2 FROM "WorkPackage" WHERE "projectId" = $1 ON CONFLICT DO NOTHING`,
    [projectId, coordinator.userId],
  )
}

/** The director where the table of who sees what lets one in, else the first who is let in; a form is its writer's. */
export function lookerOf(route: string): Person {
  if (/\/\[unit\]\/(edit|grid)$/.test(route)) return 'C'
  const seen = matrix.find((row) => row.route === route)?.seen ?? 'D'
  return seen.includes('D') ? 'D' : ((seen[0] ?? 'D') as Person)
}
