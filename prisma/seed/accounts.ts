import { randomUUIDv7 } from 'node:crypto'
import { hashPassword } from '@/lib/access/password'
import type { Tx } from '@/lib/platform/db'
import { type DemoAccount, demoAccounts, demoPassword } from './demo-accounts.ts'
import type { Organisations } from './organisations.ts'

type Project = { id: string; units: readonly { id: string; sourceId: string }[] }

/** Makes the demo's accounts, their roles, and who reports for which unit. Hashed once: the password is the same. */
export async function insertAccounts(
  tx: Tx,
  organisations: Organisations,
  projects: Map<string, Project>,
): Promise<void> {
  const passwordHash = await hashPassword(demoPassword)
  const people = demoAccounts.map((account) => ({
    account,
    id: randomUUIDv7() as string,
    organisationId: organisations.idOf(account.organisation),
  }))
  await tx.user.createMany({
    data: people.map(({ id, organisationId, account: { email, name } }) => ({
      id,
      organisationId,
      email,
      name,
      passwordHash,
    })),
  })
  await tx.membership.createMany({
    data: people.flatMap(({ id, organisationId, account }) =>
      projectIds(account, projects).map((projectId) => ({ organisationId, userId: id, projectId, role: account.role })),
    ),
  })
  await tx.workPackageCoordinator.createMany({
    data: people.flatMap(({ id, organisationId, account }) =>
      unitsOf(account, projects).map((workPackageId) => ({ organisationId, workPackageId, userId: id })),
    ),
  })
}

function projectIds(account: DemoAccount, projects: Map<string, Project>): (string | null)[] {
  return account.project === null ? [null] : account.projects.map((key) => found(projects, key).id)
}

function unitsOf(account: DemoAccount, projects: Map<string, Project>): string[] {
  return account.projects
    .flatMap((key) => found(projects, key).units)
    .filter(({ sourceId }) => account.units.some((beginning) => sourceId.startsWith(beginning)))
    .map(({ id }) => id)
}

function found(projects: Map<string, Project>, key: string): Project {
  const project = projects.get(key)
  if (!project) throw new Error(`a demo account names the project ${key}, which is not loaded`)
  return project
}
