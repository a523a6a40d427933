import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { type PersonSettings, stateOf } from '@/lib/access/people/model'
import { findPeopleChoices } from '@/lib/access/people/roles/queries'
import { unitsOpenTo } from '@/lib/access/people/units/open'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { isLocale } from '@/lib/platform/locales'

/** What administrators may change of a person of their own county; null for everybody else, and for people elsewhere. */
export async function findPersonSettings(viewer: Viewer, userId: string): Promise<PersonSettings | null> {
  const { organisationId } = viewer
  if (viewer.kind !== 'person' || organisationId === null || !can(viewer, 'people.manage', null)) return null
  return asViewer(viewer, async (tx) => {
    const person = await tx.user.findFirst({
      where: { id: userId, organisationId },
      select: {
        name: true,
        email: true,
        locale: true,
        version: true,
        passwordHash: true,
        oidcSubject: true,
        disabledAt: true,
        memberships: { select: { role: true, projectId: true }, orderBy: { id: 'asc' } },
        units: { select: { workPackageId: true } },
        invitations: openLinks(),
      },
    })
    if (!person) return null
    const { name, email, version, memberships: held, units, invitations } = person
    const until = invitations[0]?.expiresAt.toISOString() ?? null
    const canSignIn = person.passwordHash !== null || person.oidcSubject !== null
    return {
      id: userId,
      version,
      name,
      email,
      locale: isLocale(person.locale) ? person.locale : 'fi',
      held,
      state: stateOf({ canSignIn, disabled: person.disabledAt !== null, until }),
      until,
      units: await unitsOpenTo(tx, organisationId, userId),
      chosenUnits: units.map(({ workPackageId }) => workPackageId),
      choices: await findPeopleChoices(viewer),
    }
  })
}

/** Part of a select: the open link of a person, if there is one. */
export const openLinks = () =>
  ({ where: { usedAt: null, expiresAt: { gt: now() } }, select: { expiresAt: true }, take: 1 }) as const
