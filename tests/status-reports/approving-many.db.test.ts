import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { onlyOnce } from '@/lib/access/once'
import { asViewer } from '@/lib/access/viewer'
import { openPeriod } from '@/lib/rounds/commands'
import { readFilter } from '@/lib/rounds/filters/model'
import { approveInQueue, approveMarked, returnInQueue } from '@/lib/rounds/queue/commands'
import { findQueue } from '@/lib/rounds/queue/queries'
import { approveReport, recallReport, submitReport } from '@/lib/status-reports/commands'
import { approveReports } from '@/lib/status-reports/review/commands'
import type { ChosenReport } from '@/lib/status-reports/review/model'
import { waitingBriefs } from '@/lib/status-reports/review/queries'
import { fillReport, makeRound, type Round } from '../support/builders/round'

let round: Round
let waiting: (ChosenReport & { unitId: string })[]

/** Ten reports that wait, sent by their coordinator. */
async function makeTen(): Promise<void> {
  round = await makeRound()
  const { organisationId, projectId, periodId, system, coordinator } = round
  await asViewer(system, async (tx) => {
    const units = await tx.workPackage.createManyAndReturn({
      data: Array.from({ length: 9 }, (_, index) => ({
        organisationId,
        projectId,
        sourceId: `LISÄ-${index}`,
        level: 'plan' as const,
        reports: true,
        titleReview: `Lisäyksikkö ${index}`,
        lifecycle: 'in_progress' as const,
        sort: index + 1,
      })),
      select: { id: true },
    })
    await tx.workPackageCoordinator.createMany({
      data: units.map(({ id }) => ({ organisationId, workPackageId: id, userId: String(coordinator.userId) })),
    })
  })
  await openPeriod(round.director, periodId)
  const reports = await asViewer(system, (tx) =>
    tx.statusReport.findMany({
      where: { periodId, unitId: { not: round.otherUnit.id } },
      select: { id: true, version: true, unitId: true },
    }),
  )
  waiting = []
  for (const { id: reportId, version, unitId } of reports) {
    await fillReport(coordinator, reportId)
    const sent = await submitReport(coordinator, { reportId, version })
    if (!sent.ok) throw new Error(sent.reason)
    waiting.push({ reportId, version: sent.value.version, unitId })
  }
}

/** States, versions and how many approvals there are, looked at from behind the application. */
function standing() {
  return asViewer(round.system, async (tx) => {
    const ids = waiting.map(({ reportId }) => reportId)
    return {
      states: await tx.statusReport.findMany({
        where: { id: { in: ids } },
        orderBy: { id: 'asc' },
        select: { id: true, state: true, version: true },
      }),
      events: await tx.statusReportEvent.count({ where: { reportId: { in: ids }, type: 'approved' } }),
      audit: await tx.auditEvent.count({ where: { subjectId: { in: ids }, action: 'report.approved' } }),
      told: await tx.notification.count({ where: { reportId: { in: ids }, kind: 'approved' } }),
    }
  })
}

const one = (): ChosenReport & { unitId: string } => {
  const [first] = waiting
  if (!first) throw new Error('nothing waits')
  return first
}

beforeEach(makeTen)

describe('who may not approve many', () => {
  it.each([
    ['otherCounty', 'NOT_FOUND'],
    ['steering', 'NOT_FOUND'],
    ['auditor', 'NOT_FOUND'],
    ['coordinator', 'NOT_ALLOWED'],
    ['finance', 'NOT_ALLOWED'],
  ] as const)('%s: %s, and nothing moves', async (role, reason) => {
    const before = await standing()
    expect(await approveReports(round[role], waiting)).toEqual({ ok: false, reason })
    expect(await standing()).toEqual(before)
    expect((await waitingBriefs(round[role], round.periodId, true)).size).toBe(0)
    expect(await findQueue(round[role], round.projectId, '2025-Q3')).toBeNull()
  })

  it('a report of another county among ten refuses all ten', async () => {
    const own = waiting
    const director = round.director
    await makeTen()
    const before = await standing()
    expect(await approveReports(director, [...own, one()])).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await standing()).toEqual(before)
    waiting = own
    expect((await standing()).events).toBe(0)
  })

  it('an empty choice', async () => {
    expect(await approveReports(round.director, [])).toEqual({ ok: false, reason: 'NOTHING_CHOSEN' })
  })
})

describe('approving many', () => {
  it('approves each by the same rules: event, audit row and word to the writers', async () => {
    const done = await approveReports(round.director, waiting)
    expect(done).toEqual({
      ok: true,
      value: { approved: waiting.map(({ reportId }) => reportId).sort(), left: [] },
    })
    const { states, ...counts } = await standing()
    expect(states).toHaveLength(10)
    expect(states.every(({ state }) => state === 'approved')).toBe(true)
    expect(counts).toEqual({ events: 10, audit: 10, told: 10 })
  })

  it('leaves the one that was recalled meanwhile as it is, says so, and approves the other nine', async () => {
    const moved = one()
    expect(await recallReport(round.coordinator, moved)).toMatchObject({ ok: true })
    const done = await approveReports(round.director, waiting)
    expect(done).toMatchObject({ ok: true, value: { left: [{ reportId: moved.reportId, reason: 'STALE' }] } })
    expect(done.ok && done.value.approved).toHaveLength(9)
    const { states, events } = await standing()
    expect(states.find(({ id }) => id === moved.reportId)?.state).toBe('draft')
    expect(states.filter(({ state }) => state === 'approved')).toHaveLength(9)
    expect(events).toBe(9)
  })

  it('tells a report that is no longer in a state to be approved, even in its present version', async () => {
    const moved = one()
    const approved = await approveReport(round.director, moved)
    const version = approved.ok ? approved.value.version : 0
    const chosen = waiting.map((report) => (report === moved ? { ...report, version } : report))
    expect(await approveReports(round.director, chosen)).toMatchObject({
      value: { left: [{ reportId: moved.reportId, reason: 'WRONG_STATE' }] },
    })
    expect((await standing()).events).toBe(10)
  })

  it('sent again with the same key gives the same answer and does nothing more', async () => {
    const key = randomUUID()
    const input = { marks: waiting.map(({ reportId }) => reportId).join(',') }
    const send = () =>
      onlyOnce(round.director, key, input, async () => {
        const done = await approveReports(round.director, waiting)
        return { answer: JSON.stringify(done), done: done.ok }
      })
    const answers = await Promise.all([send(), send(), send()])
    expect(new Set([...answers, await send()]).size).toBe(1)
    expect(JSON.parse(String(answers[0]))).toMatchObject({ ok: true, value: { left: [] } })
    expect(await standing()).toMatchObject({ events: 10, audit: 10, told: 10 })
    // Without the key it would be another act, and every report would have moved.
    expect(await approveReports(round.director, waiting)).toMatchObject({ value: { approved: [] } })
  })

  it('of two reviewers at once approves each report once', async () => {
    const both = await Promise.all([
      approveReports(round.director, waiting),
      approveReports(round.director, waiting.toReversed()),
    ])
    const approved = both.flatMap((done) => (done.ok ? done.value.approved : []))
    expect(approved).toHaveLength(10)
    expect(new Set(approved).size).toBe(10)
    expect((await standing()).events).toBe(10)
  })
})

describe('from the queue', () => {
  const place = () => ({ project: round.projectKey, period: '2025-Q3', filter: readFilter({}) })

  it('shows what waits in short, to the reviewer only', async () => {
    const queue = await findQueue(round.director, round.projectId, '2025-Q3')
    expect(queue?.briefs.size).toBe(10)
    expect(queue?.briefs.get(one().unitId)).toMatchObject({
      reportId: one().reportId,
      version: one().version,
      light: 'green',
      openThreads: 0,
      sent: { by: round.coordinator.name, again: false },
    })
  })

  it('each decision leads to the next that waits, and the last to none', async () => {
    const queue = await findQueue(round.director, round.projectId, '2025-Q3')
    const order = queue?.round.rows.filter(({ state }) => state === 'submitted') ?? []
    const stepOf = (unit: string) => {
      const found = waiting.find(({ unitId }) => unitId === unit)
      if (!found) throw new Error('not waiting')
      return { ...place(), ...found, unit }
    }
    const next: (string | null)[] = []
    for (const [index, { unitId }] of order.entries()) {
      const done =
        index % 3 === 2
          ? await returnInQueue(round.director, { ...stepOf(unitId), opens: ['results'], reason: 'Kerro luku.' })
          : await approveInQueue(round.director, stepOf(unitId))
      if (!done.ok) throw new Error(done.reason)
      next.push(done.value.next)
    }
    expect(next).toEqual([...order.slice(1).map(({ unitId }) => unitId), null])
    expect((await standing()).events).toBe(7)
  })

  it('approves what was marked by unit, in the version that was marked', async () => {
    const marks = waiting.map(({ unitId, version }) => ({ unitId, version }))
    await recallReport(round.coordinator, one())
    const done = await approveMarked(round.director, { ...place(), marks })
    expect(done).toMatchObject({ ok: true, value: { left: [one().unitId] } })
    expect(done.ok && done.value.done).toHaveLength(9)
    expect(await approveMarked(round.coordinator, { ...place(), marks })).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })
})
