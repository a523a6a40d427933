import 'server-only'
import type { HeldRole, Role } from '@/lib/access/model'
import type { Administering } from '@/lib/access/people/administering'
import { coversCounty, type PeopleChoices, projectRoles } from '@/lib/access/people/model'
import type { Tx } from '@/lib/platform/db'

/** Roles without a project that an organisation gives: the whole country is read by people of a national body only. */
const countyRoles = { county: ['admin'], national_body: ['admin', 'national'] } as const satisfies Record<
  string,
  Role[]
>

/** What administrators of an organisation may give. */
export async function choicesIn(tx: Tx, organisationId: string): Promise<PeopleChoices> {
  const { kind } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { kind: true } })
  const projects = await tx.project.findMany({
    where: { organisationId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return { roles: [...countyRoles[kind], ...projectRoles()], projects }
}

/** Whether the county may give all of these: its own projects, and roles of its kind. */
export async function holdable({ tx, organisationId }: Administering, held: readonly HeldRole[]): Promise<boolean> {
  const { roles, projects } = await choicesIn(tx, organisationId)
  return held.every(
    ({ role, projectId }) =>
      roles.includes(role) &&
      (projectId === null ? coversCounty(role) : projects.some((project) => project.id === projectId)),
  )
}

/** Roles as the log tells them: "director: Hanke". */
export async function namesOf(tx: Tx, held: readonly HeldRole[]): Promise<string[]> {
  const ids = held.flatMap(({ projectId }) => projectId ?? [])
  const projects = await tx.project.findMany({ where: { id: { in: ids } }, select: { id: true, key: true } })
  return held
    .map(({ role, projectId }) => {
      const key = projects.find(({ id }) => id === projectId)?.key
      return key ? `${role}: ${key}` : role
    })
    .sort()
}
