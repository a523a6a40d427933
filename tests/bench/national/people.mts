// Who looks: the reader of the national body, and the director of the first project; signed in, in both databases.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { sealSession, sessionCookie } from '@/lib/access/next-auth'
import { idIn } from './rows.mts'
import { ownerMark, projectMark } from './size.mts'

const nation = 'c0af0001-'
export const sessions = { national: idIn(nation, 'session', 1), director: idIn(projectMark(1), 'session', 1) } as const
export type Reader = keyof typeof sessions

/** The key of a program that reads the first project's figures. */
export const apiKey = `etappi_${'national'.padEnd(43, '0')}`

/** Accounts, sessions and the key, as they are at the beginning of each run. */
export async function layReaders(owner: pg.Client): Promise<void> {
  const body = idIn(nation, 'organisation', 1)
  const user = idIn(nation, 'user', 1)
  await owner.query(
    `INSERT INTO "Organisation" (id, key, name, kind) VALUES ($1, 'kansallinen', 'Kansallinen toimija', 'national_body') ON CONFLICT DO NOTHING`,
    [body],
  )
  await owner.query(
    `INSERT INTO "User" (id, "organisationId", email, name) VALUES ($1, $2, 'katselija@bench.example', 'Katselija') ON CONFLICT DO NOTHING`,
    [user, body],
  )
  await owner.query(
    `INSERT INTO "Membership" (id, "organisationId", "userId", role) VALUES ($1, $2, $3, 'national') ON CONFLICT DO NOTHING`,
    [idIn(nation, 'membership', 1), body, user],
  )
  // That a session was used is noted once a minute: that note is kept out.
  for (const [session, whose] of [
    [sessions.national, user],
    [sessions.director, idIn(projectMark(1), 'user', 1)],
  ]) {
    await owner.query(
      `INSERT INTO "LoginSession" (id, "userId", "expiresAt", "lastSeenAt") VALUES ($1, $2, now() + interval '1 day', now() + interval '3 hours')
       ON CONFLICT (id) DO UPDATE SET "expiresAt" = excluded."expiresAt", "lastSeenAt" = excluded."lastSeenAt"`,
      [session, whose],
    )
  }
  await owner.query(
    `INSERT INTO "ApiKey" (id, "organisationId", "projectId", name, start, sha256, "expiresAt", "lastUsedAt")
     VALUES (gen_random_uuid(), $1, $2, 'bench', $3, $4, now() + interval '300 days', now() + interval '3 hours') ON CONFLICT DO NOTHING`,
    [
      ...[idIn(ownerMark(1), 'organisation', 1), idIn(projectMark(1), 'project', 1)],
      ...[apiKey.slice(0, 13), createHash('sha256').update(apiKey).digest('hex')],
    ],
  )
}

export const cookieOf = async (reader: Reader): Promise<string> =>
  `${sessionCookie().name}=${await sealSession(sessions[reader])}`
