// Databases of earlier times, brought up to date: nothing that stood there may be gone or different, and it can be read.
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { disconnect } from '@/lib/platform/db'
import { grantToApp } from '../../scripts/database/app-role.mts'
import { migrationFiles } from '../../scripts/database/migration-files.mts'
import { deployMigrations } from '../../scripts/database/migrations.mts'
import { withClient } from '../../scripts/database/open.mts'
import { appName } from '../../scripts/postgres/cluster.mts'
import { root } from '../../scripts/runtime.mjs'
import { testDatabase } from '../support/database'
import { readTables } from './catalogue'
import { lossesSince } from './upgrades/comparison'
import { loadDump, readDump } from './upgrades/dump'
import { schemaOf } from './upgrades/schema'

const folder = path.join(import.meta.dirname, 'upgrades')
const dumps = fs.readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz'))

it('there is a database of every release', () => {
  expect(dumps.length).toBeGreaterThanOrEqual(2)
})

describe.each(dumps)('the database of %s', { timeout: 60_000 }, (file) => {
  const dump = readDump(path.join(folder, file))
  const name = `etappi_test_${process.pid}_upgrade_${dumps.indexOf(file)}`
  const inIt = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const ownerUrl = inIt(inject('server').ownerUrl)
  const appUrl = inIt(testDatabase().appUrl)
  const owner = new pg.Client({ connectionString: ownerUrl })
  const before = process.env.DATABASE_APP_URL
  let applied: string[] = []

  beforeAll(async () => {
    await withClient(inject('server').ownerUrl, (client) => client.query(`create database "${name}"`))
    const then = schemaOf(dump)
    await deployMigrations(then, ownerUrl)
    fs.rmSync(then, { recursive: true })
    await owner.connect()
    await loadDump(owner, dump)
    applied = await deployMigrations(root, ownerUrl)
    await grantToApp(owner, appName)
    await disconnect()
    process.env.DATABASE_APP_URL = appUrl
    // The product reads its settings once: for each database it is started anew.
    vi.resetModules()
  })
  afterAll(async () => {
    await disconnect()
    process.env.DATABASE_APP_URL = before
    await owner.end()
    await withClient(inject('server').ownerUrl, (client) => client.query(`drop database "${name}" with (force)`))
  })

  it('was made by migrations that nobody has edited since', () => {
    const now = migrationFiles(root).map(({ name, checksum }) => ({ name, checksum }))
    expect(now.slice(0, dump.migrations.length)).toEqual(dump.migrations)
    expect(applied).toEqual(now.slice(dump.migrations.length).map((one) => one.name))
  })

  it('keeps every row and every value', async () => {
    const { tables, rows, values, losses } = await lossesSince(dump, owner)
    console.log(
      `${file}: looked at ${tables} tables, ${rows} rows, ${values} values; then ${applied.length} migrations`,
    )
    expect(losses).toEqual([])
    expect(tables).toBeGreaterThanOrEqual(80)
    expect(rows).toBeGreaterThanOrEqual(230)
    expect(values).toBeGreaterThanOrEqual(2500)
  })

  it.each([
    ['a row', 'DELETE FROM "RiskAssessment"', /^RiskAssessment: 2 rows are gone or different/],
    ['a value', `UPDATE "Project" SET name = name || ' '`, /^Project: 4 rows are gone or different/],
    ['an unknown that becomes known', 'UPDATE "WorkPackage" SET "costEstimate" = 0', /^WorkPackage: /],
    ['a column', 'ALTER TABLE "Decision" DROP COLUMN text', /^Decision\.text: the column is gone/],
    [
      'a value that has moved',
      `UPDATE "IndicatorVersion" SET scope = CASE scope WHEN 'local' THEN 'national' ELSE 'local' END::"IndicatorScope"`,
      // where it stood in another table then, or already where it stands now
      /^(Indicator\.scope: \d+ values are gone or different where they are now|IndicatorVersion: \d+ rows are gone)/,
    ],
    ['a table', 'DROP TABLE "RateLimit"', /^RateLimit: the table is gone/],
  ])('would be found to have lost %s (planted)', async (_, sql, finding) => {
    await owner.query('BEGIN')
    try {
      await owner.query(sql)
      const { losses } = await lossesSince(dump, owner)
      expect(losses).toEqual([expect.stringMatching(finding)])
    } finally {
      await owner.query('ROLLBACK')
    }
  })

  it('stays behind its walls: each county sees its own rows, as many as before, and no others', async () => {
    const app = new pg.Client({ connectionString: appUrl })
    await app.connect()
    try {
      let seen = 0
      for (const table of (await readTables(owner)).values()) {
        const then = dump.tables.find((one) => one.name === table.name)
        if (!table.ownedByTenant || !then) continue
        const at = then.columns.indexOf('organisationId')
        const own = then.rows.filter((row) => row[at] === dump.look.organisationId).length
        await app.query('BEGIN')
        await app.query(
          "SELECT set_config('etappi.organisation', $1, true), set_config('etappi.user', '', true), set_config('etappi.scope', 'county', true)",
          [dump.look.organisationId],
        )
        const { rows } = await app.query<{ own: number; all: number }>(
          `SELECT count(*)::int AS all, count(*) FILTER (WHERE "organisationId" = $1)::int AS own FROM "${table.name}"`,
          [dump.look.organisationId],
        )
        await app.query('ROLLBACK')
        expect(rows[0], table.name).toEqual({ own, all: own })
        seen += own
      }
      expect(seen).toBeGreaterThanOrEqual(40)
    } finally {
      await app.end()
    }
  })

  it('can be read: somebody signs in, finds the report and what was published', async () => {
    const { email = '', password = '', projectId = '', projectKey = '', periodKey = '', unitId = '', text } = dump.look
    const { signIn } = await import('@/lib/access/commands')
    const { signInActor, viewerOfSession } = await import('@/lib/access/queries')
    const { findReport } = await import('@/lib/status-reports/views/queries')
    const { findSnapshot, listPublished } = await import('@/lib/steering/queries')
    const started = await signIn(signInActor(), { email, password }, { address: 'upgrade', userAgent: null })
    if (!started.ok) throw new Error(started.reason)
    if (started.value.kind !== 'session') throw new Error('a code is asked for')
    const viewer = await viewerOfSession(signInActor(), started.value.sessionId, null)
    if (!viewer) throw new Error('nobody is signed in')
    const report = await findReport(viewer, { projectId, periodKey, unitId })
    expect(report).toMatchObject({ state: 'published' })
    expect(JSON.stringify(report)).toContain(text)
    const published = await listPublished(viewer, projectKey)
    expect(published.map((one) => [one.periodKey, one.version])).toEqual([[periodKey, 1]])
    const snapshot = await findSnapshot(viewer, published[0]?.snapshotId ?? '')
    expect(snapshot?.units).toHaveLength(2)
    expect(JSON.stringify(snapshot)).toContain(text)
  })
})
