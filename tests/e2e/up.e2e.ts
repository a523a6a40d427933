// The one command, from an empty data folder to kill -9 and back. Uses the build that the browser tests have made.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { demoAccounts } from '../../prisma/seed/demo-accounts'
import { removeCluster } from '../../scripts/postgres/cluster.mts'
import { answers, anyFreePort } from '../../scripts/postgres/ports.mts'
import { root } from '../../scripts/runtime.mjs'
import { UpProcess } from '../support/up-process'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const dataDir = path.join(root, `.cache/check/up-${process.pid}`)
let port = 0
let up: UpProcess
const start = (args: string[] = [], settings: Record<string, string> = {}, npm = false) => {
  up = new UpProcess({ dataDir, port }, args, settings, npm)
  return up
}
const address = () => `http://localhost:${port}`
const databasePort = () => JSON.parse(fs.readFileSync(path.join(dataDir, 'postgres.json'), 'utf8')).port as number
const answersAt = (host: string) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect({ host, port })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
const etappi = (...args: string[]) => {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }
  return spawnSync('npm', ['run', '--silent', 'etappi', '--', ...args], { cwd: root, env, encoding: 'utf8' })
}

test.beforeAll(async () => {
  port = await anyFreePort()
})
test.afterAll(() => {
  if (fs.existsSync(dataDir)) removeCluster(dataDir)
})

test('an empty folder becomes a running Etappi with its demo accounts', async ({ page }) => {
  await start([], {}, true).ready()
  expect(up.output).toContain('Migrations applied: ')
  expect(up.output).toContain('Loading the demo data…')
  expect(up.output).toContain(`is running at ${address()}`)
  for (const { email, password } of demoAccounts) expect(up.output).toMatch(new RegExp(`${email} +${password}`))
  await page.goto(address())
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('the demo’s accounts are reached from this machine only, until HOST says otherwise', async () => {
  expect(up.output).toContain('Reached from this machine only, because of the demo accounts.')
  expect(await answersAt('127.0.0.1')).toBe(true)
  const others = Object.values(os.networkInterfaces()).flatMap((all) => all ?? [])
  const outer = others.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '127.0.0.2'
  expect(await answersAt(outer), outer).toBe(false)
  await up.stop()
  await expect.poll(async () => [await answers(port), await answers(databasePort())]).toEqual([false, false])
  await start([], { HOST: '0.0.0.0' }).ready()
  expect(up.output).not.toContain('Reached from this machine only')
  expect(await answersAt(outer), outer).toBe(true)
})

test('they are not shown under another address without a word', async () => {
  expect(await up.stop()).toBe(0)
  const elsewhere = { APP_URL: 'https://etappi.example.fi' }
  expect(await start([], elsewhere).ended).toBe(1)
  expect(up.output).toContain('Say DEMO=true if everybody may use them')
  await start().ready()
})

test('the command line works beside it', () => {
  const users = JSON.parse(etappi('users', '--json').stdout)
  expect(users.data).toHaveLength(demoAccounts.length)
  const counts = JSON.parse(etappi('counts', '--json').stdout)
  expect(counts.data.find((one: { project: string }) => one.project === 'kkk2').counts).toMatchObject({ purchases: 71 })
})

test('a second one from the same folder is refused with one sentence', async () => {
  const second = new UpProcess({ dataDir, port: port + 1 })
  expect(await second.ended).toBe(1)
  expect(second.output).toContain(`Etappi is already running from ${dataDir}`)
})

test('kill -9 of everything is repaired by the next start, without a question', async ({ page }) => {
  await up.killAll()
  await start().ready()
  expect(up.output).not.toContain('Loading the demo data')
  await page.goto(`${address()}/sign-in`)
  await page.getByLabel('Sähköposti').fill(demoAccounts[0]?.email ?? '')
  await page.getByLabel('Salasana').fill(demoAccounts[0]?.password ?? '')
  await page.getByRole('button', { name: 'Kirjaudu sisään', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
})

test('a database killed under it is started again', async ({ request }) => {
  const killed = up.postmaster() ?? 0
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => up.postmaster() ?? killed, { timeout: 20_000 }).not.toBe(killed)
  await expect.poll(async () => (await request.get(`${address()}/api/health`)).status(), { timeout: 20_000 }).toBe(200)
})

test('SIGTERM stops the server and the database', async () => {
  expect(await up.stop()).toBe(0)
  expect([await answers(port), await answers(databasePort())]).toEqual([false, false])
})

test('the command line starts the database for itself, and stops it', async () => {
  const health = etappi('health', '--json')
  expect(JSON.parse(health.stdout)).toMatchObject({ ok: true, data: { database: 'up' } })
  expect(await answers(databasePort())).toBe(false)
})

test('a second start does nothing that was done before', async () => {
  await start().ready()
  for (const step of ['Installing', 'generated', 'Building', 'Migrations', 'Loading'])
    expect(up.output).not.toContain(step)
  expect(await up.stop()).toBe(0)
})

test('it ends with the npm that started it', async () => {
  await start([], {}, true).ready()
  await up.stop()
  await expect.poll(async () => [await answers(port), await answers(databasePort())]).toEqual([false, false])
})

test('a port in use is told, with what to do', async () => {
  const foreign = net.createServer().listen(port)
  await new Promise((resolve) => foreign.once('listening', resolve))
  expect(await start().ended).toBe(1)
  expect(up.output).toContain(`Port ${port} is used by another program.`)
  await new Promise((resolve) => foreign.close(resolve))
})

test('wrong settings are told, one line each', async () => {
  expect(await start([], { AUTH_SECRET: 'short', FILES: 'tape' }).ended).toBe(1)
  expect(up.output).toContain('AUTH_SECRET must have at least 32 characters.\nFILES must be database or disk.')
})

test('a start that was killed while loading the demo data starts over', async () => {
  removeCluster(dataDir)
  await start().says('Loading the demo data…')
  await expect.poll(() => JSON.parse(etappi('counts', '--json').stdout).data?.length ?? 0).toBeGreaterThan(0)
  await up.killAll()
  await start().ready()
  expect(up.output).toContain('starting over')
  expect(JSON.parse(etappi('users', '--json').stdout).data).toHaveLength(demoAccounts.length)
  expect(await up.stop()).toBe(0)
})

test('--empty gives a link that makes the first administrator, once', async ({ page, context }) => {
  removeCluster(dataDir)
  await start(['--empty']).ready()
  expect(up.output).not.toContain('Loading the demo data')
  const link = /http:\S+secret=\S+/.exec(up.output)?.[0] ?? ''
  await page.goto(link)
  await page.getByLabel('Hyvinvointialueen nimi').fill('Koealue')
  await page.getByLabel('Sähköposti').fill('paakayttaja@koealue.example')
  await page.getByLabel('Salasana').fill('neljä tavallista sanaa peräkkäin')
  await page.getByRole('button', { name: 'Luo tunnus ja kirjaudu' }).click()
  await page.waitForURL((url) => url.pathname !== '/first-administrator')
  await context.clearCookies()
  await page.goto(link)
  await expect(page.getByText('Linkki on jo käytetty tai vanhentunut.')).toBeVisible()
  expect(await up.stop()).toBe(0)
  await start().ready()
  expect(up.output).toContain('Sign in with your own account.')
  expect(await up.stop()).toBe(0)
})

test('where APP_URL is not this machine the first start makes no demo accounts', async () => {
  if (fs.existsSync(dataDir)) removeCluster(dataDir)
  await start([], { APP_URL: 'https://etappi.example.fi' }).ready()
  expect(up.output).toContain('No demo data: APP_URL is not this machine.')
  expect(up.output).toMatch(/https:\/\/etappi\.example\.fi\S+secret=/)
  for (const { email } of demoAccounts) expect(up.output).not.toContain(email)
  expect(await up.stop()).toBe(0)
})
