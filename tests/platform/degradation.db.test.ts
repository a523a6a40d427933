// Everything outside hangs at once: the mail server, the provider of sign-in and the statistics take a connection and never
// answer. People go on; what waits for them goes when they are back.
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '@/lib/access/commands'
import { startFlow } from '@/lib/access/oidc/begin'
import { signInActor } from '@/lib/access/queries'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { readHealth } from '@/lib/health/queries'
import { sendDueMails } from '@/lib/notifications/queue/commands'
import { now, setClock } from '@/lib/platform/clock'
import { disconnect } from '@/lib/platform/db'
import { follow } from '@/lib/statistics/following/commands'
import { refreshFollowed } from '@/lib/statistics/refreshing/commands'
import { submitReport } from '@/lib/status-reports/commands'
import { makeAccount, password } from '../support/builders/accounts'
import { fillReport, makePersonIn, makeRound, type Round, reportOf } from '../support/builders/round'
import { startSmtpStandIn } from '../support/smtp-stand-in'

/** Takes connections and says nothing. */
async function startSilence(): Promise<{ port: number; connections: number; stop(): Promise<void> }> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    silence.connections += 1
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const silence = {
    port: (server.address() as net.AddressInfo).port,
    connections: 0,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return silence
}

const [mail, provider, statistics] = [await startSilence(), await startSilence(), await startSilence()]
Object.assign(process.env, {
  MAIL_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
  MAIL_FROM: 'Etappi <etappi@example.fi>',
  STATISTICS: 'sotkanet',
  SOTKANET_URL: `http://127.0.0.1:${statistics.port}`,
})
const system = systemViewer('operator')
const pending: Promise<unknown>[] = []
let round: Round

/** What is outside is asked meanwhile, and has not answered when the work is done. */
async function meanwhile<T>(asked: Promise<unknown>, work: () => Promise<T>): Promise<T> {
  let isAnswered = false
  pending.push(asked.finally(() => (isAnswered = true)).catch(() => {}))
  const done = await work()
  expect(isAnswered).toBe(false)
  return done
}

const mails = () => asViewer(system, (tx) => tx.mail.findMany({ select: { id: true, state: true, attempts: true } }))

beforeAll(async () => {
  round = await makeRound()
})
afterAll(async () => {
  setClock(null)
  for (const one of [mail, provider, statistics]) await one.stop()
  await Promise.all(pending)
  await disconnect()
})

describe('while everything outside hangs', { timeout: 60_000 }, () => {
  it('mails wait and people go on; they go when the mail server is back', async () => {
    const { organisationId, coordinator, unit, periodId } = round
    const { id: reportId } = await reportOf(unit.id, periodId)
    await fillReport(coordinator, reportId)
    const userId = String(coordinator.userId)
    const letter = { organisationId, userId, locale: 'fi', subject: 'Etappi: viesti', text: 'Hei!\n' }
    await asViewer(system, (tx) => tx.mail.create({ data: letter }))
    const sending = sendDueMails(system)
    await expect.poll(() => mail.connections).toBe(1)
    const { version } = await reportOf(unit.id, periodId)
    expect(await meanwhile(sending, () => submitReport(coordinator, { reportId, version }))).toMatchObject({ ok: true })
    expect(await mails()).toMatchObject([{ state: 'sending' }])

    const { port } = mail
    await mail.stop()
    expect(await sending).toEqual({ sent: 0, failed: 0, retrying: 1 })
    expect(await mails()).toMatchObject([{ state: 'waiting', attempts: 1 }])
    const admin = await makePersonIn(round, 'admin')
    expect(await readHealth(admin)).toMatchObject({ queue: { waiting: 1, failed: 0 } })

    const smtp = await startSmtpStandIn(0, port)
    setClock(new Date(now().getTime() + 2 * 60_000))
    expect(await sendDueMails(system)).toEqual({ sent: 1, failed: 0, retrying: 0 })
    expect(smtp.received).toHaveLength(1)
    setClock(null)
    await smtp.stop()
  })

  it('passwords let in while the provider is waited for, and who went to the provider is told that it is away', async () => {
    const account = await makeAccount(round)
    const issuer = `http://127.0.0.1:${provider.port}`
    const settings = {
      issuer,
      clientId: 'etappi',
      clientSecret: 'salaisuus',
      label: 'Tunnistus',
      roleClaim: 'roles',
      roles: [],
      ...{ askedAcr: [], demandedAcr: [], demandedAmr: [], rsaBits: 2048 },
    }
    const going = startFlow(settings, new URLSearchParams(), null)
    await expect.poll(() => provider.connections).toBeGreaterThan(0)
    const from = { address: '192.0.2.7', userAgent: null }
    const entering = () => signIn(signInActor(), { email: account.email, password }, from)
    expect(await meanwhile(going, entering)).toMatchObject({ ok: true })
    const { to, keep } = await going
    expect(keep).toBeNull()
    expect(new URL(to, 'http://etappi.example').searchParams.get('provider')).toBe('AWAY')
  })

  it('what is read of statistics is read while a service is asked', async () => {
    await asViewer(system, (tx) =>
      tx.statisticsCatalogueEntry.create({
        data: { service: 'sotkanet', code: '9001', titleFi: 'Käynnit', retrievedAt: new Date() },
      }),
    )
    const chosen = { indicatorId: round.unit.shareId, service: 'sotkanet' as const, code: '9001', choices: {} }
    expect(await follow(round.director, chosen)).toMatchObject({ ok: true })
    const refreshing = refreshFollowed(systemViewer('schedule'), { pause: 0 })
    await expect.poll(() => statistics.connections).toBeGreaterThan(0)
    const seen = await meanwhile(refreshing, () => reportOf(round.unit.id, round.periodId))
    expect(seen.state).toBe('submitted')
  })
})
