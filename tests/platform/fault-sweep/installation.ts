// What changes a whole installation: bringing a backup back, and migrations. Each goes to a database of its own.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type pg from 'pg'
import { type Look, Looker } from '@/tests/platform/fault-sweep/look'
import type { Workflow } from '@/tests/platform/fault-sweep/sweep'
import { loadDump, readDump } from '@/tests/platform/upgrades/dump'
import { schemaOf } from '@/tests/platform/upgrades/schema'
import { quoted } from '../../../scripts/backup/contents.mts'
import { restoreBackup } from '../../../scripts/backup/restore.mts'
import { tablesOf } from '../../../scripts/backup/tables.mts'
import { takeBackup } from '../../../scripts/backup/take.mts'
import { deployMigrations } from '../../../scripts/database/migrations.mts'
import { withClient } from '../../../scripts/database/open.mts'
import { root } from '../../../scripts/runtime.mjs'

/** A workflow with how its database is looked at; `end` takes the database away. */
export type Installed = { workflow: Workflow; look: () => Promise<Look>; end(): Promise<void> }

/** The data of `ownerUrl` as a backup, brought back into `emptyUrl`, whose tables are there and empty. */
export async function bringingBack(ownerUrl: string, emptyUrl: string): Promise<Installed> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-fault-'))
  const file = path.join(folder, 'taken.age')
  const identity = await generateX25519Identity()
  const filesFolder = path.join(folder, 'files')
  await takeBackup({ ownerUrl, file, recipients: [await identityToRecipient(identity)], filesFolder })
  const looker = await Looker.at(emptyUrl)
  return {
    look: () => looker.look(),
    workflow: {
      name: 'bringing a backup back',
      least: 500,
      prepare: async () => {
        await withClient(emptyUrl, emptied)
        return () => restoreBackup({ root, ownerUrl: emptyUrl, file, identity, filesFolder })
      },
    },
    end: async () => {
      await looker.end()
      fs.rmSync(folder, { recursive: true })
    },
  }
}

/** Also rows that are kept for ever: this is another installation's empty place. */
async function emptied(owner: pg.Client): Promise<void> {
  await owner.query("SET session_replication_role = 'replica'")
  const tables = (await tablesOf(owner)).map(({ name }) => quoted(name)).join(', ')
  await owner.query(`TRUNCATE ${tables} RESTART IDENTITY CASCADE`)
}

/** Everything that migrations make: each definition is a line of its own, beside the rows of each table. */
const definitions = `
  SELECT format('column %s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                pg_get_expr(d.adbin, d.adrelid)) AS name
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE NOT t.tgisinternal
  UNION ALL SELECT format('policy %s %s %s %s', tablename, policyname, qual, with_check) FROM pg_policies
  UNION ALL SELECT pg_get_functiondef(p.oid) FROM pg_proc p
   WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
  UNION ALL SELECT format('migration %s', migration_name) FROM _prisma_migrations
   WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`

async function lookAtAll(url: string): Promise<Look> {
  const looker = await Looker.at(url)
  const rows = await looker.look().finally(() => looker.end())
  const { rows: made } = await withClient(url, (owner) => owner.query<{ name: string }>(definitions))
  return new Map([...rows, ...made.map(({ name }) => [name, { rows: 1, sum: '' }] as const)])
}

/** A database of an earlier release brought up to date; each try begins with the data of the dump again. */
export async function migrating(serverUrl: string, dumpFile: string): Promise<Installed> {
  const dump = readDump(dumpFile)
  const then = schemaOf(dump)
  const nameOf = (kind: string) => `etappi_test_${process.pid}_${kind}_${path.basename(dumpFile).slice(0, 14)}`
  const [before, now] = [nameOf('then'), nameOf('now')]
  const urlOf = (name: string) => Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
  const onServer = (sql: string) => withClient(serverUrl, (client) => client.query(sql))
  await onServer(`CREATE DATABASE "${before}"`)
  await deployMigrations(then, urlOf(before))
  await withClient(urlOf(before), (owner) => loadDump(owner, dump))
  return {
    look: () => lookAtAll(urlOf(now)),
    workflow: {
      name: 'applying migrations',
      least: 20,
      inSteps: true,
      prepare: async () => {
        await onServer(`DROP DATABASE IF EXISTS "${now}" WITH (FORCE)`)
        await onServer(`CREATE DATABASE "${now}" TEMPLATE "${before}" STRATEGY file_copy`)
        return () => deployMigrations(root, urlOf(now))
      },
    },
    end: async () => {
      for (const name of [now, before]) await onServer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
      fs.rmSync(then, { recursive: true })
    },
  }
}
