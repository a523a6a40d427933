// Migrations: `make <name>` writes a new one from the schema, `deploy` applies what is missing, `status` tells.
import fs from 'node:fs'
import path from 'node:path'
import { settings } from '../lib/platform/env.ts'
import { backUpBefore } from './backup/before-migrating.mts'
import { missingSql } from './database/engine.mts'
import { migrationState } from './database/migrations.mts'
import { openDatabase } from './database/open.mts'
import { checkCluster } from './database/places.mts'
import { openCluster } from './postgres/cluster.mts'
import { root } from './runtime.mjs'
import { readDotEnv } from './steps/dot-env.mts'

const usage = `Usage:
  npm run migration -- <name>   write prisma/migrations/<time>_<name> from what changed in the schema
  node scripts/run.mjs scripts/migrate.mts deploy | status`

/** The difference is taken on the checks' own server: neither ./data nor an external database is touched. */
async function make(name: string): Promise<number> {
  if (!/^[a-z0-9][a-z0-9_-]*$/.test(name)) {
    console.error('A name is lower-case letters, digits, "-" and "_".')
    return 2
  }
  const cluster = await openCluster(checkCluster())
  try {
    const sql = await missingSql(root, cluster.ownerUrl('postgres'))
    if (!sql) {
      console.log('The migrations already agree with the schema.')
      return 0
    }
    const folder = path.join('prisma/migrations', `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`)
    fs.mkdirSync(path.join(root, folder), { recursive: true })
    fs.writeFileSync(path.join(root, folder, 'migration.sql'), sql)
    fs.writeFileSync(path.join(root, 'prisma/migrations/migration_lock.toml'), 'provider = "postgresql"\n')
    console.log(`${folder}/migration.sql`)
    return 0
  } finally {
    await cluster.close('keep')
  }
}

async function deploy(): Promise<number> {
  readDotEnv()
  const beforeMigrating = (ownerUrl: string) => backUpBefore(settings(), ownerUrl, console.log)
  const database = await openDatabase({ beforeMigrating })
  await database.close()
  console.log(database.applied.length > 0 ? `Applied: ${database.applied.join(', ')}` : 'Nothing to apply.')
  return 0
}

async function status(): Promise<number> {
  readDotEnv()
  const database = await openDatabase({ migrate: false })
  try {
    const state = await migrationState(root, database.ownerUrl)
    for (const [what, names] of Object.entries(state))
      console.log(`${what}: ${names.length}${names.length ? ` (${names.join(', ')})` : ''}`)
    return state.missing.length + state.failed.length + state.edited.length + state.unknown.length > 0 ? 1 : 0
  } finally {
    await database.close()
  }
}

const [command, name] = process.argv.slice(2)
if (command === 'make' && name) process.exitCode = await make(name)
else if (command === 'deploy') process.exitCode = await deploy()
else if (command === 'status') process.exitCode = await status()
else {
  console.error(usage)
  process.exitCode = 2
}
