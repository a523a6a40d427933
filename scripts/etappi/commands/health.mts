import { systemViewer } from '@/lib/access/viewer'
import { judge, worstOf } from '@/lib/health/model'
import { readHealth } from '@/lib/health/queries'
import { toldOf } from '@/lib/health/told/model'
import { words } from '@/lib/platform/words'
import { columns, command, done, refused } from '../command.mts'

export const health = command({
  name: 'health',
  summary: 'database, queue, disk, backups, settings and versions, with what to do, as /admin/health tells them',
  options: {},
  async run() {
    const found = await readHealth(systemViewer('operator'))
    if (!found) return refused('NOT_ALLOWED', 'The operator may not see it.')
    const at = new Date()
    const parts = judge(found, at)
    const lines = columns([
      ['part', 'state', 'found', 'to do'],
      ...toldOf(words('en'), found, at).map(({ part, state, found: what, todo }) => [part, state, what, todo]),
    ])
    // Its first words are what a watch of the operator reads: the database, and the worst of all parts.
    const { up, ...database } = found.database
    const { migrations, versions, ...rest } = found
    const data = {
      product: 'etappi',
      version: versions.etappi,
      database: up ? 'up' : 'down',
      migrations,
      state: worstOf(parts),
      parts,
      found: { ...rest, database, versions },
    }
    return up ? done(data, lines) : refused('DATABASE_DOWN', 'The database does not answer.', { data, lines })
  },
})
