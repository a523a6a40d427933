// Everything that is held of a person: found by the database's own references, without secrets, within the county.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { drawCsv } from '@/lib/exports/sheets/csv'
import { disconnect } from '@/lib/platform/db'
import { locales } from '@/lib/platform/locales'
import { words } from '@/lib/platform/words'
import { exportPersonalData } from '@/lib/retention/personal-data/commands'
import { isWithheld } from '@/lib/retention/personal-data/model'
import { personReferences } from '@/lib/retention/personal-data/queries'
import { readTables } from '../platform/catalogue'
import { seedCounty } from '../platform/generic-rows'
import { makePersonIn, makeRound, type Round } from '../support/builders/round'
import { onDatabase } from './projects'

let round: Round
let admin: Viewer
let whole: { userId: string; organisationId: string }

const secrets = ['salainen-tiiviste', 'salainen-avain']
const read = async (viewer: Viewer, person: string, format: 'json' | 'csv' = 'json') => {
  const made = await exportPersonalData(viewer, { person, format, draw: (listing) => drawCsv(listing, 'csv') })
  return made.ok ? { ...made.value, text: new TextDecoder().decode(made.value.bytes) } : made.reason
}

beforeAll(async () => {
  round = await makeRound()
  admin = await makePersonIn(round, 'admin')
  whole = await onDatabase(async (client) => {
    const tables = await readTables(client)
    const county = await seedCounty(client, tables)
    const userId = county.ids.get('User') ?? ''
    // Every reference of the county's rows to a person leads to this one.
    for (const [name, { foreignKeys }] of tables) {
      for (const key of foreignKeys.filter(({ table }) => table === 'User')) {
        await client.query(`ALTER TABLE "${name}" DISABLE TRIGGER USER`)
        // A check may not take the same person in two places of one row; then one of them stays empty.
        await client
          .query(
            `UPDATE "${name}" SET "${key.column}" = $1::uuid WHERE ctid = (SELECT ctid FROM "${name}" t
              WHERE coalesce(to_jsonb(t) ->> 'organisationId', $2) = $2 LIMIT 1)`,
            [userId, county.organisationId],
          )
          .catch(() => undefined)
        await client.query(`ALTER TABLE "${name}" ENABLE TRIGGER USER`)
      }
    }
    await client.query(`UPDATE "User" SET "passwordHash" = $2 WHERE id = $1`, [userId, secrets[0]])
    return { userId, organisationId: county.organisationId }
  })
}, 120_000)
afterAll(disconnect)

describe('the data of a person', { timeout: 60_000 }, () => {
  it('are for administrators of the county and the person only', async () => {
    const other = await makeRound()
    const coordinator = String(round.coordinator.userId)
    expect(await read(round.director, coordinator)).toBe('NOT_FOUND')
    expect(await read(round.auditor, coordinator)).toBe('NOT_FOUND')
    expect(await read(await makePersonIn(other, 'admin'), coordinator)).toBe('NOT_FOUND')
    expect(await read(admin, whole.userId)).toBe('NOT_FOUND')
    expect(await read(admin, 'x')).toBe('NOT_FOUND')
    expect(await read(round.coordinator, 'me')).toMatchObject({ name: expect.stringMatching(/^tiedot-henkilosta-/) })
    expect(await read(admin, coordinator)).toMatchObject({ name: expect.stringMatching(/^tiedot-henkilosta-/) })
  })

  it('name every table that refers to a person, without secrets', async () => {
    const own = { ...admin, userId: whole.userId, organisationId: whole.organisationId }
    const made = await read(own, 'me')
    if (typeof made === 'string') throw new Error(made)
    const told = JSON.parse(made.text).held.map(({ table, column }: Record<string, string>) => `${table}.${column}`)
    const references = await onDatabase(async (client) => {
      const found: string[] = []
      for (const [name, { foreignKeys }] of await readTables(client)) {
        for (const key of foreignKeys.filter(({ table }) => table === 'User')) {
          const { rows } = await client.query(`SELECT 1 FROM "${name}" WHERE "${key.column}" = $1`, [whole.userId])
          if (rows.length > 0) found.push(`${name}.${key.column}`)
        }
      }
      return found
    })
    expect(references.length).toBeGreaterThan(35)
    expect(references.filter((reference) => !told.includes(reference))).toEqual([])
    for (const secret of secrets) expect(made.text).not.toContain(secret)
    console.log(`${references.length} references, ${told.length} told`)
  })

  it('have a word for every table and every reference, in every language', async () => {
    const references = await asViewer(admin, (tx) => personReferences(admin, tx))
    const missing = locales.flatMap((locale) => {
      const t = words(locale)
      return references
        .flatMap(({ table, column }) => [`tables.${table}`, `references.${column}`])
        .filter((name) => !t.has(`retention.person.${name}`))
    })
    console.log(`looked at ${references.length} references in ${locales.length} languages`)
    expect(references.length).toBeGreaterThan(45)
    expect(missing).toEqual([])
    expect(words('fi').has('retention.person.tables.Unheard')).toBe(false)
  })

  it('withhold every column that looks like a secret, in a new table, too', async () => {
    const columns = await onDatabase(async (client) =>
      [...(await readTables(client))].flatMap(([table, { columns: all, foreignKeys }]) =>
        table === 'User' || foreignKeys.some((key) => key.table === 'User')
          ? all.map((column) => ({ table, column }))
          : [],
      ),
    )
    const open = columns.filter(({ table, column }) => !isWithheld(table, column))
    expect(open.filter(({ column }) => /pass|secret|hash|token/i.test(column.name) || column.type === 'bytea')).toEqual(
      [],
    )
    const kept = columns
      .filter(({ table, column }) => isWithheld(table, column))
      .map(({ table, column }) => `${table}.${column.name}`)
    for (const name of [
      'User.passwordHash',
      'SecondFactor.secret',
      'RecoveryCode.hash',
      'ApiKey.sha256',
      'Invitation.secretHash',
    ])
      expect(kept).toContain(name)
  })

  it('leave a row in the log with the hash of what left, as a table, too', async () => {
    const made = await read(admin, String(round.steering.userId), 'csv')
    if (typeof made === 'string') throw new Error(made)
    expect(made.text).toContain(round.steering.name)
    // A person reads this file: tables and references have words, moments are told in Finnish time.
    const [head, , ...facts] = made.text.split('\r\n')
    expect(head).toBe('Mitä tietoa;Henkilö on;Rivi;Kenttä Etapissa;Arvo')
    expect(facts.length).toBeGreaterThan(10)
    expect(facts[0]).toMatch(/^Käyttäjätili;henkilö itse;1;/)
    expect(facts.filter((fact) => /^\w+;(?:id|\w+Id);/.test(fact) || /;\d{4}-\d\d-\d\dT/.test(fact))).toEqual([])
    const { rows } = await onDatabase((client) =>
      client.query(`SELECT data FROM "AuditEvent" WHERE action = 'retention.person_exported' AND "subjectId" = $1`, [
        round.steering.userId,
      ]),
    )
    expect(rows).toMatchObject([
      { data: { format: 'csv', sha256: createHash('sha256').update(made.bytes).digest('hex') } },
    ])
  })

  it('are taken out ten times in ten minutes, and then not', async () => {
    const one = await makePersonIn(round, 'finance')
    const answers: string[] = []
    for (let times = 0; times < 11; times++) {
      const made = await read(one, 'me')
      answers.push(typeof made === 'string' ? made : 'made')
    }
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 'made'), 'TOO_MANY'])
  })
})
