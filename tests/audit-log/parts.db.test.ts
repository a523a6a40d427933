// Every row of the demo data's log has its five parts and its request, and holds nothing of a person that it may not.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { auditFaults } from '../support/audit-parts'
import { ensureDemoTemplate } from '../support/demo-template'
import { copyTemplate, type TestDatabase } from '../support/test-server'

let demo: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  demo = await copyTemplate(await ensureDemoTemplate(inject('server')))
  owner = new pg.Client({ connectionString: demo.ownerUrl })
  await owner.connect()
}, 300_000)
afterAll(async () => {
  await owner.end()
  await demo.dispose()
})

const query = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await owner.query<Row & pg.QueryResultRow>(text, values)).rows as Row[]

/** Made up, and put together here: no file of ours holds one. */
const identityCode = ['010190', '901R'].join('-')

const whole = { actorKind: 'system', action: 'data.loaded', right: 'system', source: 'web', requestId: 'r', data: '{}' }

/** A row as a wrong version of the product might write it; taken back after it was looked at. */
async function planted(part: Partial<Record<keyof typeof whole, string | null>>) {
  const { actorKind, action, right, source, requestId, data } = { ...whole, ...part }
  await owner.query('BEGIN')
  await owner.query(
    `INSERT INTO "AuditEvent" (id, "organisationId", "actorKind", action, "right", "subjectType", source, "requestId", data)
     SELECT gen_random_uuid(), id, $1, $2, $3, 'project', $4, $5, $6 FROM "Organisation" LIMIT 1`,
    [actorKind, action, right, source, requestId, data],
  )
  const { faults } = await auditFaults(query)
  await owner.query('ROLLBACK')
  return faults.map((fault) => fault.replace(/^.*: /, ''))
}

describe('the log of the demo data', () => {
  it('has a row for much that was done, each whole', async () => {
    const { rows, faults } = await auditFaults(query)
    expect(faults).toEqual([])
    expect(rows).toBeGreaterThan(100)
  })

  it.each([
    [{}, []],
    [{ requestId: null }, ['no request']],
    [{ right: ' ' }, ['no right']],
    [{ source: 'elsewhere' }, ['an unknown source']],
    [{ action: 'data.stolen' }, ['an unknown act']],
    [{ actorKind: 'person' }, ['no actor']],
    [{ data: JSON.stringify({ note: `Hetu ${identityCode}` }) }, ['a personal identity code']],
  ])('would show a row with %o (planted)', async (part, faults) => {
    expect(await planted(part)).toEqual(faults)
  })

  it('would show the day of birth or the name of an owner (planted)', async () => {
    // The demo data have no beneficial owner; this one owns nothing.
    await owner.query("SET session_replication_role = 'replica'")
    await owner.query(
      `INSERT INTO "BeneficialOwner" (id, "organisationId", "projectId", "itemId", "firstNames", "lastName", "bornOn", sort)
       SELECT gen_random_uuid(), "organisationId", id, gen_random_uuid(), 'Toinen', 'Keksitty', '1961-02-03', 0 FROM "Project" LIMIT 1`,
    )
    await owner.query("SET session_replication_role = 'origin'")
    for (const told of [{ day: '1961-02-03' }, { whose: 'Toinen Keksitty' }]) {
      expect(await planted({ data: JSON.stringify(told) })).toEqual(['a day of birth or a name of an owner'])
    }
    expect(await planted({})).toEqual([])
  })
})
