import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../scripts/database/open.mts'
import { commandLine, typed } from '../support/command-line'
import { testDatabase } from '../support/database'

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-cli-'))
afterAll(() => fs.rmSync(dataDir, { recursive: true }))

const usual = { DATA_DIR: dataDir }
const etappi = commandLine(usual)

beforeAll(() =>
  withClient(testDatabase().ownerUrl, async (client) => {
    const { rows } = await client.query(
      `insert into "Organisation" (id, key, name) values (gen_random_uuid(), 'a', 'County A') returning id`,
    )
    await client.query(
      `insert into "User" (id, "organisationId", email, name) values (gen_random_uuid(), $1, 'somebody@a.example', 'Somebody')`,
      [rows[0].id],
    )
  }),
)

describe('npm run etappi', { timeout: 60_000 }, () => {
  it('lists the accounts for people and for programs', async () => {
    const shown = typed(['users'], usual)
    expect(shown.status).toBe(0)
    expect(shown.stdout).toMatch(/somebody@a\.example +Somebody +County A/)
    const { status, stdout } = await etappi(['users', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, data: [{ email: 'somebody@a.example' }] })
  })

  it('takes a second factor off, once, and of nobody else', () =>
    withClient(testDatabase().ownerUrl, async (client) => {
      const reset = (email: string) => etappi(['reset-second-factor', '--email', email, '--json'])
      expect(await reset('somebody@a.example')).toMatchObject({ status: 1 })
      await client.query(`insert into "SecondFactor" ("userId", "organisationId", secret, "confirmedAt")
        select id, "organisationId", 'x', now() from "User"`)
      expect(await reset('nobody@a.example')).toMatchObject({ status: 1 })
      expect(await reset(' Somebody@A.example')).toMatchObject({ status: 0 })
      expect((await client.query('select 1 from "SecondFactor"')).rows).toEqual([])
      const { rows } = await client.query(`select source from "AuditEvent" where action = 'second_factor.reset'`)
      expect(rows).toEqual([{ source: 'command-line' }])
    }))

  it('sweeps files that nothing names', async () => {
    expect(JSON.parse((await etappi(['sweep-files', '--json'])).stdout)).toMatchObject({
      ok: true,
      data: { removed: [] },
    })
  })

  it('counts, and tells its health', async () => {
    expect(JSON.parse((await etappi(['counts', '--json'])).stdout)).toEqual({ ok: true, data: [] })
    const health = JSON.parse((await etappi(['health', '--json'])).stdout)
    expect(health).toMatchObject({ ok: true, data: { product: 'etappi', database: 'up' } })
    expect(health.data.migrations.applied).toBeGreaterThan(0)
  })

  it('does what is due, tells what it did, and does nothing the second time', () => {
    const settings = { MAIL_GATHER_MINUTES: '0' }
    const asked = `insert into "Notification" (id, "organisationId", "userId", kind, happening, "projectId")
      select gen_random_uuid(), u."organisationId", u.id, 'mention', 'asked', p.id from "User" u, "Project" p`
    return withClient(testDatabase().ownerUrl, async (client) => {
      await client.query(`insert into "Programme" (id, key, name, "shortName", funder, "statementFi", "statementSv", "statementEn")
        values (gen_random_uuid(), 'p', 'P', 'P', 'F', 'a', 'b', 'c')`)
      await client.query(`insert into "Project" (id, "organisationId", "programmeId", key, name)
        select gen_random_uuid(), o.id, p.id, 'k', 'K' from "Organisation" o, "Programme" p`)
      await client.query(`insert into "Membership" (id, "organisationId", "userId", "projectId", role)
        select gen_random_uuid(), u."organisationId", u.id, p.id, 'coordinator' from "User" u, "Project" p`)
      await client.query(asked)
      const first = JSON.parse((await etappi(['remind', '--json'], settings)).stdout)
      expect(first).toMatchObject({
        ok: true,
        data: { composed: 1, sent: 0, waiting: 1, broken: [], mailServer: false },
      })
      const { status, stdout } = await etappi(['remind'], settings)
      expect(status).toBe(0)
      expect(stdout).toContain('0 mails written')
      expect(stdout).toContain('0 mails sent, 1 waiting, 0 given up')
      expect(stdout).toContain('MAIL_SMTP_URL')
      const { rows } = await client.query('select subject, state from "Mail"')
      expect(rows).toEqual([{ subject: 'Etappi: Sinut mainittiin kommentissa', state: 'waiting' }])
    })
  })

  it('makes a county with a link for its first administrator, and no second one with its key', async () => {
    const made = await etappi(['add-county', '--key', 'etela-karjala', '--name', 'Etelä-Karjala', '--json'])
    expect(made.status).toBe(0)
    expect(JSON.parse(made.stdout).data.url).toMatch(/\/first-administrator\?secret=[\w-]{43}$/)
    const again = await etappi(['add-county', '--key', 'etela-karjala', '--name', 'Muu', '--json'])
    expect(again.status).toBe(1)
    expect(JSON.parse(again.stdout)).toMatchObject({ ok: false, reason: 'KEY_TAKEN' })
    expect(await etappi(['add-county', '--key', 'Etelä', '--name', 'Muu'])).toMatchObject({ status: 1 })
    const link = await etappi(['add-county', '--key', 'etela-karjala', '--name', 'Etelä-Karjala', '--again'])
    expect(link.stdout).toContain('/first-administrator?secret=')
  })

  it('helps', async () => {
    const { status, stdout } = await etappi(['help'])
    expect(status).toBe(0)
    for (const name of ['counts', 'users', 'remind', 'health']) expect(stdout).toContain(name)
  })

  it('ends with 2 when it does not understand, and shows the help', () => {
    const { status, stdout, stderr } = typed(['nonsense'], usual)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('npm run etappi -- <command>')
  })

  it('ends with 1 and the reason when it is refused', async () => {
    const refused = typed(['users', '--json'], { ...usual, DATABASE_URL: '', DATABASE_APP_URL: '' })
    expect(refused.status).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, reason: 'NO_DATABASE' })
    const away = await etappi(['users'], { DATABASE_URL: 'postgresql://a:b@127.0.0.1:9/none' })
    expect(away.status).toBe(1)
    expect(away.stderr).toContain('DATABASE_URL: cannot connect to 127.0.0.1:9/none')
  })
})
