import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { type FactorRule, factorRules, isDemanded, type Touched } from '@/lib/access/second-factor/demand/model'
import { asViewer } from '@/lib/access/viewer'

/**
 * How many people of the viewer's county each rule asks for a second factor, and how many of these have none; null for those
 * who may not set one. Accounts out of use, and those that nobody can sign in to with a password, are not counted.
 */
export async function countTouched(viewer: Viewer): Promise<Readonly<Record<FactorRule, Touched>> | null> {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'county.manage', null)) return null
  const rows = await asViewer(viewer, (tx) =>
    tx.user.findMany({
      where: { organisationId, disabledAt: null, passwordHash: { not: null } },
      select: {
        memberships: { select: { role: true, projectId: true } },
        secondFactor: { select: { confirmedAt: true } },
      },
    }),
  )
  const people = rows.map(({ memberships, secondFactor }) => ({
    person: { held: memberships, hasPassword: true },
    without: secondFactor?.confirmedAt == null,
  }))
  const of = (rule: FactorRule): Touched => {
    const asked = people.filter(({ person }) => isDemanded(person, [rule]))
    return { asked: asked.length, without: asked.filter(({ without }) => without).length }
  }
  const [nobody, writers, everybody] = factorRules
  return { nobody: of(nobody), writers: of(writers), everybody: of(everybody) }
}
