// The way back from an upgrade: a backup of the moment before it. docs/operations/drills.md
import fs from 'node:fs'
import path from 'node:path'
import { backupName } from '../../lib/health/backups/model.ts'
import type { Settings } from '../../lib/platform/env.ts'
import { takeBackup } from './take.mts'

/**
 * Takes the backup where BACKUP_DIR says, told in one sentence; without BACKUP_DIR none is taken, which is told, too.
 * @throws when it cannot be taken: then nothing is to be migrated, since there would be no way back
 */
export async function backUpBefore(
  { backups, dataDir }: Pick<Settings, 'backups' | 'dataDir'>,
  ownerUrl: string,
  say: (sentence: string) => void,
): Promise<void> {
  const { folder, recipients } = backups
  if (!folder) {
    say('No backup is taken before the migrations, since BACKUP_DIR is not set.')
    return
  }
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    const file = path.join(folder, backupName(new Date()))
    const { rows } = await takeBackup({ ownerUrl, file, recipients, filesFolder: path.join(dataDir, 'files') })
    say(`Backup before the migrations: ${file}, ${rows} rows.`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`The backup before the migrations failed, and nothing was migrated: ${why}.`)
  }
}
