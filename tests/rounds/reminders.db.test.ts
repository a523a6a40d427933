import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { sendReminders } from '@/lib/rounds/reminders/commands'
import { lastReminders } from '@/lib/rounds/reminders/queries'
import { submitReport } from '@/lib/status-reports/commands'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
const unitIds = () => [round.unit.id, round.otherUnit.id]
const ask = (units = unitIds(), viewer = round.director) =>
  sendReminders(viewer, { periodId: round.periodId, unitIds: units })

/** What was kept, looked at from behind the application. */
function kept() {
  return asViewer(round.system, async (tx) => ({
    told: await tx.notification.findMany({
      where: { kind: 'reminder', periodId: round.periodId },
      orderBy: { createdAt: 'asc' },
      select: { userId: true, happening: true, projectId: true, reportId: true },
    }),
    audit: await tx.auditEvent.findMany({
      where: { action: 'reminder.sent', subjectId: { in: unitIds() } },
      select: { subjectId: true, actorId: true, right: true, data: true },
    }),
  }))
}

beforeEach(async () => {
  round = await makeRound()
})
afterEach(() => setClock(null))

describe('who may not remind', () => {
  it.each([
    ['otherCounty', 'NOT_FOUND'],
    ['steering', 'NOT_FOUND'],
    ['auditor', 'NOT_FOUND'],
    ['coordinator', 'NOT_ALLOWED'],
    ['finance', 'NOT_ALLOWED'],
  ] as const)('%s: %s, and nobody is told', async (role, reason) => {
    expect(await ask(unitIds(), round[role])).toEqual({ ok: false, reason })
    expect(await kept()).toEqual({ told: [], audit: [] })
    expect(await lastReminders(round[role], round.periodId)).toEqual(new Map())
  })

  it("a unit of another project's is refused as if it did not exist, and nobody is told", async () => {
    const other = await makeRound()
    expect(await ask([round.unit.id, other.unit.id])).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await kept()).toEqual({ told: [], audit: [] })
  })

  it('in a period that is not open', async () => {
    await asViewer(round.system, (tx) =>
      tx.reportingPeriod.update({ where: { id: round.periodId }, data: { state: 'planned' } }),
    )
    expect(await ask()).toEqual({ ok: false, reason: 'WRONG_STATE' })
    expect((await kept()).told).toEqual([])
  })
})

describe('reminding', () => {
  it('tells the writers of each unit, with an audit row, and shows when', async () => {
    setClock(new Date('2025-10-20T07:15:00Z'))
    expect(await ask()).toEqual({
      ok: true,
      value: { sent: unitIds().sort(), already: [], notNeeded: [], closed: [], nobody: [] },
    })
    const { told, audit } = await kept()
    expect(told.map(({ userId }) => userId).sort()).toEqual(
      [String(round.coordinator.userId), String(round.otherCoordinator.userId)].sort(),
    )
    expect(told).toContainEqual({
      userId: round.coordinator.userId,
      happening: `${round.periodId}/${round.unit.id}/2025-10-20`,
      projectId: round.projectId,
      reportId: (await reportOf(round.unit.id, round.periodId)).id,
    })
    expect(audit).toHaveLength(2)
    expect(audit[0]).toMatchObject({
      actorId: round.director.userId,
      right: 'director',
      data: { period: '2025-Q3', day: '2025-10-20', people: 1 },
    })
    expect((await lastReminders(round.director, round.periodId)).get(round.unit.id)).toBe('2025-10-20T07:15:00.000Z')
  })

  it('happens at most once a day by the clock of Helsinki; the next day again', async () => {
    setClock(new Date('2025-10-20T20:30:00Z')) // 23.30 in Helsinki
    await ask([round.unit.id])
    setClock(new Date('2025-10-20T20:59:00Z'))
    expect(await ask()).toMatchObject({ value: { sent: [round.otherUnit.id], already: [round.unit.id] } })
    expect((await kept()).told).toHaveLength(2)
    setClock(new Date('2025-10-20T21:30:00Z')) // the next day in Helsinki
    expect(await ask([round.unit.id])).toMatchObject({ value: { sent: [round.unit.id] } })
    const { told, audit } = await kept()
    expect([told.length, audit.length]).toEqual([3, 3])
    expect((await lastReminders(round.director, round.periodId)).get(round.unit.id)).toBe('2025-10-20T21:30:00.000Z')
  })

  it('is one reminder however many times it is asked at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => ask()))
    expect(outcomes.filter((outcome) => outcome.ok && outcome.value.sent.length === 2)).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome.ok && outcome.value.already.length === 2)).toHaveLength(4)
    const { told, audit } = await kept()
    expect([told.length, audit.length]).toEqual([2, 2])
  })

  it('passes over units that have sent their report, and units for which nobody else writes', async () => {
    const { id: reportId, version } = await reportOf(round.unit.id, round.periodId)
    await fillReport(round.coordinator, reportId)
    expect(await submitReport(round.coordinator, { reportId, version })).toMatchObject({ ok: true })
    const coordinators = { workPackageId: round.otherUnit.id }
    await asViewer(round.system, (tx) =>
      tx.workPackageCoordinator.updateMany({ where: coordinators, data: { userId: String(round.director.userId) } }),
    )
    expect(await ask()).toEqual({
      ok: true,
      value: { sent: [], already: [], notNeeded: [round.unit.id], closed: [], nobody: [round.otherUnit.id] },
    })
    expect(await kept()).toEqual({ told: [], audit: [] })
  })

  it('asks nothing of units whose writing has been closed', async () => {
    const closesOn = new Date('2025-10-31')
    await asViewer(round.system, (tx) =>
      tx.reportingPeriod.update({ where: { id: round.periodId }, data: { closesOn } }),
    )
    setClock(new Date('2025-11-02T08:00:00Z'))
    expect(await ask()).toMatchObject({ ok: true, value: { sent: [], closed: unitIds().sort() } })
    expect(await kept()).toEqual({ told: [], audit: [] })
  })
})
