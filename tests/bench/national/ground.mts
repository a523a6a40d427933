// A PostgreSQL of this measurement's own with two databases: the first year, and ten years. It is thrown away afterwards, or
// kept for the next run (--keep), which then looks at the same rows again.
import path from 'node:path'
import type pg from 'pg'
import { systemViewer } from '@/lib/access/viewer'
import { disconnect } from '@/lib/platform/db'
import { workOutFigures } from '@/lib/steering/portfolio/commands'
import { ensureAppRole, grantToApp } from '../../../scripts/database/app-role.mts'
import { deployMigrations } from '../../../scripts/database/migrations.mts'
import { createDatabase, withClient } from '../../../scripts/database/open.mts'
import { appName, type Cluster, type ClusterChoice, openCluster } from '../../../scripts/postgres/cluster.mts'
import { root } from '../../../scripts/runtime.mjs'
import { copyPublications, halves, publishFirst } from './publications.mts'
import { layQuarters, layStructure } from './rows.mts'
import { firstYear, projects, type Size } from './size.mts'

/** As the product's own cluster, but nothing needs to survive a power cut. */
export const choice: ClusterChoice = {
  // By themselves: a short run leaves a great database that was kept as it is.
  folder: path.join(root, '.cache/bench', process.argv.includes('--short') ? 'national-few' : 'national'),
  firstPort: 54_620,
  settings: [
    ...['-c shared_buffers=256MB', '-c max_connections=60', '-c fsync=off', '-c full_page_writes=off'],
    ...['-c synchronous_commit=off', '-c wal_level=minimal', '-c max_wal_senders=0', '-c max_wal_size=4GB'],
  ],
}

export const databases = ['year', 'decade'] as const
export type Name = (typeof databases)[number]
const nameOf = (name: Name) => `national_${name}`
export const ownerUrl = (cluster: Cluster, name: Name): string => cluster.ownerUrl(nameOf(name))
export const appUrl = (cluster: Cluster, name: Name): string => cluster.appUrl(nameOf(name))

/** What was laid, told by the database itself. */
export type Laid = {
  size: Size
  values: Record<Name, number>
  seconds: number
  /** Seconds that publishing each quarter of the first project took, and characters of its text */
  publishing: number[]
  lengths: number[]
  /** Seconds that working out the figures of every newest publication took */
  figures: number
}

/** Opens the cluster with both databases filled, as they were left or anew. */
export async function openGround(
  size: Size,
  say: (sentence: string) => void,
): Promise<{ cluster: Cluster; laid: Laid }> {
  const cluster = await openCluster(choice)
  await withClient(cluster.ownerUrl('postgres'), (owner) => ensureAppRole(owner, cluster.appUrl('postgres')))
  const known = await laidEarlier(cluster, size)
  if (known) {
    for (const name of databases) await update(cluster, name)
    return { cluster, laid: known }
  }
  return { cluster, laid: await lay(cluster, size, say) }
}

async function update(cluster: Cluster, name: Name): Promise<void> {
  await deployMigrations(root, ownerUrl(cluster, name))
  await withClient(ownerUrl(cluster, name), (owner) => grantToApp(owner, appName))
}

async function laidEarlier(cluster: Cluster, size: Size): Promise<Laid | null> {
  const { rows } = await withClient(cluster.ownerUrl('postgres'), (owner) =>
    owner.query<{ said: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS said FROM pg_database WHERE datname = $1`,
      [nameOf('decade')],
    ),
  )
  const said = rows[0]?.said ? (JSON.parse(rows[0].said) as Laid) : null
  return said && JSON.stringify(said.size) === JSON.stringify(size) ? said : null
}

async function lay(cluster: Cluster, size: Size, say: (sentence: string) => void): Promise<Laid> {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  await withClient(cluster.ownerUrl('postgres'), async (owner) => {
    for (const name of databases) await owner.query(`DROP DATABASE IF EXISTS "${nameOf(name)}" WITH (FORCE)`)
  })
  await createDatabase(cluster.ownerUrl('postgres'), nameOf('decade'))
  await update(cluster, 'decade')
  await withClient(ownerUrl(cluster, 'decade'), (owner) => layStructure(owner, size))
  const first = await fill(cluster, size, [1, firstYear])
  await withClient(cluster.ownerUrl('postgres'), (owner) =>
    owner.query(`CREATE DATABASE "${nameOf('year')}" TEMPLATE "${nameOf('decade')}" STRATEGY file_copy`),
  )
  say(`the first year is laid after ${seconds().toFixed(0)} s`)
  const rest = await fill(cluster, size, [firstYear + 1, size.quarters])
  const laid: Laid = {
    size,
    values: { year: first.values, decade: first.values + rest.values },
    seconds: seconds(),
    publishing: [...first.made, ...rest.made].map((one) => one.seconds),
    lengths: [...first.made, ...rest.made].map((one) => one.length),
    figures: rest.figures,
  }
  await withClient(cluster.ownerUrl('postgres'), (owner) =>
    owner.query(`COMMENT ON DATABASE "${nameOf('decade')}" IS ${owner.escapeLiteral(JSON.stringify(laid))}`),
  )
  say(`ten years are laid after ${laid.seconds.toFixed(0)} s`)
  return laid
}

/** Quarters with their publications. The product's connection is that of the ten years, and of no other database. */
async function fill(cluster: Cluster, size: Size, [from, to]: readonly [number, number]) {
  const url = ownerUrl(cluster, 'decade')
  const values = await withClient(url, (owner) => layQuarters(owner, size, from, to))
  await withClient(url, (owner) => owner.query('ANALYZE'))
  process.env.DATABASE_APP_URL = appUrl(cluster, 'decade')
  const made = await publishFirst(from, to)
  await Promise.all(
    halves.map((half) => withClient(url, (owner: pg.Client) => copyPublications(owner, [from, to], half))),
  )
  const began = performance.now()
  // As a running server does it a minute after each publication.
  const kept = await workOutFigures(systemViewer('schedule')).finally(disconnect)
  if (!kept.ok || kept.value.workedOut !== projects) throw new Error(`figures were not kept: ${JSON.stringify(kept)}`)
  const figures = (performance.now() - began) / 1000
  await withClient(url, (owner) => owner.query('VACUUM ANALYZE'))
  return { values, made, figures }
}
