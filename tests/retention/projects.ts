// A county with two projects that have a row in every table that belongs to a project, and another county with a third one.
import type pg from 'pg'
import type { Role, Viewer } from '@/lib/access/model'
import { now } from '@/lib/platform/clock'
import { isMatched, partOf, parts } from '@/lib/project-packages/parts/model'
import { belongingTo, type Key } from '@/lib/retention/belonging/model'
import { withClient } from '../../scripts/database/open.mts'
import { readTables } from '../platform/catalogue'
import { genericRow, insertRow } from '../platform/generic-rows'
import { fullPackage } from '../project-packages/full'
import { takeIn } from '../project-packages/places'
import { makePersonIn, type Round } from '../support/builders/round'
import { testDatabase } from '../support/database'

export type Project = { id: string; key: string; organisationId: string }
export type Places = { doomed: Project; kept: Project; elsewhere: Project }

export const onDatabase = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> =>
  withClient(testDatabase().ownerUrl, work)

/** Rows that a package of one project holds of its own, by table. */
export const packageRows = new Map<string, number>()

export async function makePlaces(): Promise<Places> {
  const county = { id: '00000000-0000-7000-8000-000000000999', key: 'kaikki-alue', name: 'Alue' }
  const other = { id: '00000000-0000-7000-8000-000000000998', key: 'toinen-alue', name: 'Toinen alue' }
  const { text } = fullPackage(county)
  const doomed = await takeIn(text)
  const kept = await takeIn(text, 'sailyva')
  const elsewhere = await takeIn(fullPackage(other).text, 'muualla')
  for (const [part, count] of Object.entries(doomed.rows)) {
    const known = [...parts, partOf('project')].find(({ name }) => name === part)
    if (known && !isMatched(known)) packageRows.set(known.table, count)
  }
  const projects = await onDatabase(async (client) => {
    const { rows } = await client.query<Project>('SELECT id, key, "organisationId" FROM "Project"')
    for (const row of rows) await fillRest(client, row)
    // The holds among them would keep everything.
    await client.query(
      `UPDATE "RetentionHold" SET "liftedById" = "placedById", "liftedAt" = now(), "liftReason" = 'Ohi'`,
    )
    return rows
  })
  const one = (key: string): Project => {
    const found = projects.find((project) => project.key === key)
    if (!found) throw new Error(`no project ${key}`)
    return found
  }
  return { doomed: one(doomed.key), kept: one(kept.key), elsewhere: one(elsewhere.key) }
}

/** The references as the owner of the tables reads them: not through the code that is looked at. */
export async function keysOf(client: pg.Client): Promise<Key[]> {
  const { rows } = await client.query<Key>(
    `SELECT c.relname AS table, a.attname AS column, p.relname AS parent, a.attnotnull AS required, k.confdeltype = 'c' AS cascades
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
      WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace`,
  )
  return rows
}

/** A row in every table of a project that the package leaves empty: who may do what, who is told, who writes right now. */
async function fillRest(client: pg.Client, project: Project): Promise<void> {
  const tables = await readTables(client)
  const belonging = belongingTo('Project', await keysOf(client))
  const shared = new Map<string, string>()
  for (const [name, table] of tables) {
    if (!table.columns.some((column) => column.name === 'id')) continue
    const { rows } = await client.query<{ id: string }>(
      table.ownedByTenant
        ? { text: `SELECT id FROM "${name}" WHERE "organisationId" = $1 LIMIT 1`, values: [project.organisationId] }
        : { text: `SELECT id FROM "${name}" LIMIT 1` },
    )
    if (rows[0]) shared.set(name, rows[0].id)
  }
  const mail = tables.get('Mail')
  if (mail) {
    const row = genericRow(mail, { organisationId: project.organisationId, ids: shared })
    await insertRow(client, 'Mail', row)
    shared.set('Mail', String(row.id))
  }
  const own = await ownRows(client, project, belonging)
  for (const { table: name, owners } of belonging) {
    const table = tables.get(name)
    if (!table || (own.get(name)?.count ?? 0) > 0) continue
    const ids = new Map(shared)
    for (const { table: part } of belonging) {
      const id = own.get(part)?.ids[0]
      if (id) ids.set(part, id)
      else ids.delete(part)
    }
    const row = genericRow(table, { organisationId: project.organisationId, ids })
    const direct = owners.find(({ parent }) => parent === 'Project')
    const told = name === 'Notification' ? { mailId: shared.get('Mail') } : {}
    await insertRow(client, name, { ...row, ...told, ...(direct && { [direct.column]: project.id }) })
    own.set(name, { count: 1, ids: row.id ? [String(row.id)] : [] })
  }
}

/** What a project has in each table, and the ids of it, so that what is made hangs on it and on no other. */
export async function ownRows(
  client: pg.Client,
  project: Project,
  belonging: ReturnType<typeof belongingTo>,
): Promise<Map<string, { count: number; ids: string[] }>> {
  const own = new Map([['Project', { count: 1, ids: [project.id] }]])
  for (const { table, owners } of belonging) {
    if (owners.length === 0) continue
    const where = owners.map(({ column }, index) => `"${column}" = ANY($${index + 1}::uuid[])`).join(' OR ')
    const { rows } = await client.query<{ id: string | null }>(
      `SELECT to_jsonb(t) ->> 'id' AS id FROM "${table}" t WHERE ${where}`,
      owners.map(({ parent }) => own.get(parent)?.ids ?? []),
    )
    own.set(table, { count: rows.length, ids: rows.flatMap(({ id }) => (id ? [id] : [])) })
  }
  return own
}

/** Somebody of a project's county, signed in just now. */
export function person(project: Project, role: Role, name: string = role): Promise<Viewer> {
  return makePersonIn({ organisationId: project.organisationId, projectId: project.id } as Round, role, name)
}

/** The same person, signed in a while ago. */
export const signedInAgo = (viewer: Viewer, seconds: number): Viewer => ({
  ...viewer,
  authenticatedAt: new Date(now().getTime() - seconds * 1000),
})

/** Every row of every table as a fingerprint. */
export async function fingerprints(client: pg.Client): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const name of (await readTables(client)).keys()) {
    const { rows } = await client.query<{ mark: string }>(`SELECT md5(t::text) AS mark FROM "${name}" t ORDER BY 1`)
    found.set(
      name,
      rows.map(({ mark }) => mark),
    )
  }
  return found
}
