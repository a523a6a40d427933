// The operator's two commands, as they are typed.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withClient } from '../../scripts/database/open.mts'
import { commandLine } from '../support/command-line'
import { testDatabase } from '../support/database'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-audit-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const run = commandLine({ INIT_CWD: folder, DATA_DIR: path.join(folder, 'data') })
async function etappi(...args: string[]) {
  const { status, stdout } = await run([...args, '--json'])
  return { status, ...JSON.parse(stdout) }
}

beforeAll(() =>
  withClient(testDatabase().ownerUrl, async (client) => {
    await client.query(
      `INSERT INTO "Organisation" (id, key, name) VALUES (gen_random_uuid(), 'a', 'A'), (gen_random_uuid(), 'b', 'B')`,
    )
    await client.query(`INSERT INTO "AuditEvent" (id, "organisationId", "actorKind", action, "right", "subjectType", source)
      SELECT gen_random_uuid(), id, 'person', 'session.started', 'none', 'user', 'web' FROM "Organisation", generate_series(1, 3)`)
  }),
)

it('the log is followed, taken out, and followed in the file', { timeout: 180_000 }, async () => {
  const whole = await etappi('audit-verify')
  expect(whole).toMatchObject({
    status: 0,
    data: [
      { organisation: 'a', rows: 3, faults: 0 },
      { organisation: 'b', rows: 3 },
    ],
  })
  expect(await etappi('audit-verify', '--organisation', 'c')).toMatchObject({ status: 1, reason: 'NOT_FOUND' })
  expect(await etappi('audit-verify', '--head', 'last')).toMatchObject({ status: 1, reason: 'BAD_HEAD' })

  expect(await etappi('audit-export', '--organisation', 'a', '--out', 'nowhere/a.jsonl')).toMatchObject({
    reason: 'NO_FOLDER',
  })
  const made = await etappi('audit-export', '--organisation', 'a', '--out', 'a.jsonl')
  expect(made).toMatchObject({ status: 0, data: { rows: 3, head: whole.data[0].head } })
  expect(await etappi('audit-verify', '--file', 'a.jsonl', '--head', made.data.head)).toMatchObject({ status: 0 })
  expect(await etappi('audit-verify', '--organisation', 'a', '--head', made.data.head)).toMatchObject({ status: 0 })

  const file = path.join(folder, 'a.jsonl')
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  fs.writeFileSync(file, lines.toSpliced(2, 1).join('\n'))
  const cut = await etappi('audit-verify', '--file', 'a.jsonl', '--head', made.data.head)
  expect(cut).toMatchObject({ status: 1, reason: 'BROKEN', data: { rows: 2, faults: 0, keptHeadFound: false } })
  fs.writeFileSync(file, lines.join('\n').replaceAll('session.started', 'session.refused'))
  expect(await etappi('audit-verify', '--file', 'a.jsonl')).toMatchObject({
    status: 1,
    reason: 'BROKEN',
    data: { faults: 3 },
  })
  fs.writeFileSync(file, 'something else\n')
  expect(await etappi('audit-verify', '--file', 'a.jsonl')).toMatchObject({ status: 1, reason: 'NOT_A_LOG' })

  await withClient(testDatabase().ownerUrl, (client) =>
    client.query(
      `SET session_replication_role = 'replica'; UPDATE "AuditEvent" SET action = 'x' WHERE "organisationId" = (SELECT id FROM "Organisation" WHERE key = 'b')`,
    ),
  )
  expect(await etappi('audit-verify')).toMatchObject({
    status: 1,
    reason: 'BROKEN',
    data: [{ faults: 0 }, { faults: 3 }],
  })
})
