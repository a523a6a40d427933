// The plans by which PostgreSQL really answers, as its own auto_explain writes them into the server's log.
import fs from 'node:fs'
import path from 'node:path'
import { withClient } from '../../../scripts/database/open.mts'
import type { Cluster } from '../../../scripts/postgres/cluster.mts'
import { root } from '../../../scripts/runtime.mjs'
import { type Name, ownerUrl } from './ground.mts'

const settings = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
}

/** Connections that begin from now on write their plans, or do so no more. */
export async function writePlans(cluster: Cluster, name: Name, isOn: boolean): Promise<void> {
  await withClient(ownerUrl(cluster, name), async (owner) => {
    if (isOn) await owner.query(`LOAD 'auto_explain'`) // makes its settings known
    const { rows } = await owner.query<{ name: string }>('SELECT current_database() AS name')
    const database = owner.escapeIdentifier(rows[0]?.name ?? '')
    for (const [setting, value] of Object.entries(settings))
      await owner.query(`ALTER DATABASE ${database} ${isOn ? `SET ${setting} = '${value}'` : `RESET ${setting}`}`)
  })
}

const logOf = (cluster: Cluster) => path.join(cluster.folder, 'postgres', 'server.log')

/** Where the log ends now. */
export const endOfLog = (cluster: Cluster): number => fs.statSync(logOf(cluster)).size

/** Keeps what was written since under .cache/bench, and answers which tables of more than `most` rows were read as a whole. */
export function keepPlans(cluster: Cluster, since: number, most: number): { file: string; whole: string[] } {
  const written = fs.readFileSync(logOf(cluster)).subarray(since).toString('utf8')
  const file = path.join(root, '.cache/bench/national-plans.txt')
  fs.writeFileSync(file, written)
  const scans = [
    ...written.matchAll(
      /Seq Scan on "?(\w+)"?[^\n]*actual[^\n]*?rows=([\d.]+) loops=(\d+)\)(?:[\s\S]{0,400}?Rows Removed by Filter: (\d+))?/g,
    ),
  ]
  const whole = scans.filter(([, , rows, , removed]) => Number(rows) + Number(removed ?? 0) > most)
  return { file: path.relative(root, file), whole: [...new Set(whole.map(([, table]) => table ?? ''))] }
}
