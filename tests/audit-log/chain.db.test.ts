// The chain is made by the database for whoever writes, and every kind of tampering behind the application's back is found.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { chainStart, followChain, readChainLine } from '@/lib/audit-log/chain/model'
import { checkChain } from '@/lib/audit-log/chain/queries'
import { exportLog } from '@/lib/audit-log/commands'
import { recordAudit } from '@/lib/platform/audit'
import { type CountyOfTest, inCounty, makeAccount, makeCounty, viewerWith } from '../support/builders/accounts'
import { testDatabase } from '../support/database'

const owner = new pg.Client({ connectionString: testDatabase().ownerUrl })
let county: CountyOfTest
let admin: Viewer
beforeAll(async () => {
  await owner.connect()
  county = await makeCounty()
  admin = await administrator()
})
afterAll(() => owner.end())

async function administrator(): Promise<Viewer> {
  const { id: userId } = await makeAccount(county, [inCounty('admin')])
  return viewerWith([inCounty('admin')], { userId, organisationId: county.organisationId })
}

const write = (subjectId: string, data: Record<string, string> = {}) =>
  asViewer(admin, (tx) =>
    recordAudit(tx, admin, { action: 'session.revoked', right: 'admin', subjectType: 'user', subjectId, data }),
  )

/** Does something that only the owner of the tables could, with the guards off, looks, and takes it back. */
async function tampered(sql: string, values: unknown[] = []) {
  await owner.query("SET session_replication_role = 'replica'")
  await owner.query('BEGIN')
  const marks = await owner.query(
    'CREATE TEMP TABLE kept_events ON COMMIT PRESERVE ROWS AS SELECT * FROM "AuditEvent"; CREATE TEMP TABLE kept_links ON COMMIT PRESERVE ROWS AS SELECT * FROM "AuditLink"',
  )
  expect(marks).toBeTruthy()
  const { rowCount } = await owner.query(sql, values)
  await owner.query('COMMIT')
  try {
    return { rowCount, found: await checkChain(admin) }
  } finally {
    await owner.query(`DELETE FROM "AuditLink"; DELETE FROM "AuditEvent"`)
    await owner.query(
      'INSERT INTO "AuditEvent" SELECT * FROM kept_events; INSERT INTO "AuditLink" SELECT * FROM kept_links; DROP TABLE kept_events, kept_links',
    )
    await owner.query("SET session_replication_role = 'origin'")
  }
}

describe('who may not follow the chain or take it out', () => {
  it.each(['coordinator', 'director', 'finance', 'steering', 'auditor'] as const)('a %s of a project', async (role) => {
    const viewer = viewerWith([{ role, projectId: randomUUID() }], { organisationId: county.organisationId })
    expect(await checkChain(viewer)).toBeNull()
    expect(await exportLog(viewer)).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })

  it('another county sees its own rows only', async () => {
    await write('here')
    const other = await makeCounty()
    const stranger = viewerWith([inCounty('admin')], { organisationId: other.organisationId })
    expect(await checkChain(stranger)).toMatchObject({ rows: 0, head: chainStart })
  })
})

describe('the chain', () => {
  it('has a place for every row, also when twenty are written at once', async () => {
    await Promise.all([...Array(20)].map((_, index) => write(`at once ${index}`, { åäö: '"quoted" \\ 🙂 <b>' })))
    const found = await checkChain(admin)
    expect(found).toMatchObject({ faults: 0, findings: [] })
    const { rows } = await owner.query('SELECT count(*)::int AS count FROM "AuditEvent" WHERE "organisationId" = $1', [
      county.organisationId,
    ])
    expect(found?.rows).toBe(rows[0].count)
    expect(found?.head.position).toBe(rows[0].count)
  })

  it('has none for an act that was taken back', async () => {
    const before = await checkChain(admin)
    const failing = asViewer(admin, async (tx) => {
      await recordAudit(tx, admin, { action: 'session.revoked', right: 'admin', subjectType: 'user' })
      throw new Error('broken off')
    })
    await expect(failing).rejects.toThrow('broken off')
    expect(await checkChain(admin)).toEqual(before)
  })

  it('is the same whatever the settings of the connection that looks', async () => {
    const text = async () =>
      (await owner.query('SELECT etappi_audit_text(e) AS text FROM "AuditEvent" e ORDER BY e.id')).rows
    const before = await text()
    await owner.query("SET timezone = 'Asia/Tokyo'; SET datestyle = 'German'")
    expect(await text()).toEqual(before)
    await owner.query('RESET timezone; RESET datestyle')
  })

  it.each([
    [
      'a row that was altered',
      `UPDATE "AuditEvent" SET data = '{"sessions": 3}' WHERE "subjectId" = 'at once 7'`,
      ['altered'],
    ],
    [
      'a time that was moved',
      `UPDATE "AuditEvent" SET at = at - interval '1 microsecond' WHERE "subjectId" = 'at once 7'`,
      ['altered'],
    ],
    [
      'a row that was removed with its link',
      `WITH gone AS (DELETE FROM "AuditEvent" WHERE "subjectId" = 'at once 7' RETURNING id) DELETE FROM "AuditLink" WHERE "eventId" IN (SELECT id FROM gone)`,
      ['gap'],
    ],
    ['a row that was removed alone', `DELETE FROM "AuditEvent" WHERE "subjectId" = 'at once 7'`, ['altered']],
    [
      'a row that was slipped in',
      `INSERT INTO "AuditEvent" (id, "organisationId", "actorKind", action, "right", "subjectType", source)
       SELECT gen_random_uuid(), "organisationId", 'person', 'session.revoked', 'admin', 'user', 'web' FROM "AuditEvent" WHERE "subjectId" = 'at once 7'`,
      ['unlinked'],
    ],
    [
      'a row that was altered and hashed anew',
      `WITH changed AS (UPDATE "AuditEvent" SET "right" = 'director' WHERE "subjectId" = 'at once 7' RETURNING *)
       UPDATE "AuditLink" l SET hash = encode(sha256(convert_to(l.previous || E'\\n' || etappi_audit_text(c::"AuditEvent"), 'UTF8')), 'hex')
         FROM changed c WHERE c.id = l."eventId"`,
      ['parted'],
    ],
  ])('finds %s (planted)', async (_, sql, faults) => {
    const { rowCount, found } = await tampered(sql)
    expect(rowCount).toBe(1)
    expect(found?.findings.map((finding) => finding.fault)).toEqual(faults)
    expect(await checkChain(admin)).toMatchObject({ faults: 0 })
  })

  it('finds rows taken off its end by a head that was kept', async () => {
    const kept = (await checkChain(admin))?.head ?? null
    expect(kept && (await checkChain(admin, kept))).toMatchObject({ keptHeadFound: true })
    const other = kept && { ...kept, hash: 'f'.repeat(64) }
    expect(await checkChain(admin, other)).toMatchObject({ faults: 0, keptHeadFound: false })
  })

  it('cannot be changed through the application', async () => {
    await expect(
      asViewer(systemViewer('operator'), (tx) => tx.$executeRaw`UPDATE "AuditLink" SET hash = ''`),
    ).rejects.toThrow(/permission denied/)
    await expect(owner.query('DELETE FROM "AuditLink"')).rejects.toThrow(/append-only/)
    await expect(owner.query('TRUNCATE "AuditLink"')).rejects.toThrow(/append-only/)
  })
})

describe('the exported log', () => {
  it('can be followed by anybody, line by line, and is recorded with its hash', async () => {
    const made = await exportLog(admin)
    if (!made.ok) throw new Error(made.reason)
    const { text, rows, sha256, head } = made.value
    const lines = text.trimEnd().split('\n').map(readChainLine)
    expect(lines).toHaveLength(rows)
    expect(lines).not.toContain(null)
    const known = lines.filter((line) => line !== null)
    expect(followChain(chainStart, known)).toEqual({ head, findings: [] })
    const [first, ...rest] = known
    expect(followChain(chainStart, rest).findings[0]?.fault).toBe('gap')
    expect(first?.text).toContain(county.organisationId)
    const { rows: recorded } = await owner.query(`SELECT data FROM "AuditEvent" WHERE action = 'audit.exported'`)
    expect(recorded).toEqual([{ data: { rows, sha256 } }])
    expect(await checkChain(admin, head)).toMatchObject({ faults: 0, keptHeadFound: true })
  })
})
