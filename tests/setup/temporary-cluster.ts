import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Cluster, type ClusterChoice, openCluster, removeCluster } from '../../scripts/postgres/cluster.mts'

export type TemporaryCluster = { choice: ClusterChoice; open(): Promise<Cluster>; remove(): void }

/** A PostgreSQL of one test file, in a folder of its own that every account may enter. */
export function temporaryCluster(firstPort = 54_620, name = 'data'): TemporaryCluster {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-cluster-'))
  fs.chmodSync(folder, 0o755)
  const choice = { folder: path.join(folder, name), firstPort, settings: ['-c fsync=off', '-c max_connections=20'] }
  return {
    choice,
    open: () => openCluster(choice),
    remove: () => {
      removeCluster(choice.folder)
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
