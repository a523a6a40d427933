import fs from 'node:fs'
import path from 'node:path'
import type { Settings } from '../../lib/platform/env.ts'
import type { ClusterChoice } from '../postgres/cluster.mts'
import { root } from '../runtime.mjs'

/** Name of the product's database in an embedded cluster. */
export const databaseName = 'etappi'

/** The installation's own cluster: durable. */
export function productCluster(dataDir: string): ClusterChoice {
  return {
    folder: path.resolve(root, dataDir),
    firstPort: 54320,
    settings: ['-c shared_buffers=256MB', '-c max_connections=60'],
  }
}

/** Whether there is a database to open: the operator's own, or an embedded one that was made before. */
export function hasDatabase({ databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>): boolean {
  return databaseUrl !== undefined || fs.existsSync(path.join(dataDir, 'postgres'))
}

/** The cluster of checks and of `migration`: thrown away at any time, so it need not survive a power cut. */
export function checkCluster(): ClusterChoice {
  return {
    folder: path.join(root, '.cache/check'),
    firstPort: 54420,
    settings: ['-c fsync=off', '-c full_page_writes=off', '-c synchronous_commit=off', '-c max_connections=200'],
  }
}
