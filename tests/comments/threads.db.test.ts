import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { longestComment } from '@/lib/comments/model'
import { submitReport } from '@/lib/status-reports/commands'
import { commentOnReport, moveReportThread, replyToComment } from '@/lib/status-reports/comments/commands'
import { findReportComments, listCommentsForViewer, openThreadsByUnit } from '@/lib/status-reports/comments/queries'
import { replySchema, startThreadSchema } from '@/lib/status-reports/comments/schema'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
let reportId: string
const plain = { mentions: [] as string[], visibility: 'internal' as const }
const id = (viewer: Viewer) => String(viewer.userId)
const begin = (viewer: Viewer, text: string, more: Partial<Parameters<typeof commentOnReport>[1]> = {}) =>
  commentOnReport(viewer, { ...plain, reportId, path: 'results/text', text, ...more })

/** A thread that the director has begun. */
async function thread(text: string, more: Parameters<typeof begin>[2] = {}): Promise<string> {
  const made = await begin(round.director, text, more)
  if (!made.ok) throw new Error(made.reason)
  return made.value.threadId
}

const rows = () => asViewer(round.system, (tx) => tx.comment.count({ where: { thread: { reportId } } }))

const told = (threadId: string) =>
  asViewer(round.system, (tx) =>
    tx.notification.findMany({
      where: { threadId },
      orderBy: { createdAt: 'asc' },
      select: { userId: true, kind: true },
    }),
  )

beforeAll(async () => {
  round = await makeRound()
  reportId = (await reportOf(round.unit.id, round.periodId)).id
})

describe('who may not comment', () => {
  it.each([
    ['steering', 'NOT_FOUND'],
    ['auditor', 'NOT_FOUND'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s: the report and its comments do not exist', async (role, reason) => {
    const threadId = await thread('Mukana?')
    const before = await rows()
    const viewer = round[role]
    expect(await begin(viewer, 'x')).toEqual({ ok: false, reason })
    expect(await replyToComment(viewer, { threadId, text: 'x', mentions: [] })).toEqual({ ok: false, reason })
    for (const step of ['resolve', 'reopen', 'show', 'hide'] as const) {
      expect(await moveReportThread(viewer, { threadId, step })).toEqual({ ok: false, reason })
    }
    expect((await findReportComments(viewer, reportId)).threads).toEqual([])
    expect(await openThreadsByUnit(viewer, round.periodId)).toEqual(new Map())
    expect(await listCommentsForViewer(viewer)).toEqual([])
    expect(await rows()).toBe(before)
  })

  it('the product itself: comments are written by people', async () => {
    expect(await begin(round.system, 'x')).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
  })

  it('only a reviewer decides what the steering group reads', async () => {
    const threadId = await thread('Ohjausryhmälle?')
    for (const viewer of [round.coordinator, round.otherCoordinator, round.finance]) {
      expect(await begin(viewer, 'x', { visibility: 'steering' })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
      expect(await moveReportThread(viewer, { threadId, step: 'show' })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    }
    const { threads } = await findReportComments(round.director, reportId)
    expect(threads.every(({ visibility }) => visibility === 'internal')).toBe(true)
  })

  it.each([
    ['nothing of the kind', 'results/everything'],
    ['no section', 'finance'],
    ['an action nobody knows', 'actions/0197a000-0000-7000-8000-000000000001/text'],
    ['one action as a whole', 'actions/0197a000-0000-7000-8000-000000000001'],
    ['an action that was not carried over', 'actions/no-7/text'],
  ])('nobody comments on %s', async (_what, path) => {
    expect(await begin(round.director, 'x', { path })).toEqual({ ok: false, reason: 'UNKNOWN_PLACE' })
  })

  it("nobody comments on another unit's action", async () => {
    const others = await reportOf(round.otherUnit.id, round.periodId)
    const path = others.entries.find((entry) => entry.path.startsWith('actions/'))?.path ?? ''
    expect(path).not.toBe('')
    expect(await begin(round.director, 'x', { path })).toEqual({ ok: false, reason: 'UNKNOWN_PLACE' })
  })

  it.each(['steering', 'auditor', 'otherCounty'] as const)(
    'nobody names %s, who may not see the report, and nothing is kept',
    async (role) => {
      const before = await rows()
      const mentions = [id(round.coordinator), id(round[role])]
      const refused = { ok: false, reason: 'CANNOT_READ', fields: { mentions: 'comments.error.cannotRead' } }
      expect(await begin(round.director, 'x', { mentions })).toEqual(refused)
      const threadId = await thread('Nimetään')
      expect(await replyToComment(round.director, { threadId, text: 'x', mentions })).toEqual(refused)
      expect(await rows()).toBe(before + 1)
      expect((await told(threadId)).filter(({ kind }) => kind === 'mention')).toEqual([])
    },
  )

  it('nobody names a person who has been shut out', async () => {
    await asViewer(round.system, (tx) =>
      tx.user.update({ where: { id: id(round.finance) }, data: { disabledAt: new Date() } }),
    )
    expect(await begin(round.director, 'x', { mentions: [id(round.finance)] })).toMatchObject({ reason: 'CANNOT_READ' })
    const { people } = await findReportComments(round.director, reportId)
    expect(people.map((person) => person.id)).not.toContain(id(round.finance))
    await asViewer(round.system, (tx) =>
      tx.user.update({ where: { id: id(round.finance) }, data: { disabledAt: null } }),
    )
  })
})

describe('a thread', () => {
  it('is begun, answered, resolved and reopened, and keeps who did it and when', async () => {
    const threadId = await thread('Montako yksikköä on mukana?')
    const answer = await replyToComment(round.coordinator, { threadId, text: 'Kaksitoista.', mentions: [] })
    expect(answer.ok).toBe(true)
    expect(await moveReportThread(round.coordinator, { threadId, step: 'resolve' })).toMatchObject({ ok: true })
    expect(await moveReportThread(round.director, { threadId, step: 'reopen' })).toMatchObject({ ok: true })
    const { threads } = await findReportComments(round.otherCoordinator, reportId)
    expect(threads.find((one) => one.id === threadId)).toMatchObject({
      path: 'results/text',
      visibility: 'internal',
      resolved: false,
      comments: [
        { by: round.director.name, text: 'Montako yksikköä on mukana?', own: false },
        { by: round.coordinator.name, text: 'Kaksitoista.', own: false },
      ],
      steps: [
        { type: 'resolve', by: round.coordinator.name },
        { type: 'reopen', by: round.director.name },
      ],
    })
  })

  it('stands also on a section and on a report that is closed for writing', async () => {
    const fresh = await makeRound()
    const report = await reportOf(fresh.unit.id, fresh.periodId)
    await fillReport(fresh.coordinator, report.id)
    const sent = await submitReport(fresh.coordinator, { reportId: report.id, version: report.version })
    expect(sent.ok).toBe(true)
    const input = { ...plain, reportId: report.id, path: 'indicators', text: 'Koko osio' }
    expect(await commentOnReport(fresh.coordinator, input)).toMatchObject({ ok: true })
    expect(await reportOf(fresh.unit.id, fresh.periodId)).toMatchObject({
      state: 'submitted',
      version: report.version + 1,
    })
  })

  it('leaves its audit rows, which tell everything but the text', async () => {
    const threadId = await thread('SALAINEN SANA', { mentions: [id(round.coordinator)] })
    await moveReportThread(round.director, { threadId, step: 'show' })
    await moveReportThread(round.director, { threadId, step: 'hide' })
    await moveReportThread(round.director, { threadId, step: 'resolve' })
    const audit = await asViewer(round.system, (tx) =>
      tx.auditEvent.findMany({ where: { subjectId: threadId }, orderBy: { id: 'asc' } }),
    )
    expect(audit.map(({ action, right, actorId }) => [action, right, actorId])).toEqual([
      ['comment.added', 'director', round.director.userId],
      ['comment.shown', 'director', round.director.userId],
      ['comment.hidden', 'director', round.director.userId],
      ['comment.resolved', 'director', round.director.userId],
    ])
    expect(JSON.stringify(audit)).not.toContain('SALAINEN')
    expect(audit[0]?.data).toMatchObject({ reportId, named: 1 })
  })

  it('tells the writers, the reviewers and who took part, those named that they are named, and nobody twice', async () => {
    const threadId = await thread('Katsotko?', { mentions: [id(round.finance)] })
    const first = await told(threadId)
    expect(first).toHaveLength(2)
    expect(first).toContainEqual({ userId: id(round.finance), kind: 'mention' })
    expect(first).toContainEqual({ userId: id(round.coordinator), kind: 'comment' })
    await replyToComment(round.otherCoordinator, { threadId, text: 'Minäkin', mentions: [] })
    await replyToComment(round.coordinator, {
      threadId,
      text: 'Selvä',
      mentions: [id(round.director), id(round.coordinator)],
    })
    const last = (await told(threadId)).slice(5)
    expect(last).toHaveLength(3)
    expect(last).toEqual(
      expect.arrayContaining([
        { userId: id(round.director), kind: 'mention' },
        { userId: id(round.finance), kind: 'comment' },
        { userId: id(round.otherCoordinator), kind: 'comment' },
      ]),
    )
  })

  it('no longer tells somebody who may not see the report any more', async () => {
    const threadId = await thread('Vielä mukana?', { mentions: [id(round.otherCoordinator)] })
    await asViewer(round.system, (tx) => tx.membership.deleteMany({ where: { userId: id(round.otherCoordinator) } }))
    const before = (await told(threadId)).length
    await replyToComment(round.coordinator, { threadId, text: 'Jatkuu', mentions: [] })
    expect((await told(threadId)).slice(before)).toEqual([{ userId: id(round.director), kind: 'comment' }])
  })
})

describe('when somebody was first', () => {
  it('an answer to a resolved thread is refused and not kept', async () => {
    const threadId = await thread('Ehditkö?')
    await moveReportThread(round.director, { threadId, step: 'resolve' })
    const before = await rows()
    expect(await replyToComment(round.coordinator, { threadId, text: 'Myöhässä', mentions: [] })).toEqual({
      ok: false,
      reason: 'RESOLVED',
    })
    expect(await rows()).toBe(before)
  })

  it('a thread that is gone is not found', async () => {
    const threadId = await thread('Katoava')
    await asViewer(round.system, (tx) => tx.commentThread.delete({ where: { id: threadId } }))
    expect(await replyToComment(round.coordinator, { threadId, text: 'x', mentions: [] })).toMatchObject({
      reason: 'NOT_FOUND',
    })
    expect(await moveReportThread(round.coordinator, { threadId, step: 'resolve' })).toMatchObject({
      reason: 'NOT_FOUND',
    })
  })

  it('resolving twice, reopening what is open and showing what is shown are told apart from success', async () => {
    const threadId = await thread('Kahdesti')
    const move = (step: 'resolve' | 'reopen' | 'show' | 'hide') => moveReportThread(round.director, { threadId, step })
    expect(await move('reopen')).toMatchObject({ reason: 'STALE' })
    expect(await move('hide')).toMatchObject({ reason: 'STALE' })
    expect(await move('resolve')).toMatchObject({ ok: true })
    expect(await move('resolve')).toMatchObject({ reason: 'STALE' })
    expect(await move('show')).toMatchObject({ ok: true })
    expect(await move('show')).toMatchObject({ reason: 'STALE' })
  })

  it('an answer waits for a resolving that is under way, and is then refused', async () => {
    const threadId = await thread('Juuri nyt')
    let begun = () => {}
    const underWay = new Promise<void>((resolve) => {
      begun = resolve
    })
    const resolving = asViewer(round.director, async () => {
      await moveReportThread(round.director, { threadId, step: 'resolve' })
      begun()
      await new Promise((resolve) => setTimeout(resolve, 400))
    })
    await underWay
    const answer = await replyToComment(round.coordinator, { threadId, text: 'Samaan aikaan', mentions: [] })
    await resolving
    expect(answer).toEqual({ ok: false, reason: 'RESOLVED' })
  })

  it('of several at once one resolves, and an answer comes either before or not at all', async () => {
    const threadId = await thread('Yhtä aikaa')
    const outcomes = await Promise.all([
      ...[1, 2, 3].map(() => moveReportThread(round.director, { threadId, step: 'resolve' })),
      ...[1, 2, 3].map((n) => replyToComment(round.coordinator, { threadId, text: `Vastaus ${n}`, mentions: [] })),
    ])
    expect(outcomes.slice(0, 3).filter(({ ok }) => ok)).toHaveLength(1)
    const answers = outcomes.slice(3)
    for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe('RESOLVED')
    const { threads } = await findReportComments(round.director, reportId)
    const kept = threads.find((one) => one.id === threadId)?.comments.length ?? 0
    expect(kept).toBe(1 + answers.filter(({ ok }) => ok).length)
  })
})

describe('what waits', () => {
  it('is counted by unit: open and internal, of this period', async () => {
    const fresh = await makeRound()
    const report = await reportOf(fresh.unit.id, fresh.periodId)
    const start = async (visibility: 'internal' | 'steering') => {
      const made = await commentOnReport(fresh.director, {
        reportId: report.id,
        path: 'risks',
        text: 'x',
        mentions: [],
        visibility,
      })
      if (!made.ok) throw new Error(made.reason)
      return made.value.threadId
    }
    const count = () => openThreadsByUnit(fresh.director, fresh.periodId)
    expect(await count()).toEqual(new Map())
    const first = await start('internal')
    await start('internal')
    await start('steering')
    expect(await count()).toEqual(new Map([[fresh.unit.id, 2]]))
    await moveReportThread(fresh.director, { threadId: first, step: 'resolve' })
    expect(await count()).toEqual(new Map([[fresh.unit.id, 1]]))
  })

  it('is listed for those named, those who take part and the writers, until they have had the last word', async () => {
    const fresh = await makeRound()
    const report = await reportOf(fresh.unit.id, fresh.periodId)
    const made = await commentOnReport(fresh.director, {
      reportId: report.id,
      path: 'nextSteps/text',
      text: 'Milloin?',
      mentions: [id(fresh.finance)],
      visibility: 'internal',
    })
    if (!made.ok) throw new Error(made.reason)
    const { threadId } = made.value
    const waiting = async (viewer: Viewer) => (await listCommentsForViewer(viewer)).map((one) => [one.text, one.named])
    expect(await waiting(fresh.coordinator)).toEqual([['Milloin?', false]])
    expect(await waiting(fresh.finance)).toEqual([['Milloin?', true]])
    expect(await waiting(fresh.director)).toEqual([])
    expect(await waiting(fresh.otherCoordinator)).toEqual([])
    await replyToComment(fresh.coordinator, { threadId, text: 'Tammikuussa', mentions: [] })
    expect(await waiting(fresh.coordinator)).toEqual([])
    expect(await waiting(fresh.director)).toEqual([['Tammikuussa', false]])
    const [item] = await listCommentsForViewer(fresh.director)
    expect(item).toMatchObject({
      threadId,
      projectKey: fresh.projectKey,
      periodKey: '2025-Q3',
      unitId: fresh.unit.id,
      section: 'next_steps',
      by: fresh.coordinator.name,
    })
    await moveReportThread(fresh.director, { threadId, step: 'resolve' })
    for (const viewer of [fresh.coordinator, fresh.finance, fresh.director]) expect(await waiting(viewer)).toEqual([])
  })
})

describe('what is typed', () => {
  const place = { project: 'p', period: '2025-Q3', unit: '0197a000-0000-7000-8000-000000000001', on: 'report' }
  const threadId = '0197a000-0000-7000-8000-000000000002'
  const read = (text: string, more = {}) => replySchema.safeParse({ ...place, threadId, text, ...more })

  it('is taken from a word processor with one kind of line ends', () => {
    expect(read('  Eka\r\nToka\rKolmas\vNeljäs\u2028Viides\u0000 \n').data?.text).toBe(
      'Eka\nToka\nKolmas\nNeljäs\nViides',
    )
  })

  it.each([
    ['nothing', '', 'comments.error.empty'],
    ['only spaces', ' \r\n\t', 'comments.error.empty'],
    ['one character too many', 'x'.repeat(longestComment + 1), 'comments.error.tooLong'],
    ['10 MB', 'x'.repeat(10_000_000), 'comments.error.tooLong'],
  ])('%s is refused at the field', (_what, text, message) => {
    expect(read(text).error?.issues.map(({ path, message: told }) => [path.join('/'), told])).toEqual([
      ['text', message],
    ])
  })

  it('may be as long as it may', () => {
    expect(read('x'.repeat(longestComment)).success).toBe(true)
  })

  it('names people as a form sends check boxes, each once, and nobody unknown', () => {
    expect(read('x', { mentions: `${threadId},${threadId}` }).data?.mentions).toEqual([threadId])
    expect(read('x', { mentions: 'kuka' }).success).toBe(false)
    expect(read('x', { mentions: Array.from({ length: 51 }, () => crypto.randomUUID()).join(',') }).success).toBe(false)
  })

  it('is internal unless said otherwise, and nothing else can be said', () => {
    const start = { ...place, reportId: threadId, path: 'results', text: 'x' }
    expect(startThreadSchema.safeParse(start).data?.visibility).toBe('internal')
    expect(startThreadSchema.safeParse({ ...start, visibility: 'public' }).success).toBe(false)
  })
})
