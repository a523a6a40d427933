import 'server-only'
import { isRole, type Viewer } from '@/lib/access/model'
import { mayTryLink, openWith, wasOpen } from '@/lib/access/people/accepting/tries'
import type { OpenLink } from '@/lib/access/people/model'
import { asViewer } from '@/lib/access/viewer'

/**
 * What a link opens. Null when it opens nothing: unknown, used, withdrawn, over, of an account out of use, or tried too often
 * from this address; nobody is told which.
 */
export async function findOpenLink(viewer: Viewer, secret: string, address: string): Promise<OpenLink | null> {
  if (!(await mayTryLink(address))) return null
  const found = await asViewer(viewer, (tx) =>
    tx.invitation.findFirst({
      where: openWith(secret),
      select: {
        user: {
          select: {
            email: true,
            passwordHash: true,
            oidcSubject: true,
            organisation: { select: { name: true } },
            memberships: { select: { role: true, project: { select: { name: true } } }, orderBy: { id: 'asc' } },
          },
        },
      },
    }),
  )
  if (!found?.user) return null
  await wasOpen(address)
  const { email, organisation, memberships, passwordHash, oidcSubject } = found.user
  const roles = memberships.flatMap(({ role, project }) =>
    isRole(role) ? [{ role, project: project?.name ?? null }] : [],
  )
  return { county: organisation.name, email, roles, known: passwordHash !== null || oidcSubject !== null }
}
