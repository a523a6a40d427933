import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { missingSql } from '../../scripts/database/engine.mts'
import { migrationFiles } from '../../scripts/database/migration-files.mts'
import { deployMigrations, migrationState } from '../../scripts/database/migrations.mts'
import { withClient } from '../../scripts/database/open.mts'
import { root } from '../../scripts/runtime.mjs'
import { testDatabase } from '../support/database'

const server = () => inject('server').ownerUrl

/** An empty database of the test's own. */
const name = `etappi_test_${process.pid}_migrations`
const url = () => Object.assign(new URL(server()), { pathname: `/${name}` }).href

/** A copy of prisma/ that a test may change. */
let copy = ''
beforeAll(async () => {
  await withClient(server(), (client) => client.query(`create database "${name}"`))
  copy = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-schema-'))
  for (const part of ['schema.prisma', 'models', 'migrations']) {
    fs.cpSync(path.join(root, 'prisma', part), path.join(copy, 'prisma', part), { recursive: true })
  }
})
afterAll(async () => {
  await withClient(server(), (client) => client.query(`drop database "${name}" with (force)`))
  fs.rmSync(copy, { recursive: true })
})

function addMigration(folder: string, sql: string): void {
  fs.mkdirSync(path.join(copy, 'prisma/migrations', folder))
  fs.writeFileSync(path.join(copy, 'prisma/migrations', folder, 'migration.sql'), sql)
}

const ask = (sql: string) => withClient(url(), async (client: pg.Client) => (await client.query(sql)).rows[0])

describe('migrations', { timeout: 60_000 }, () => {
  it('agree with the schema: nothing is missing', async () => {
    expect(await missingSql(root, server())).toBeNull()
  })

  it('are written by npm run migration, which has nothing to write now', () => {
    const { status, stdout } = spawnSync('npm', ['run', 'migration', '--', 'nothing'], { cwd: root, encoding: 'utf8' })
    expect(status).toBe(0)
    expect(stdout).toContain('The migrations already agree with the schema.')
  })

  it('would miss a column that is added to the schema (planted)', async () => {
    fs.appendFileSync(path.join(copy, 'prisma/models/risks.prisma'), '\nmodel Planted {\n  id Int @id\n}\n')
    expect(await missingSql(copy, server())).toMatch(/CREATE TABLE "Planted"/)
  })

  it('are applied to an empty database in order, and only once', async () => {
    const names = migrationFiles(root).map((file) => file.name)
    expect(await deployMigrations(root, url())).toEqual(names)
    expect(await deployMigrations(root, url())).toEqual([])
    expect(await migrationState(root, url())).toEqual({
      applied: names,
      missing: [],
      failed: [],
      edited: [],
      unknown: [],
    })
  })

  it('leave rows as prisma migrate deploy writes them', async () => {
    const row = await ask('select * from _prisma_migrations order by migration_name limit 1')
    expect(row).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: migrationFiles(root)[0]?.checksum,
      migration_name: migrationFiles(root)[0]?.name,
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
    })
    expect(row.finished_at).toBeInstanceOf(Date)
  })

  it('are refused when one was edited after it was applied', async () => {
    const first = path.join(copy, 'prisma/migrations', migrationFiles(root)[0]?.name ?? '', 'migration.sql')
    fs.appendFileSync(first, '-- edited\n')
    await expect(deployMigrations(copy, url())).rejects.toThrow(/edited after they were applied/)
    fs.copyFileSync(first.replace(copy, root), first)
  })

  it('run function bodies with ";" whole, and leave nothing of one that fails half-way', async () => {
    addMigration(
      '29990101000000_function',
      'create function planted() returns int language plpgsql as $$ begin return 1; end $$;\n',
    )
    expect(await deployMigrations(copy, url())).toEqual(['29990101000000_function'])
    expect(await ask('select planted() as n')).toEqual({ n: 1 })
    addMigration('29990102000000_broken', 'create table half (n int);\nselect * from there_is_no_such_table;\n')
    await expect(deployMigrations(copy, url())).rejects.toThrow(/there_is_no_such_table/)
    expect(await ask("select to_regclass('half') as half")).toEqual({ half: null })
    expect((await migrationState(copy, url())).failed).toEqual(['29990102000000_broken'])
  })

  it('are tried again after one that failed has been mended', async () => {
    const broken = path.join(copy, 'prisma/migrations/29990102000000_broken/migration.sql')
    fs.writeFileSync(broken, 'create table half (n int);\n')
    expect(await deployMigrations(copy, url())).toEqual(['29990102000000_broken'])
  })

  it('of a newer copy are not touched by an older one', async () => {
    await expect(deployMigrations(root, url())).rejects.toThrow(/newer than this copy/)
  })

  it('give the application every table and keep it from the history', async () => {
    const { rows } = await withClient(testDatabase().appUrl, (client) =>
      client.query(
        `select relname as name, has_table_privilege(oid, 'insert') as writes, has_table_privilege(oid, 'select') as reads
         from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
      ),
    )
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.filter((row) => !row.reads)).toEqual([])
    expect(rows.flatMap((row) => (row.writes ? [] : [row.name])).sort()).toEqual(['AuditLink', '_prisma_migrations'])
  })
})
