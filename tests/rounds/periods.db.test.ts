import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { createPeriod, openPeriod } from '@/lib/rounds/commands'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
const next = () => ({
  projectId: round.projectId,
  key: '2025-Q4',
  from: '2025-10-01',
  to: '2025-12-31',
  opensOn: '2025-12-15',
  dueOn: '2026-01-15',
  closesOn: null,
})
const periods = () =>
  asViewer(round.system, (tx) =>
    tx.reportingPeriod.findMany({
      where: { projectId: round.projectId },
      orderBy: { from: 'asc' },
      select: { key: true, state: true },
    }),
  )

beforeEach(async () => {
  // Before the opening day: the period that is made below waits to be opened.
  setClock(new Date('2025-11-20T10:00:00Z'))
  round = await makeRound()
})

afterEach(() => setClock(null))

describe('making a period', () => {
  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['finance', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('is not for %s', async (role, reason) => {
    expect(await createPeriod(round[role], next())).toEqual({ ok: false, reason })
    expect(await periods()).toEqual([{ key: '2025-Q3', state: 'open' }])
  })

  it('plans it once, whoever asks at the same time', async () => {
    const made = await Promise.all([1, 2, 3].map(() => createPeriod(round.director, next())))
    expect(made.filter((one) => one.ok)).toHaveLength(1)
    expect(made.find((one) => !one.ok)).toMatchObject({ reason: 'EXISTS', fields: { key: 'rounds.error.keyTaken' } })
    expect(await periods()).toEqual([
      { key: '2025-Q3', state: 'open' },
      { key: '2025-Q4', state: 'planned' },
    ])
  })
})

describe('opening a period', () => {
  const plan = async () => {
    const made = await createPeriod(round.director, next())
    if (!made.ok) throw new Error(made.reason)
    return made.value.periodId
  }

  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('is not for %s', async (role, reason) => {
    const periodId = await plan()
    expect(await openPeriod(round[role], periodId)).toEqual({ ok: false, reason })
    expect((await periods()).at(-1)?.state).toBe('planned')
  })

  it('carries over texts, lights and action states as unconfirmed, and never indicator values', async () => {
    const [first, second] = round.unit.actionIds
    const texts = {
      'overall/light': 'yellow',
      'overall/reason': 'Rekrytointi viivästyi.',
      [`actions/${first}/text`]: 'Ohjeet käytössä.',
      [`actions/${second}/state`]: 'started',
      'nextSteps/text': 'Koulutukset jatkuvat.',
      'deviations/text': 'Aikataulu siirtyi.',
      'deviations/planChange': 'Jatko tammikuuhun.',
      [`indicators/${round.unit.shareId}/value`]: '12 %',
      [`indicators/${round.unit.shareId}/n`]: '40',
      [`toimintamallit/${round.unit.modelId}/change`]: 'Pilotoitu.',
    }
    const third = await reportOf(round.unit.id, round.periodId)
    await fillReport(round.coordinator, third.id, texts)
    const periodId = await plan()
    expect(await openPeriod(round.director, periodId)).toEqual({ ok: true, value: { prepared: 2 } })
    const fourth = await reportOf(round.unit.id, periodId)
    expect(fourth).toMatchObject({ state: 'not_started', version: 1 })
    expect(fourth.events.map((event) => event.type)).toEqual(['opened'])
    expect(fourth.entries.every((entry) => entry.origin === 'prefilled' && !entry.confirmed)).toBe(true)
    expect(Object.fromEntries(fourth.entries.map((entry) => [entry.path, entry.text]))).toEqual({
      'overall/light': 'yellow',
      'overall/reason': 'Rekrytointi viivästyi.',
      [`actions/${first}/text`]: 'Ohjeet käytössä.',
      [`actions/${first}/state`]: 'in_progress',
      [`actions/${second}/state`]: 'started',
      'results/text': 'Tehty.',
      'nextSteps/text': 'Koulutukset jatkuvat.',
      'deviations/text': 'Aikataulu siirtyi.',
      [`toimintamallit/${round.unit.modelId}/change`]: 'Pilotoitu.',
    })
  })

  it('prepares each report once, also when opened by several at once', async () => {
    const periodId = await plan()
    const opened = await Promise.all([1, 2, 3].map(() => openPeriod(round.director, periodId)))
    expect(opened.map((one) => one.ok && one.value.prepared).toSorted()).toEqual([0, 0, 2])
    const audit = await asViewer(round.system, (tx) =>
      tx.auditEvent.count({ where: { action: 'period.opened', subjectId: periodId } }),
    )
    expect(audit).toBe(1)
  })

  it('does not wait for the previous period to be approved, and changes nothing of it', async () => {
    const third = await reportOf(round.unit.id, round.periodId)
    await fillReport(round.coordinator, third.id)
    const before = await reportOf(round.unit.id, round.periodId)
    await submitReport(round.coordinator, { reportId: third.id, version: before.version })
    const sent = await reportOf(round.unit.id, round.periodId)
    await approveReport(round.director, { reportId: third.id, version: sent.version })
    const approved = await reportOf(round.unit.id, round.periodId)
    await openPeriod(round.director, await plan())
    expect(await reportOf(round.unit.id, round.periodId)).toEqual(approved)
  })
})
