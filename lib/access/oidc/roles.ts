import 'server-only'
import type { HeldRole, Viewer } from '@/lib/access/model'
import { hasOtherAdministrator, holdPeople } from '@/lib/access/people/administering'
import { recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import type { MappedRole } from '@/lib/platform/provider-settings'

type Person = { id: string; organisationId: string; national: boolean }

/**
 * Gives and takes the roles of a person as the provider tells them, when the settings say what its roles give. What is not told
 * is taken, but for the role of a county's last administrator: a wrong setting or a missing claim must not leave nobody. A
 * project of another organisation gives nothing, and only people of the national body become national readers.
 */
export async function followRoles(
  viewer: Viewer,
  tx: Tx,
  { id: userId, organisationId, national }: Person,
  told: readonly string[],
  mapped: readonly MappedRole[],
): Promise<void> {
  if (mapped.length === 0) return
  const meant = mapped.filter(({ given, role }) => told.includes(given) && (role === 'national') === national)
  const keys = meant.flatMap(({ projectKey }) => projectKey ?? [])
  const projects = await tx.project.findMany({
    where: { organisationId, key: { in: keys } },
    select: { id: true, key: true },
  })
  const wanted = meant.flatMap(({ role, projectKey }): HeldRole[] => {
    if (projectKey === null) return [{ role, projectId: null }]
    const project = projects.find(({ key }) => key === projectKey)
    return project ? [{ role, projectId: project.id }] : []
  })
  const held = await tx.membership.findMany({ where: { userId }, select: { id: true, role: true, projectId: true } })
  const same = (a: HeldRole) => (b: HeldRole) => a.role === b.role && a.projectId === b.projectId
  const untold = held.filter((one) => !wanted.some(same(one)))
  const kept = await lastAdministrator({ tx, organisationId }, userId, untold)
  const taken = untold.filter((one) => one !== kept)
  const given = wanted.filter((one, at) => !held.some(same(one)) && wanted.findIndex(same(one)) === at)
  if (taken.length === 0 && given.length === 0) return
  await tx.membership.deleteMany({ where: { id: { in: taken.map(({ id }) => id) } } })
  await tx.membership.createMany({ data: given.map((one) => ({ ...one, userId, organisationId })) })
  const named = ({ role, projectId }: HeldRole) => ({ role, projectId })
  await recordAudit(tx, viewer, {
    action: 'provider.roles_followed',
    right: 'provider',
    subjectType: 'user',
    subjectId: userId,
    organisationId,
    data: { given: given.map(named), taken: taken.map(named), ...(kept && { kept: [named(kept)] }) },
  })
}

/** Of roles that would be taken the one that nobody else of the county has. */
async function lastAdministrator<Held extends HeldRole>(
  county: { tx: Tx; organisationId: string },
  userId: string,
  untold: readonly Held[],
): Promise<Held | null> {
  const admin = untold.find(({ role }) => role === 'admin')
  if (!admin) return null
  await holdPeople(county.tx, county.organisationId)
  return (await hasOtherAdministrator(county, userId)) ? null : admin
}
