import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { runDueWork } from '@/lib/rounds/schedule/commands'
import { useDemoCopy } from '../seed/demo-copy'

const system = systemViewer('schedule')
let letGo: () => Promise<void>

beforeAll(async () => {
  letGo = await useDemoCopy()
}, 120_000)
afterAll(async () => {
  setClock(null)
  await letGo()
})

const pending = () => asViewer(system, (tx) => tx.notification.count({ where: { mailId: null, skippedAt: null } }))

describe('the demo', () => {
  it('begins without a flood: its people have known its past for long', async () => {
    expect(await pending()).toBe(0)
    expect(await asViewer(system, (tx) => tx.notification.count())).toBeGreaterThan(20)
    expect(await asViewer(system, (tx) => tx.mail.count())).toBe(0)
  })

  it('then tells each person once of everything that is late, and not one word of what has been written', async () => {
    setClock(new Date('2026-11-23T08:00:00Z'))
    await runDueWork(system)
    setClock(new Date('2026-11-23T08:10:00Z'))
    const done = await runDueWork(system)
    expect(done).toMatchObject({ ok: true, value: { broken: [] } })
    const { mails, written, people } = await asViewer(system, async (tx) => ({
      mails: await tx.mail.findMany({ select: { text: true, subject: true, user: { select: { email: true } } } }),
      written: await tx.statusReportEntry.findMany({ select: { text: true } }),
      people: await tx.user.findMany({ select: { email: true, name: true } }),
    }))
    expect(mails.map(({ user }) => user.email).sort()).toEqual([
      'johtaja@kainuu.example',
      'koordinaattori1@kainuu.example',
      'koordinaattori2@kainuu.example',
      'koordinaattori3@kainuu.example',
      'koordinaattori4@kainuu.example',
    ])
    const everything = mails.map(({ subject, text }) => `${subject}\n${text}`).join('\n')
    expect(everything).toContain('raporttia on myöhässä')
    const long = written.map(({ text }) => text.trim()).filter((text) => text.length > 20)
    expect(long.length).toBeGreaterThan(100)
    expect(long.filter((text) => everything.includes(text))).toEqual([])
    expect(people.filter(({ email }) => everything.includes(email))).toEqual([])
    expect(everything).not.toContain('Koordinaattori')
    expect(await pending()).toBe(0)
  })
})
