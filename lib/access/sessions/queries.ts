import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { stateOf } from '@/lib/access/people/model'
import { openLinks } from '@/lib/access/people/queries'
import { deviceOf, type OpenSession, type PersonRow } from '@/lib/access/sessions/model'
import { asViewer, organisationOf } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'

/** Where clause: sessions that still open something. */
function going() {
  const idleSince = new Date(now().getTime() - env().sessionIdleMinutes * 60_000)
  return { revokedAt: null, expiresAt: { gt: now() }, lastSeenAt: { gt: idleSince } }
}

async function sessionsOf(viewer: Viewer, userId: string): Promise<OpenSession[]> {
  const rows = await asViewer(viewer, (tx) =>
    tx.loginSession.findMany({
      where: { userId, ...going() },
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
      select: { id: true, userAgent: true, authenticatedAt: true, lastSeenAt: true, secondFactor: true },
    }),
  )
  return rows.map(({ id, userAgent, authenticatedAt, lastSeenAt, secondFactor }) => ({
    id,
    device: deviceOf(userAgent),
    since: authenticatedAt.toISOString(),
    lastSeen: lastSeenAt.toISOString(),
    secondFactor,
    current: id === viewer.sessionId,
  }))
}

/** The viewer's own sessions that are going on, the last used first. */
export async function listOwnSessions(viewer: Viewer): Promise<OpenSession[]> {
  return viewer.userId === null ? [] : sessionsOf(viewer, viewer.userId)
}

const person = {
  id: true,
  name: true,
  email: true,
  disabledAt: true,
  passwordHash: true,
  oidcSubject: true,
  secondFactor: { select: { confirmedAt: true } },
  memberships: { select: { role: true, project: { select: { name: true } } }, orderBy: { id: 'asc' } },
} as const

type StandingRow = {
  disabledAt: Date | null
  passwordHash: string | null
  oidcSubject: string | null
  invitations: { expiresAt: Date }[]
}

function standingOf({ disabledAt, passwordHash, oidcSubject, invitations }: StandingRow) {
  const until = invitations[0]?.expiresAt.toISOString() ?? null
  const disabled = disabledAt !== null
  const canSignIn = passwordHash !== null || oidcSubject !== null
  const byProvider = oidcSubject !== null && passwordHash === null
  return { disabled, until, byProvider, state: stateOf({ canSignIn, disabled, until }) }
}

/** The people of the administrator's own county; null for those who do not manage people. */
export async function listPeople(viewer: Viewer): Promise<PersonRow[] | null> {
  if (viewer.kind !== 'person' || !can(viewer, 'people.manage', null)) return null
  return asViewer(viewer, async (tx) => {
    const rows = await tx.user.findMany({
      where: organisationOf(viewer),
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { ...person, invitations: openLinks() },
    })
    const ids = { userId: { in: rows.map(({ id }) => id) } }
    const last = await tx.loginSession.groupBy({ by: ['userId'], where: ids, _max: { authenticatedAt: true } })
    const open = await tx.loginSession.groupBy({ by: ['userId'], where: { ...ids, ...going() }, _count: true })
    return rows.map((row) => ({
      ...standingOf(row),
      id: row.id,
      name: row.name,
      email: row.email,
      roles: row.memberships.map(({ role, project }) => ({ role, project: project?.name ?? null })),
      secondFactor: row.secondFactor?.confirmedAt != null,
      lastSignIn: last.find(({ userId }) => userId === row.id)?._max.authenticatedAt?.toISOString() ?? null,
      sessions: open.find(({ userId }) => userId === row.id)?._count ?? 0,
      self: row.id === viewer.userId,
    }))
  })
}

/** One person of the county with the sessions that are going on; null where `listPeople` does not have them. */
export async function findPerson(
  viewer: Viewer,
  userId: string,
): Promise<{ person: PersonRow; sessions: OpenSession[] } | null> {
  const found = (await listPeople(viewer))?.find(({ id }) => id === userId)
  return found ? { person: found, sessions: await sessionsOf(viewer, userId) } : null
}
