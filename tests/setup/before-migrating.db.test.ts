// The backup before an upgrade: taken when there is something to lose, and nothing is migrated without it.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { backUpBefore } from '../../scripts/backup/before-migrating.mts'
import { backupsIn } from '../../scripts/backup/keeping.mts'
import { migrationFiles } from '../../scripts/database/migration-files.mts'
import { deployMigrations, migrationState } from '../../scripts/database/migrations.mts'
import { withClient } from '../../scripts/database/open.mts'
import { root } from '../../scripts/runtime.mjs'

const name = `etappi_test_${process.pid}_before`
const serverUrl = inject('server').ownerUrl
const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-before-'))
const names = migrationFiles(root).map((one) => one.name)
const first = new Set(names.slice(0, 1))
const said: string[] = []

const upgrade = (folder: string | undefined, recipients: readonly string[], only?: ReadonlySet<string>) => {
  const set = { backups: { folder, recipients, at: '02:30', days: 35 }, dataDir }
  return deployMigrations(root, url, only, (ownerUrl) => backUpBefore(set, ownerUrl, (line) => said.push(line)))
}
const applied = async () => (await migrationState(root, url)).applied.length

beforeAll(() => withClient(serverUrl, (client) => client.query(`create database "${name}"`)))
afterAll(async () => {
  await withClient(serverUrl, (client) => client.query(`drop database "${name}" with (force)`))
  fs.rmSync(dataDir, { recursive: true })
})

describe('an upgrade', { timeout: 60_000 }, () => {
  it('of a database that is new backs nothing up', async () => {
    expect(await upgrade(path.join(dataDir, 'never'), ['not a key'], first)).toEqual([...first])
    expect(said).toEqual([])
  })

  it('that cannot be backed up migrates nothing, and says why', async () => {
    const why = /^The backup before the migrations failed, and nothing was migrated: .+\.$/
    await expect(upgrade(path.join(dataDir, 'backups'), [])).rejects.toThrow(why)
    await expect(upgrade(path.join(dataDir, 'backups'), ['not a key'])).rejects.toThrow(why)
    fs.writeFileSync(path.join(dataDir, 'a-file'), '')
    await expect(upgrade(path.join(dataDir, 'a-file'), ['not a key'])).rejects.toThrow(why)
    expect(await applied()).toBe(1)
  })

  it('is backed up where BACKUP_DIR says, once, and says where', async () => {
    const folder = path.join(dataDir, 'kept')
    const recipient = await identityToRecipient(await generateX25519Identity())
    expect(await upgrade(folder, [recipient])).toEqual(names.slice(1))
    expect(await upgrade(folder, [recipient])).toEqual([])
    expect(backupsIn(folder)).toHaveLength(1)
    expect(said).toEqual([expect.stringMatching(/^Backup before the migrations: .*\.age, \d+ rows\.$/)])
  })

  it('without BACKUP_DIR says that there is none', async () => {
    said.length = 0
    await backUpBefore(
      { backups: { folder: undefined, recipients: [], at: '02:30', days: 35 }, dataDir },
      url,
      (line) => said.push(line),
    )
    expect(said).toEqual(['No backup is taken before the migrations, since BACKUP_DIR is not set.'])
  })
})
