import 'server-only'
import { readRoleLabels } from '@/lib/access/county/model'
import { can, type HeldRole, type Viewer } from '@/lib/access/model'
import { awaitedOf, type FactorRule } from '@/lib/access/second-factor/demand/model'
import { asViewer, mintViewer, organisationOf, readAsViewer, systemViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { sql } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { isLocale } from '@/lib/platform/locales'

type SessionRow = {
  id: string
  userId: string
  authenticatedAt: Date
  lastSeenAt: Date
  expiresAt: Date
  name: string
  locale: string
  organisationId: string
  organisationName: string
  kind: 'county' | 'national_body'
  roleLabels: unknown
  held: HeldRole[]
  factorRule: FactorRule
  hasPassword: boolean
  factorSince: Date | null
  codeGiven: boolean
}

// How stale "last seen" may be before it is written again: keeps a read of a page from being a write. A short limit of
// inactivity needs it oftener, or somebody at work would be signed out between two writes.
const seenEvery = (idle: number): number => Math.min(60_000, idle / 10)

/**
 * The person behind a session, or null when the session is unknown, ended, revoked, idle too long, or the account is
 * disabled. Read from the database on every request, so a change acts at once. While a second factor is demanded and missing,
 * the viewer says so (`awaits`) and holds no role.
 */
export async function viewerOfSession(
  actor: Viewer,
  sessionId: string,
  requestId: string | null,
): Promise<Viewer | null> {
  const idle = env().sessionIdleMinutes * 60_000
  const idleSince = new Date(now().getTime() - idle)
  const [row] = await readAsViewer<SessionRow>(
    actor,
    sql`
      SELECT s.id, s."userId", s."authenticatedAt", s."lastSeenAt", s."expiresAt", u.name, u.locale, u."organisationId",
             o.name AS "organisationName", o.kind::text AS kind, o."roleLabels", o."factorRule"::text AS "factorRule",
             u."passwordHash" IS NOT NULL AS "hasPassword", f."confirmedAt" AS "factorSince", s."secondFactor" AS "codeGiven",
             coalesce((SELECT json_agg(json_build_object('projectId', m."projectId", 'role', m.role))
                         FROM "Membership" m WHERE m."userId" = u.id), '[]'::json) AS held
        FROM "LoginSession" s JOIN "User" u ON u.id = s."userId" JOIN "Organisation" o ON o.id = u."organisationId"
             LEFT JOIN "SecondFactor" f ON f."userId" = u.id
       WHERE s.id = ${sessionId}::uuid AND s."revokedAt" IS NULL AND s."expiresAt" > ${now()}
         AND s."lastSeenAt" > ${idleSince} AND u."disabledAt" IS NULL`,
  )
  if (row && now().getTime() - row.lastSeenAt.getTime() > seenEvery(idle)) {
    await asViewer(actor, (tx) =>
      tx.loginSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { lastSeenAt: now() } }),
    )
  }
  if (!row) return null
  const awaits = awaitedOf(row, env().secondFactor)
  const held = awaits ? [] : row.held
  return mintViewer({
    kind: 'person',
    name: row.name,
    userId: row.userId,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    scope: held.some((h) => h.role === 'national') ? 'national' : 'county',
    held,
    locale: isLocale(row.locale) ? row.locale : 'fi',
    sessionId: row.id,
    authenticatedAt: row.authenticatedAt,
    sessionEndsAt: row.expiresAt,
    source: 'web',
    requestId,
    ...ownLabels(row.roleLabels),
    ...(awaits && { awaits }),
  })
}

function ownLabels(stored: unknown): Pick<Viewer, 'roleLabels'> {
  const roleLabels = readRoleLabels(stored)
  return Object.keys(roleLabels).length === 0 ? {} : { roleLabels }
}

export type AccountRow = {
  id: string
  email: string
  name: string
  organisation: string
  roles: { role: string; project: string | null }[]
  disabled: boolean
}

/** Accounts with their roles, for the administrator (own county) and the operator; nobody's for everybody else. */
export function listAccounts(viewer: Viewer): Promise<AccountRow[]> {
  return asViewer(viewer, async (tx) => {
    if (!can(viewer, 'people.manage', null)) return []
    const users = await tx.user.findMany({
      where: organisationOf(viewer),
      orderBy: { email: 'asc' },
      select: {
        id: true,
        email: true,
        name: true,
        disabledAt: true,
        organisation: { select: { name: true } },
        memberships: { select: { role: true, project: { select: { key: true } } } },
      },
    })
    return users.map((user) => ({
      id: user.id,
      email: user.email,
      name: user.name,
      organisation: user.organisation.name,
      roles: user.memberships.map((m) => ({ role: m.role, project: m.project?.key ?? null })),
      disabled: user.disabledAt !== null,
    }))
  })
}

/** Whether anybody can sign in at all; decides whether the first administrator may be invited. */
export function hasAccounts(viewer: Viewer): Promise<boolean> {
  return asViewer(viewer, async (tx) => (await tx.user.count()) > 0)
}

/** Who reads sessions and checks passwords, in which request: nobody has been recognised yet. */
export const signInActor = (requestId: string | null = null): Viewer => systemViewer('sign-in', null, requestId)
