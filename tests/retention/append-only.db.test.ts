// What is append-only leaves with its whole project, by an approved list that is being carried out, and by nothing else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { disconnect } from '@/lib/platform/db'
import { makePlaces, onDatabase, type Places, type Project, person } from './projects'

let places: Places
let tables: string[]

beforeAll(async () => {
  places = await makePlaces()
  tables = await onDatabase(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'append_only' ORDER BY 1`,
    )
    return rows.map(({ name }) => name.replaceAll('"', ''))
  })
}, 300_000)
afterAll(disconnect)

/** A list of the county of one project, naming another project, as far as it has come. */
async function listOf(county: Project, named: Project, state: 'prepared' | 'refused' | 'approved' | 'carried out') {
  const [one, two] = [await person(county, 'admin', 'eka'), await person(county, 'admin', 'toka')]
  return onDatabase(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO "DestructionList" (id, "organisationId", year, "preparedById", "decidedById", "decidedAt", "isApproved", "decisionReason")
       VALUES (gen_random_uuid(), $1, 2033, $2, $3, CASE WHEN $3::uuid IS NULL THEN NULL ELSE now() END, $4, 'x') RETURNING id`,
      [
        county.organisationId,
        one.userId,
        state === 'prepared' ? null : two.userId,
        state === 'prepared' ? null : state !== 'refused',
      ],
    )
    const id = String(rows[0]?.id)
    await client.query(
      `INSERT INTO "DestructionItem" (id, "organisationId", "listId", kind, "projectId", title, rows, "dueOn", basis, years)
       VALUES (gen_random_uuid(), $1, $2, 'project', $3, 'x', 1, '2033-01-01', 'x', 1)`,
      [county.organisationId, id, named.id],
    )
    if (state === 'carried out')
      await client.query(`UPDATE "DestructionList" SET "carriedOutAt" = now() WHERE id = $1`, [id])
    return id
  })
}

/** What the application's role is told when it takes a row of each table of the county by a list. Nothing of it is kept. */
async function answers(county: Project, list: string | null): Promise<Record<string, string>> {
  const told: Record<string, string> = {}
  for (const table of tables) {
    const answer = await asViewer(systemViewer('retention', county.organisationId), async (tx) => {
      if (list) await tx.$executeRaw`SELECT set_config('etappi.destruction', ${list}, true)`
      const taken = await tx.$executeRawUnsafe(
        `DELETE FROM "${table}" WHERE "organisationId" = $1::uuid`,
        county.organisationId,
      )
      throw new Error(`taken: ${taken}`)
    }).catch((error: unknown) => String(error))
    // The links of the log are not even this role's to touch.
    told[table] = /append-only|permission denied for table AuditLink/.test(answer) ? 'append-only' : answer.slice(-200)
  }
  return told
}

const all = (text: string) => Object.fromEntries(tables.map((table) => [table, text]))

describe('append-only tables', { timeout: 300_000 }, () => {
  it('are many, and each has a row here', async () => {
    expect(tables.length).toBeGreaterThan(10)
    for (const table of tables) {
      const { rows } = await onDatabase((client) => client.query(`SELECT 1 FROM "${table}" LIMIT 1`))
      expect([table, rows.length]).toEqual([table, 1])
    }
  })

  it('give nothing without a list, or by one that is not approved, refused, of another county or carried out already', async () => {
    const { doomed, elsewhere } = places
    expect(await answers(doomed, null)).toEqual(all('append-only'))
    for (const list of [
      await listOf(doomed, doomed, 'prepared'),
      await listOf(doomed, doomed, 'refused'),
      await listOf(elsewhere, elsewhere, 'approved'),
      await listOf(elsewhere, doomed, 'approved'),
      await listOf(doomed, doomed, 'carried out'),
      '00000000-0000-7000-8000-000000000001',
    ])
      expect(await answers(doomed, list)).toEqual(all('append-only'))
  })

  it('give nothing of a project that is on no list, or under a hold', async () => {
    const { doomed, kept } = places
    // Both projects are of this county, and the list names one of them only.
    const told = await answers(doomed, await listOf(doomed, doomed, 'approved'))
    for (const table of ['Snapshot', 'TreasuryFile', 'DnshRecord']) expect(told[table]).toBe('append-only')
    expect(told.AuditEvent).toBe('append-only')
    expect(told.AuditLink).toBe('append-only')
    const list = await listOf(doomed, doomed, 'approved')
    const director = await person(kept, 'director', 'pitaja')
    await onDatabase((client) =>
      client.query(
        `INSERT INTO "RetentionHold" (id, "organisationId", "projectId", reason, "placedById")
         VALUES (gen_random_uuid(), $1, $2, 'Tarkastus', $3)`,
        [doomed.organisationId, doomed.id, director.userId],
      ),
    )
    expect(await answers(doomed, list)).toEqual(all('append-only'))
  })
})
