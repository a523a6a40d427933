import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { retryMail } from '@/lib/notifications/mails/commands'
import { findMail, listMails } from '@/lib/notifications/mails/queries'
import { countWaiting, sendDueMails } from '@/lib/notifications/queue/commands'
import { setClock } from '@/lib/platform/clock'
import { disconnect } from '@/lib/platform/db'
import { deliver } from '@/lib/platform/mail'
import {
  type Account,
  inCounty,
  inProject,
  makeAccount,
  makeCounty,
  viewerWith,
} from '@/tests/support/builders/accounts'
import { startSmtpStandIn } from '@/tests/support/smtp-stand-in'

// The settings are read once, before the first look into the database.
const smtp = await startSmtpStandIn(20)
process.env.MAIL_SMTP_URL = `smtp://127.0.0.1:${smtp.port}`
process.env.MAIL_FROM = 'Etappi <etappi@example.fi>'
const system = systemViewer('operator')
const everything = { state: '', to: '', page: 1 } as const

let receiver: Account
let admin: Viewer
let coordinator: Viewer
let otherAdmin: Viewer

beforeAll(async () => {
  const county = await makeCounty()
  const other = await makeCounty()
  const project = county.projects[0]?.id ?? ''
  receiver = await makeAccount(county, [inProject('coordinator', project)], { secret: false })
  const person = async (place: typeof county, held: Parameters<typeof viewerWith>[0]) => {
    const account = await makeAccount(place, held, { secret: false })
    return viewerWith(held, { userId: account.id, organisationId: place.organisationId })
  }
  admin = await person(county, [inCounty('admin')])
  coordinator = await person(county, [inProject('coordinator', project)])
  otherAdmin = await person(other, [inCounty('admin')])
})
beforeEach(async () => {
  smtp.received.length = 0
  smtp.behave()
  await asViewer(system, async (tx) => {
    await tx.mail.deleteMany()
    await tx.user.updateMany({ data: { disabledAt: null } })
  })
})
afterEach(() => setClock(null))
afterAll(async () => {
  await smtp.stop()
  await disconnect()
})

type Given = {
  subject?: string
  nextAttemptAt?: Date
  state?: 'waiting' | 'sending' | 'failed'
  leasedUntil?: Date
  attempts?: number
}

async function put(given: Given = {}, count = 1): Promise<string[]> {
  const rows = await asViewer(system, (tx) =>
    tx.mail.createManyAndReturn({
      data: Array.from({ length: count }, (_, index) => ({
        organisationId: receiver.organisationId,
        userId: receiver.id,
        locale: 'fi',
        subject: `Etappi: viesti ${index + 1}`,
        text: 'Hei!\n\nTyöpaketti – ääkkösiä ja €.\n',
        ...given,
      })),
      select: { id: true },
    }),
  )
  return rows.map(({ id }) => id)
}

const look = (id: string | undefined) =>
  asViewer(system, (tx) => tx.mail.findUniqueOrThrow({ where: { id: String(id) } }))

describe('who may not', () => {
  it('only the county’s own administrator sees the outbox, one mail of it, or puts one back', async () => {
    const [id = ''] = await put({ state: 'failed', attempts: 8 })
    expect(await listMails(coordinator, everything)).toBeNull()
    expect(await findMail(coordinator, id)).toBeNull()
    expect(await retryMail(coordinator, { mailId: id })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await listMails(otherAdmin, everything)).toMatchObject({ mails: [], all: 0, counts: { failed: 0 } })
    expect(await findMail(otherAdmin, id)).toBeNull()
    expect(await retryMail(otherAdmin, { mailId: id })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await look(id)).toMatchObject({ state: 'failed', attempts: 8 })
    const page = await listMails(admin, everything)
    expect(page?.mails.map((mail) => [mail.id, mail.to, mail.state])).toEqual([[id, receiver.email, 'failed']])
  })
})

describe('sending', () => {
  it('hands a mail over once, as it was written, with an id made of its row', async () => {
    const [id] = await put()
    expect(await sendDueMails(system)).toEqual({ sent: 1, failed: 0, retrying: 0 })
    expect(await sendDueMails(system)).toEqual({ sent: 0, failed: 0, retrying: 0 })
    const [mail, ...others] = smtp.received
    expect(others).toEqual([])
    expect(mail).toMatchObject({ from: 'etappi@example.fi', to: receiver.email, messageId: `<${id}@example.fi>` })
    expect(mail?.body.replaceAll('\r\n', '\n').trim()).toBe('Hei!\n\nTyöpaketti – ääkkösiä ja €.')
    expect(mail?.head).toMatch(/^Auto-Submitted: auto-generated/im)
    expect(mail?.head).toMatch(/^Content-Type: text\/plain/im)
    expect(await look(id)).toMatchObject({ state: 'sent', attempts: 1, leasedUntil: null, lastError: null })
    expect((await look(id)).sentAt).toBeInstanceOf(Date)
  })

  it('several senders at once send each mail once', async () => {
    const ids = await put({}, 40)
    const done = await Promise.all([sendDueMails(system), sendDueMails(system), sendDueMails(system)])
    expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBe(40)
    // The work was shared, so the senders really met.
    expect(done.filter(({ sent }) => sent > 0).length).toBeGreaterThan(1)
    const counted = Map.groupBy(smtp.received, ({ messageId }) => messageId)
    expect([...counted.keys()].sort()).toEqual(ids.map((id) => `<${id}@example.fi>`).sort())
    expect(smtp.received).toHaveLength(40)
  })

  it('the stand-in would count a mail sent twice', async () => {
    const letter = { id: 'a', to: receiver.email, subject: 'x', text: 'y', locale: 'fi' } as const
    expect([await deliver(letter), await deliver(letter)]).toEqual([{ ok: true }, { ok: true }])
    expect(smtp.received.map(({ messageId }) => messageId)).toEqual(['<a@example.fi>', '<a@example.fi>'])
  })

  it('steps over a mail that somebody else is just taking instead of waiting for it', async () => {
    const [first, second] = await put({}, 2)
    await asViewer(system, async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Mail" WHERE id = ${first}::uuid FOR UPDATE`
      const begun = Date.now()
      // Another transaction: this one's scope is not the sender's.
      expect(await sendDueMails(systemViewer('operator', receiver.organisationId))).toMatchObject({ sent: 1 })
      expect(Date.now() - begun).toBeLessThan(5000)
    })
    expect([(await look(first)).state, (await look(second)).state]).toEqual(['waiting', 'sent'])
  })

  it('one county’s sender takes no other county’s mail', async () => {
    const [id] = await put()
    expect(await sendDueMails(systemViewer('schedule', String(otherAdmin.organisationId)))).toMatchObject({ sent: 0 })
    expect((await look(id)).state).toBe('waiting')
    expect(await countWaiting(system)).toBe(1)
  })
})

describe('when it does not go', () => {
  it('tries again after growing pauses and gives up after the eighth attempt', async () => {
    const start = Date.parse('2026-01-15T10:00:00Z')
    setClock(new Date(start))
    const [id] = await put({ nextAttemptAt: new Date(start) })
    smtp.behave(...Array.from({ length: 8 }, () => 'later' as const))
    const pauses: number[] = []
    for (let at = start; ; ) {
      setClock(new Date(at))
      const { retrying, failed } = await sendDueMails(system)
      if (failed === 1) break
      expect(retrying).toBe(1)
      const { nextAttemptAt, lastError } = await look(id)
      expect(lastError).toContain('451')
      pauses.push((nextAttemptAt.getTime() - at) / 60_000)
      setClock(new Date(nextAttemptAt.getTime() - 1000))
      expect(await sendDueMails(system)).toEqual({ sent: 0, failed: 0, retrying: 0 })
      at = nextAttemptAt.getTime()
    }
    expect(pauses).toEqual([1, 5, 15, 60, 180, 360, 720])
    expect(await look(id)).toMatchObject({ state: 'failed', attempts: 8, sentAt: null })
    expect(smtp.received).toEqual([])
  })

  it('put back by the administrator, it goes; the act is recorded, and a second time there is nothing to put back', async () => {
    const [id = ''] = await put({ state: 'failed', attempts: 8 })
    expect(await retryMail(admin, { mailId: id })).toEqual({ ok: true, value: null })
    expect(await retryMail(admin, { mailId: id })).toEqual({ ok: false, reason: 'NOT_FAILED' })
    const rows = await asViewer(system, (tx) => tx.auditEvent.findMany({ where: { action: 'mail.retried' } }))
    expect(rows.map((row) => [row.subjectId, row.actorId, row.right])).toEqual([[id, admin.userId, 'admin']])
    expect(await sendDueMails(system)).toMatchObject({ sent: 1 })
    expect(await retryMail(admin, { mailId: id })).toEqual({ ok: false, reason: 'NOT_FAILED' })
    expect(await look(id)).toMatchObject({ state: 'sent', attempts: 1 })
  })

  it('gives up at once on a receiver that does not exist, but not on a refused sender', async () => {
    const [gone] = await put()
    smtp.behave('unknown-receiver')
    expect(await sendDueMails(system)).toEqual({ sent: 0, failed: 1, retrying: 0 })
    expect(await look(gone)).toMatchObject({ state: 'failed', attempts: 1 })
    const [later] = await put()
    smtp.behave('refused-sender')
    expect(await sendDueMails(system)).toEqual({ sent: 0, failed: 0, retrying: 1 })
    expect(await look(later)).toMatchObject({ state: 'waiting', attempts: 1 })
  })

  it('a lost answer leads to another attempt with the same Message-ID', async () => {
    const [id] = await put()
    smtp.behave('take-and-hang-up')
    expect(await sendDueMails(system)).toEqual({ sent: 0, failed: 0, retrying: 1 })
    setClock(new Date(Date.now() + 61_000))
    expect(await sendDueMails(system)).toMatchObject({ sent: 1 })
    expect(smtp.received.map(({ messageId }) => messageId)).toEqual([`<${id}@example.fi>`, `<${id}@example.fi>`])
  })

  it('a mail whose sender died is taken up again only when its minutes are over', async () => {
    const [id] = await put({ state: 'sending', attempts: 1, leasedUntil: new Date(Date.now() + 60_000) })
    expect(await sendDueMails(system)).toMatchObject({ sent: 0 })
    setClock(new Date(Date.now() + 61_000))
    expect(await sendDueMails(system)).toMatchObject({ sent: 1 })
    expect(await look(id)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('nothing goes to somebody who has been shut out, nor what has waited for days', async () => {
    const [old] = await put({ nextAttemptAt: new Date(Date.now() - 73 * 3_600_000) })
    expect(await sendDueMails(system)).toMatchObject({ failed: 1 })
    expect(await look(old)).toMatchObject({ state: 'failed', lastError: 'TOO_OLD' })
    const [id] = await put()
    await asViewer(system, (tx) => tx.user.update({ where: { id: receiver.id }, data: { disabledAt: new Date() } }))
    expect(await sendDueMails(system)).toMatchObject({ failed: 1 })
    expect(await look(id)).toMatchObject({ state: 'failed', lastError: 'RECEIVER_GONE' })
    expect(smtp.received).toEqual([])
  })

  it('a server that asks to stop begins no further mail', async () => {
    await put({}, 3)
    expect(await sendDueMails(system, () => smtp.received.length > 0)).toMatchObject({ sent: 1 })
    expect(await countWaiting(system)).toBe(2)
  })
})

describe('the outbox', () => {
  it('shows pages and filters, and how many there are of each state', async () => {
    await put({}, 60)
    await put({ state: 'failed' }, 2)
    const first = await listMails(admin, everything)
    expect([first?.mails.length, first?.all, first?.counts.waiting, first?.counts.failed]).toEqual([50, 62, 60, 2])
    expect((await listMails(admin, { ...everything, page: 2 }))?.mails).toHaveLength(12)
    expect((await listMails(admin, { ...everything, state: 'failed' }))?.all).toBe(2)
    expect((await listMails(admin, { ...everything, to: receiver.email.toUpperCase().slice(0, 8) }))?.all).toBe(62)
    expect((await listMails(admin, { ...everything, to: 'nobody' }))?.all).toBe(0)
  })
})
