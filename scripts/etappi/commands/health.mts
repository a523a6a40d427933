import { databaseHealth } from '@/lib/platform/health'
import { version } from '@/lib/platform/version'
import { command, done, refused } from '../command.mts'

export const health = command({
  name: 'health',
  summary: 'version, database and migrations, as GET /api/health tells them',
  options: {},
  async run() {
    const found = await databaseHealth()
    if (found.database === 'down') return refused('DATABASE_DOWN', 'The database does not answer.')
    const newest = found.migrations?.newest ?? 'none'
    return done({ product: 'etappi', version, ...found }, [
      `Etappi ${version}`,
      'database up',
      `${found.migrations?.applied ?? 0} migrations, newest ${newest}`,
    ])
  },
})
