import { systemViewer } from '@/lib/access/viewer'
import { sweepFiles } from '@/lib/retention/stored-files/commands'
import { command, done, refused } from '../command.mts'

export const sweepFilesCommand = command({
  name: 'sweep-files',
  summary: 'removes uploaded files on disk that nothing names and that are older than a day',
  options: {},
  async run() {
    const swept = await sweepFiles(systemViewer('operator'), new Date())
    if (!swept.ok) return refused(swept.reason, 'The operator may not sweep.')
    const { looked, removed } = swept.value
    return done(swept.value, [
      `${looked} files looked at, ${removed.length} removed.`,
      ...removed.map((id) => `Removed ${id}`),
    ])
  },
})
