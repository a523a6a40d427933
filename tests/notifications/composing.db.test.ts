import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { saveChoices } from '@/lib/notifications/choices/commands'
import { findChoices } from '@/lib/notifications/choices/queries'
import { tell } from '@/lib/notifications/commands'
import type { NotificationChoice, NotificationKind } from '@/lib/notifications/model'
import { setClock } from '@/lib/platform/clock'
import { disconnect } from '@/lib/platform/db'
import type { Locale } from '@/lib/platform/locales'
import { composeMails } from '@/lib/rounds/notices/commands'
import { tellOfDeadlines } from '@/lib/rounds/notices/deadlines/commands'
import { runDueWork } from '@/lib/rounds/schedule/commands'
import { returnReport, startReview, submitReport } from '@/lib/status-reports/commands'
import { fillReport, makeRound, type Round, reportOf } from '@/tests/support/builders/round'
import { withClient } from '../../scripts/database/open.mts'
import { testDatabase } from '../support/database'

const system = systemViewer('operator')
const canary = 'kanarialintu laulaa'
let round: Round

beforeAll(async () => {
  round = await makeRound()
})
afterEach(async () => {
  setClock(null)
  await clear()
})
afterAll(() => disconnect())

const clock = (text: string) => setClock(new Date(text))

type MailSeen = { subject: string; text: string; locale: string; email: string; userId: string }

/** Mails from behind the application, oldest first. */
async function mails(to?: Viewer): Promise<MailSeen[]> {
  const rows = await asViewer(system, (tx) =>
    tx.mail.findMany({
      where: to ? { userId: String(to.userId) } : {},
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { subject: true, text: true, locale: true, userId: true, user: { select: { email: true } } },
    }),
  )
  return rows.map(({ user, ...mail }) => ({ ...mail, email: user.email }))
}

const clear = () =>
  asViewer(system, async (tx) => {
    await tx.notification.deleteMany()
    await tx.mail.deleteMany()
    await tx.notificationSetting.deleteMany()
    await tx.user.updateMany({ data: { locale: 'fi', disabledAt: null } })
  })

const choose = (viewer: Viewer, kinds: Partial<Record<NotificationKind, NotificationChoice>>, locale: Locale = 'fi') =>
  saveChoices(viewer, {
    locale,
    kinds: Object.entries(kinds).map(([kind, choice]) => ({ kind: kind as NotificationKind, choice })),
  })

let happenings = 0
/** News to somebody, as a command would keep it. */
async function news(to: Viewer, kind: NotificationKind, report = true): Promise<void> {
  happenings += 1
  const reportId = report ? (await reportOf(round.unit.id, round.periodId)).id : undefined
  await asViewer(system, (tx) =>
    tell(system, tx, {
      kind,
      organisationId: String(to.organisationId),
      to: [String(to.userId)],
      happening: `test ${happenings}`,
      subject: { projectId: round.projectId, periodId: round.periodId, reportId },
    }),
  )
}

async function compose(): Promise<{ composed: number; skipped: number }> {
  const done = await composeMails(system)
  if (!done.ok) throw new Error(done.reason)
  return done.value
}

describe('who may not', () => {
  it('no person composes mails, tells of deadlines or runs the schedule', async () => {
    for (const person of [round.director, round.coordinator, round.otherCounty]) {
      expect(await composeMails(person)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
      expect(await tellOfDeadlines(person)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
      expect(await runDueWork(person)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    }
    expect(await mails()).toEqual([])
  })

  it('the product itself has no choices, and nobody reaches another person’s', async () => {
    expect(await choose(system, { comment: 'off' })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    await choose(round.otherCoordinator, { comment: 'soon' }, 'en')
    await choose(round.coordinator, { comment: 'off' }, 'sv')
    const own = async (viewer: Viewer) => {
      const { locale, kinds } = await findChoices(viewer)
      return [locale, kinds.find(({ kind }) => kind === 'comment')?.choice]
    }
    expect(await own(round.coordinator)).toEqual(['sv', 'off'])
    expect(await own(round.otherCoordinator)).toEqual(['en', 'soon'])
    // Behind the application: one county's scope sees no choice of another.
    const seen = await asViewer(round.otherCounty, (tx) => tx.notificationSetting.count())
    expect(seen).toBe(0)
  })

  it('kinds that a person cannot be told of are not kept for them', async () => {
    await choose(round.steering, { submitted: 'soon' })
    expect(await asViewer(system, (tx) => tx.notificationSetting.count())).toBe(0)
  })
})

describe('composing', () => {
  it('tells the writer of a returned report in Swedish, without a word of the report', async () => {
    clock('2025-10-10T09:00:00Z')
    const { id } = await reportOf(round.unit.id, round.periodId)
    await fillReport(round.coordinator, id, { 'results/text': canary })
    const step = async (act: typeof submitReport, viewer: Viewer) =>
      act(viewer, { reportId: id, version: (await reportOf(round.unit.id, round.periodId)).version })
    expect((await step(submitReport, round.coordinator)).ok).toBe(true)
    expect((await step(startReview, round.director)).ok).toBe(true)
    const { version } = await reportOf(round.unit.id, round.periodId)
    const back = await returnReport(round.director, { reportId: id, version, opens: ['results'], reason: canary })
    expect(back.ok).toBe(true)
    await choose(round.coordinator, {}, 'sv')

    expect(await compose()).toEqual({ composed: 0, skipped: 1 }) // the director need not review it any more
    clock('2025-10-10T09:10:00Z')
    expect(await compose()).toEqual({ composed: 1, skipped: 0 })
    const [mail, ...others] = await mails()
    expect(others).toEqual([])
    expect(mail).toMatchObject({ userId: round.coordinator.userId, locale: 'sv' })
    expect(mail?.subject).toBe('Etappi: Din rapport återsändes för komplettering')
    expect(mail?.text).toContain('Työpaketti TP1, Q3/2025')
    expect(mail?.text).toContain(`/projects/${round.projectKey}/rounds/2025-Q3/${round.unit.id}/edit`)
    expect(mail?.text).toContain('/settings')
    expect(mail?.text).not.toContain(canary)
    expect(mail?.text).not.toMatch(/@/)
    // Positive control: the canary is in the report and in the reason of the return.
    expect(JSON.stringify(await reportOf(round.unit.id, round.periodId)).split(canary)).toHaveLength(3)
    expect(await compose()).toEqual({ composed: 0, skipped: 0 })
  })

  it('gathers: the first news waits for ten minutes and takes everything along, also what was meant for the morning', async () => {
    clock('2025-10-10T09:00:00Z')
    await news(round.coordinator, 'mention')
    clock('2025-10-10T09:06:00Z')
    await news(round.coordinator, 'returned', false)
    await news(round.coordinator, 'comment') // daily by itself
    clock('2025-10-10T09:09:59Z')
    expect(await compose()).toEqual({ composed: 0, skipped: 0 })
    clock('2025-10-10T09:10:00Z')
    expect(await compose()).toEqual({ composed: 1, skipped: 0 })
    expect((await mails(round.coordinator)).map(({ subject }) => subject)).toEqual(['Etappi: 3 ilmoitusta'])
  })

  it('once a day at seven, for those who chose so', async () => {
    await choose(round.coordinator, { mention: 'daily' }, 'en')
    clock('2025-10-10T09:00:00Z')
    await news(round.coordinator, 'mention')
    clock('2025-10-11T03:59:00Z')
    expect((await compose()).composed).toBe(0)
    clock('2025-10-11T04:00:00Z')
    expect((await compose()).composed).toBe(1)
    expect((await mails())[0]?.subject).toBe('Etappi: You were mentioned in a comment')
  })

  it('what a person does not want is kept and marked, but goes into no mail', async () => {
    await choose(round.coordinator, { mention: 'off' })
    clock('2025-10-10T09:00:00Z')
    await news(round.coordinator, 'mention')
    await news(round.otherCoordinator, 'mention')
    clock('2025-10-10T10:00:00Z')
    expect(await compose()).toEqual({ composed: 1, skipped: 1 })
    expect((await mails()).map(({ userId }) => userId)).toEqual([round.otherCoordinator.userId])
    const marked = await asViewer(system, (tx) => tx.notification.findMany({ where: { skippedAt: { not: null } } }))
    expect(marked.map(({ userId, mailId }) => [userId, mailId])).toEqual([[round.coordinator.userId, null]])
  })

  it('nobody is told of a project that they may not see any more, nor after they were shut out', async () => {
    clock('2025-10-10T09:00:00Z')
    await news(round.coordinator, 'mention')
    await news(round.otherCoordinator, 'mention')
    const held = await asViewer(system, async (tx) => {
      await tx.user.update({ where: { id: String(round.otherCoordinator.userId) }, data: { disabledAt: new Date() } })
      const rows = await tx.membership.findMany({ where: { userId: String(round.coordinator.userId) } })
      await tx.membership.deleteMany({ where: { userId: String(round.coordinator.userId) } })
      return rows
    })
    clock('2025-10-10T10:00:00Z')
    expect(await compose()).toEqual({ composed: 0, skipped: 2 })
    expect(await mails()).toEqual([])
    await asViewer(system, (tx) => tx.membership.createMany({ data: held }))
  })

  it('two composers at once write one mail', async () => {
    clock('2025-10-10T09:00:00Z')
    await news(round.coordinator, 'mention')
    await news(round.director, 'mention')
    clock('2025-10-10T10:00:00Z')
    const done = await Promise.all([compose(), compose(), compose()])
    expect(done.reduce((sum, { composed }) => sum + composed, 0)).toBe(2)
    expect(await mails()).toHaveLength(2)
  })

  it('mail and mark stand or fall together: when the mark cannot be written there is no mail', async () => {
    clock('2025-10-10T09:00:00Z')
    await news(round.coordinator, 'mention')
    clock('2025-10-10T10:00:00Z')
    const behind = (statement: string) => withClient(testDatabase().ownerUrl, (client) => client.query(statement))
    await behind(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no mark'; END $$`)
    await behind(`CREATE TRIGGER refuse BEFORE UPDATE ON "Notification" FOR EACH ROW EXECUTE FUNCTION refuse()`)
    await expect(composeMails(system)).rejects.toThrow(/no mark/)
    await behind(`DROP TRIGGER refuse ON "Notification"`)
    expect(await mails()).toEqual([])
    expect((await compose()).composed).toBe(1)
  })
})

describe('deadlines', () => {
  const told = async () => {
    const done = await tellOfDeadlines(system)
    return done.ok ? done.value.told : done.reason
  }
  const kinds = async (viewer: Viewer) => {
    const rows = await asViewer(system, (tx) =>
      tx.notification.findMany({ where: { userId: String(viewer.userId) }, orderBy: { createdAt: 'asc' } }),
    )
    return rows.map(({ kind }) => kind)
  }

  it('are told a week before, the day before, and when late once a week; each once', async () => {
    clock('2025-10-07T20:59:00Z') // 23.59 on 7 October
    expect(await told()).toBe(0)
    clock('2025-10-07T21:00:00Z') // 8 October in Helsinki
    expect(await told()).toBe(2)
    expect(await told()).toBe(0)
    clock('2025-10-14T06:00:00Z')
    expect(await told()).toBe(2)
    clock('2025-10-15T06:00:00Z')
    expect(await told()).toBe(0)
    clock('2025-10-16T06:00:00Z')
    expect(await told()).toBe(3) // two writers, and the director once for both reports
    clock('2025-10-22T06:00:00Z')
    expect(await told()).toBe(0)
    clock('2025-10-23T06:00:00Z')
    expect(await told()).toBe(3)
    expect(await kinds(round.coordinator)).toEqual(['due_in_7_days', 'due_tomorrow', 'late', 'late'])
    expect(await kinds(round.director)).toEqual(['late', 'late'])
    await compose()
    const [toDirector] = await mails(round.director)
    expect(toDirector?.text).toContain('– 2 raporttia on myöhässä.\n  Q3/2025\n')
    expect(toDirector?.text).toContain(`/projects/${round.projectKey}/rounds/2025-Q3?state=late`)
    // What was noticed on several days is the same by now, and is said once.
    const toWriter = (await mails(round.coordinator))[0]
    expect(toWriter?.subject).toBe('Etappi: Raporttisi on myöhässä, määräpäivä oli 15.10.2025')
  })

  it('follow the unit’s own day', async () => {
    const own = { periodId: round.periodId, workPackageId: round.otherUnit.id }
    await asViewer(system, (tx) =>
      tx.periodException.create({
        data: {
          ...own,
          organisationId: round.organisationId,
          dueOn: new Date('2025-11-05'),
          allowedBy: 'Johtaja',
          reason: 'Loma',
        },
      }),
    )
    clock('2025-11-04T08:00:00Z')
    await told()
    expect(await kinds(round.otherCoordinator)).toEqual(['due_tomorrow'])
    expect(await kinds(round.coordinator)).toEqual(['late'])
    clock('2025-11-04T09:00:00Z')
    await compose()
    expect((await mails(round.otherCoordinator))[0]?.subject).toBe(
      'Etappi: Raporttisi määräpäivä on huomenna 5.11.2025',
    )
    expect((await mails(round.director))[0]?.text).toContain('– 1 raportti on myöhässä.')
    await asViewer(system, (tx) => tx.periodException.delete({ where: { periodId_workPackageId: own } }))
  })

  it('are not told when the period has closed or is not open', async () => {
    clock('2025-10-20T08:00:00Z')
    const change = (data: { closesOn?: Date | null; state?: 'planned' | 'open' }) =>
      asViewer(system, (tx) => tx.reportingPeriod.update({ where: { id: round.periodId }, data }))
    await change({ closesOn: new Date('2025-10-19') })
    expect(await told()).toBe(0)
    await change({ closesOn: new Date('2025-10-20'), state: 'planned' })
    expect(await told()).toBe(0)
    await change({ state: 'open' })
    expect(await told()).toBe(3)
    await change({ closesOn: null })
  })
})

describe('the schedule', () => {
  const run = async (stopped?: () => boolean) => {
    const done = await runDueWork(system, stopped)
    if (!done.ok) throw new Error(done.reason)
    return done.value
  }

  it('does everything, and doing it again does nothing', async () => {
    clock('2025-10-16T06:00:00Z')
    const first = await run()
    expect(first).toMatchObject({ told: 3, composed: 0, sent: 0, broken: [] })
    clock('2025-10-16T06:10:00Z')
    expect(await run()).toMatchObject({ told: 0, composed: 3, waiting: 3, broken: [] })
    expect(await run()).toMatchObject({ told: 0, composed: 0, skipped: 0, waiting: 3, broken: [] })
  })

  it('several at once do it once', async () => {
    clock('2025-10-16T06:00:00Z')
    const done = await Promise.all([run(), run(), run()])
    expect(done.flatMap(({ broken }) => broken)).toEqual([])
    expect(done.reduce((sum, { told }) => sum + told, 0)).toBe(3)
    expect(await asViewer(system, (tx) => tx.notification.count())).toBe(3)
  })

  it('begins nothing once it has been asked to stop', async () => {
    clock('2025-10-16T06:00:00Z')
    expect(await run(() => true)).toMatchObject({ told: 0, composed: 0 })
    expect(await asViewer(system, (tx) => tx.notification.count())).toBe(0)
  })

  it('forgets what is old, and nothing else', async () => {
    const own = { organisationId: round.organisationId, userId: String(round.coordinator.userId) }
    const { id: reportId } = await reportOf(round.unit.id, round.periodId)
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)
    await asViewer(system, async (tx) => {
      await tx.idempotencyKey.createMany({
        data: [
          { ...own, key: 'old', createdAt: ago(7 * 24 + 1) },
          { ...own, key: 'new', createdAt: ago(7 * 24 - 1) },
        ],
      })
      const tab = (last: string) => `00000000-0000-7000-8000-00000000000${last}`
      await tx.presence.createMany({
        data: [
          { ...own, reportId, tab: tab('1'), seenAt: ago(2) },
          { ...own, reportId, tab: tab('2'), seenAt: ago(0) },
        ],
      })
      await tx.rateLimit.createMany({
        data: [
          { key: 'old', hits: 1, resetsAt: ago(2) },
          { key: 'new', hits: 1, resetsAt: ago(-1) },
        ],
      })
    })
    expect((await run()).forgotten).toBe(3)
    const left = await asViewer(system, async (tx) => [
      await tx.idempotencyKey.findMany({ select: { key: true } }),
      await tx.presence.count(),
      await tx.rateLimit.findMany({ select: { key: true } }),
    ])
    expect(left).toEqual([[{ key: 'new' }], 1, [{ key: 'new' }]])
  })
})
