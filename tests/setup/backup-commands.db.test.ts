// The operator's four commands, as they are typed.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { withClient } from '../../scripts/database/open.mts'
import { commandLine } from '../support/command-line'
import { testDatabase } from '../support/database'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-backups-'))
const elsewhere = `etappi_test_${process.pid}_elsewhere`
const server = () => inject('server').ownerUrl

const run = commandLine({ INIT_CWD: folder, DATA_DIR: path.join(folder, 'data') })
async function etappi(args: string[], settings: Record<string, string> = {}) {
  const { status, stdout } = await run([...args, '--json'], settings)
  return { status, ...JSON.parse(stdout) }
}

beforeAll(async () => {
  await withClient(testDatabase().ownerUrl, (client) =>
    client.query(`insert into "Organisation" (id, key, name) values (gen_random_uuid(), 'a', 'County A')`),
  )
  await withClient(server(), (client) => client.query(`create database "${elsewhere}"`))
})

afterAll(async () => {
  await withClient(server(), (client) => client.query(`drop database "${elsewhere}" with (force)`))
  fs.rmSync(folder, { recursive: true })
})

describe('backups from the command line', { timeout: 120_000 }, () => {
  const inIt = (url: string) => Object.assign(new URL(url), { pathname: `/${elsewhere}` }).href
  const there = () => ({ DATABASE_URL: inIt(server()), DATABASE_APP_URL: inIt(testDatabase().appUrl) })

  it('say what is missing before they begin', async () => {
    expect(await etappi(['backup'])).toMatchObject({ status: 1, reason: 'NO_PLACE' })
    expect(await etappi(['backup', '--out', 'nowhere/b.age'])).toMatchObject({ status: 1, reason: 'NO_FOLDER' })
    expect(await etappi(['backup', '--out', '.'])).toMatchObject({ status: 1, reason: 'NO_RECIPIENT' })
    expect(await etappi(['backup', '--out', '.', '--keep', 'all'])).toMatchObject({ status: 1, reason: 'BAD_DAYS' })
    expect(await etappi(['backup', '--out', '.'], { DATABASE_URL: '' })).toMatchObject({
      status: 1,
      reason: 'NO_DATABASE',
    })
    expect(await etappi(['restore', '--file', 'b.age', '--key', 'k.txt'])).toMatchObject({
      status: 1,
      reason: 'NO_FILE',
    })
    expect(fs.readdirSync(folder).filter((name) => name !== 'data')).toEqual([])
  })

  it('make a key, take, check and bring back', async () => {
    const pair = await etappi(['backup-key', '--out', 'key.txt'])
    expect(pair).toMatchObject({ status: 0, data: { recipient: expect.stringMatching(/^age1/) } })
    expect(fs.statSync(path.join(folder, 'key.txt')).mode & 0o777).toBe(0o600)
    expect(await etappi(['backup-key', '--out', 'key.txt'])).toMatchObject({ status: 1, reason: 'EXISTS' })

    const taken = await etappi(['backup', '--out', 'one.age', '--recipient', pair.data.recipient])
    expect(taken).toMatchObject({ status: 0, data: { rows: 1, files: 0 } })
    const nightly = { BACKUP_DIR: path.join(folder, 'nights'), BACKUP_RECIPIENTS: pair.data.recipient }
    expect(await etappi(['backup', '--keep', '35'], nightly)).toMatchObject({ status: 0, data: { removed: [] } })
    expect(fs.readdirSync(nightly.BACKUP_DIR)).toEqual([expect.stringMatching(/^etappi-\d{8}T\d{6}Z\.tar\.gz\.age$/)])

    const whole = ['--file', 'one.age', '--key', 'key.txt']
    expect(await etappi(['verify-backup', ...whole])).toMatchObject({ status: 0, data: { rows: 1 } })
    expect(await etappi(['restore', ...whole])).toMatchObject({ status: 1, reason: 'NOT_EMPTY' })
    expect(await etappi(['restore', ...whole], there())).toMatchObject({ status: 0, data: { rows: 1, applied: [] } })
    expect(await etappi(['health'], there())).toMatchObject({ status: 0, data: { database: 'up' } })
    // the application itself can read what came back
    expect(await etappi(['audit-verify'], there())).toMatchObject({
      status: 0,
      data: [{ organisation: 'a', rows: 1, faults: 0 }],
    })
    fs.writeFileSync(path.join(folder, 'one.age'), 'something else')
    expect(await etappi(['verify-backup', ...whole])).toMatchObject({ status: 1, reason: 'NOT_A_BACKUP' })
  })
})
