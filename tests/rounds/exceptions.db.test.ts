import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { grantException, withdrawException } from '@/lib/rounds/exceptions/commands'
import { findUnitDay } from '@/lib/rounds/exceptions/queries'
import { findRound } from '@/lib/rounds/queries'
import { submitReport } from '@/lib/status-reports/commands'
import { findMyWork } from '@/lib/status-reports/my-work/queries'
import { findReport } from '@/lib/status-reports/views/queries'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
const place = () => ({ periodId: round.periodId, unitId: round.unit.id })
const more = { dueOn: '2025-10-31', allowedBy: 'Johtoryhmä', reason: 'Tilasto viivästyy.' }
const grant = (who = round.director, change: object = {}) => grantException(who, { ...place(), ...more, ...change })
const stored = () =>
  asViewer(round.system, (tx) => tx.periodException.findMany({ where: { periodId: round.periodId } }))
const audit = () =>
  asViewer(round.system, (tx) =>
    tx.auditEvent.findMany({
      where: { action: { startsWith: 'period.exception' }, organisationId: round.organisationId },
      orderBy: { at: 'asc' },
      select: { action: true, right: true, actorId: true, data: true },
    }),
  )

beforeEach(async () => {
  setClock(new Date('2025-10-10T10:00:00Z'))
  round = await makeRound()
})

afterEach(() => setClock(null))

describe('who may not give or take back', () => {
  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['finance', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s', async (role, reason) => {
    expect(await grant(round[role])).toEqual({ ok: false, reason })
    expect(await stored()).toEqual([])
    await grant()
    expect(await withdrawException(round[role], place())).toEqual({ ok: false, reason })
    expect(await stored()).toHaveLength(1)
    const asked = { projectId: round.projectId, periodKey: '2025-Q3', unitId: round.unit.id }
    expect(await findUnitDay(round[role], asked)).toBeNull()
  })

  it('nobody, to a unit of another project or to something that does not report', async () => {
    const other = await makeRound()
    expect(await grant(round.director, { unitId: other.unit.id })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    await asViewer(round.system, (tx) =>
      tx.workPackage.update({ where: { id: round.unit.id }, data: { reports: false } }),
    )
    expect(await grant()).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })
})

describe('giving a unit more time', () => {
  it('is told in the round, on the report and in the work of its writer, by whom and why', async () => {
    expect(await grant()).toEqual({ ok: true, value: { dueOn: '2025-10-31' } })
    const own = { dueOn: '2025-10-31', allowedBy: 'Johtoryhmä', reason: 'Tilasto viivästyy.' }
    const row = (await findRound(round.director, round.projectId, '2025-Q3'))?.rows.find(
      ({ unitId }) => unitId === round.unit.id,
    )
    expect(row).toMatchObject({ dueOn: '2025-10-31', allowedBy: 'Johtoryhmä', exception: 'Tilasto viivästyy.' })
    const asked = { projectId: round.projectId, periodKey: '2025-Q3', unitId: round.unit.id }
    expect((await findReport(round.coordinator, asked))?.period).toMatchObject({ dueOn: '2025-10-31', exception: own })
    expect((await findMyWork(round.coordinator)).due[0]).toMatchObject({ dueOn: '2025-10-31', exception: own })
    expect((await findMyWork(round.otherCoordinator)).due[0]).toMatchObject({ dueOn: '2025-10-15', exception: null })
    expect(await stored()).toMatchObject([{ allowedById: round.director.userId }])
    expect(await audit()).toMatchObject([
      {
        action: 'period.exception_granted',
        right: 'director',
        actorId: round.director.userId,
        data: { unitId: round.unit.id, ...more },
      },
    ])
  })

  it.each([
    ['2025-10-09', 'calendar.error.dayOver'],
    ['2025-10-15', 'calendar.error.notLater'],
  ])('not until %s', async (dueOn, message) => {
    expect(await grant(round.director, { dueOn })).toEqual({ ok: false, reason: 'DAY', fields: { dueOn: message } })
    expect(await stored()).toEqual([])
  })

  it('not when the report has been sent', async () => {
    const { id } = await reportOf(round.unit.id, round.periodId)
    await fillReport(round.coordinator, id)
    await submitReport(round.coordinator, {
      reportId: id,
      version: (await reportOf(round.unit.id, round.periodId)).version,
    })
    expect(await grant()).toEqual({ ok: false, reason: 'ALREADY_SENT' })
  })

  it('again changes the day, unless somebody else was faster', async () => {
    await grant(round.director, { seenDueOn: null })
    expect(await grant(round.director, { seenDueOn: null, dueOn: '2025-11-05' })).toEqual({
      ok: false,
      reason: 'STALE',
    })
    const both = await Promise.all(
      ['2025-11-05', '2025-11-06'].map((dueOn) => grant(round.director, { seenDueOn: '2025-10-31', dueOn })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await audit()).at(-1)?.data).toMatchObject({ before: '2025-10-31' })
  })
})

describe('taking it back', () => {
  it('makes the period’s own day hold again, once', async () => {
    await grant()
    const both = await Promise.all(
      [1, 2].map(() => withdrawException(round.director, { ...place(), seenDueOn: '2025-10-31' })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await stored()).toEqual([])
    expect((await audit()).map(({ action }) => action)).toEqual([
      'period.exception_granted',
      'period.exception_withdrawn',
    ])
    expect(await withdrawException(round.director, place())).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })
})
