import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { listIndicatorsOf } from '@/lib/indicators/queries'
import { recallReport, returnReport, submitReport } from '@/lib/status-reports/commands'
import { addLink, removeEvidence } from '@/lib/status-reports/evidence/commands'
import { saveField } from '@/lib/status-reports/fields/commands'
import { findMyWork } from '@/lib/status-reports/my-work/queries'
import { reopenReport } from '@/lib/status-reports/reopening/commands'
import { findReport } from '@/lib/status-reports/views/queries'
import { approve, beginNext, openNext, publishRound, sendAndApprove } from '../support/builders/later-period'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
let reportId: string
const report = () => reportOf(round.unit.id, round.periodId)
const share = () => `indicators/${round.unit.shareId}`
const used = () => `indicators/${round.unit.usedId}/value`
const place = () => ({ projectId: round.projectId, periodKey: '2025-Q3', unitId: round.unit.id })
const texts = () => ({
  [`${share()}/value`]: '87 %',
  [`${share()}/n`]: '40',
  [used()]: 'kyllä',
  [`actions/${round.unit.actionIds[1]}/state`]: 'done',
  'deviations/text': 'Koulutus siirtyi.',
  'deviations/planChange': 'Koulutus jatkuu tammikuuhun.',
})

async function reopen(reason = 'Luku puuttui.') {
  const done = await reopenReport(round.director, { reportId, version: (await report()).version, reason })
  if (!done.ok) throw new Error(done.reason)
  return done.value
}

async function save(path: string, text: string) {
  const version = (await report()).entries.find((entry) => entry.path === path)?.version ?? 0
  const saved = await saveField(round.coordinator, { reportId, path, text, version })
  return saved.ok ? saved.value : saved
}

/** Measurements, plan changes and action states, looked at from behind the application. */
const kept = () =>
  asViewer(round.system, async (tx) => ({
    measurements: await tx.measurement.findMany({ where: { reportId }, orderBy: { createdAt: 'asc' } }),
    changes: await tx.planChange.findMany({
      where: { reportId },
      orderBy: { id: 'asc' },
      select: { what: true, why: true, state: true },
    }),
    states: (await tx.action.findMany({ where: { workPackageId: round.unit.id }, orderBy: { sort: 'asc' } })).map(
      ({ state }) => state,
    ),
  }))

beforeEach(async () => {
  round = await makeRound()
  reportId = (await report()).id
})

describe('who may not open a report again', () => {
  it('anybody but the director; others are not told of it', async () => {
    await approve(round, texts(), true)
    const before = await report()
    const ask = { reportId, version: before.version, reason: 'Luku puuttui.' }
    for (const role of ['coordinator', 'otherCoordinator', 'finance'] as const) {
      expect([role, await reopenReport(round[role], ask)]).toEqual([role, { ok: false, reason: 'NOT_ALLOWED' }])
    }
    for (const role of ['steering', 'auditor', 'otherCounty'] as const) {
      expect([role, await reopenReport(round[role], ask)]).toEqual([role, { ok: false, reason: 'NOT_FOUND' }])
    }
    expect(await reopenReport(round.director, { ...ask, version: ask.version - 1 })).toEqual({
      ok: false,
      reason: 'STALE',
    })
    expect(await report()).toEqual(before)
  })

  it('and nobody one that is not approved, or without a reason', async () => {
    for (const step of ['untouched', 'draft', 'submitted'] as const) {
      if (step === 'draft') await fillReport(round.coordinator, reportId, texts())
      if (step === 'submitted') await submitReport(round.coordinator, { reportId, version: (await report()).version })
      const before = await report()
      const ask = { reportId, version: before.version, reason: 'Luku puuttui.' }
      expect([step, await reopenReport(round.director, ask)]).toEqual([step, { ok: false, reason: 'WRONG_STATE' }])
      expect(await report()).toEqual(before)
    }
    await approve(await makeRound().then((other) => (round = other)), {})
    reportId = (await report()).id
    const { version } = await report()
    await expect(reopenReport(round.director, { reportId, version, reason: ' ' })).rejects.toThrow(
      /reason_where_needed/,
    )
    expect((await report()).state).toBe('approved')
  })
})

describe('opening again', () => {
  it('opens everything when nothing builds on the report, and says so beforehand', async () => {
    await approve(round, texts(), true)
    await openNext(round)
    expect((await findReport(round.director, place()))?.reopening).toEqual({ scope: 'full' })
    expect((await findReport(round.coordinator, place()))?.reopening).toBeNull()
    expect((await findMyWork(round.coordinator)).due).toMatchObject([{ periodKey: '2025-Q4', reopened: null }])
    expect(await reopen()).toMatchObject({ state: 'draft', standing: { opens: null } })
    expect(await save(`${share()}/value`, '85 %')).toMatchObject({ ok: true })
    const view = await findReport(round.coordinator, place())
    expect(view).toMatchObject({ opens: null, within: null })
    expect(view?.since).toMatchObject({ from: { type: 'reopened' }, changed: [`${share()}/value`] })
    const { due } = await findMyWork(round.coordinator)
    expect(due.find(({ periodKey }) => periodKey === '2025-Q3')).toMatchObject({ reopened: 'Luku puuttui.' })
    const event = (await report()).events.findLast(({ type }) => type === 'reopened')
    expect(event).toMatchObject({ reason: 'Luku puuttui.', actorId: round.director.userId, opens: [] })
  })

  it('opens only texts once the next report has been begun, and tells which period builds on it', async () => {
    await approve(round, texts())
    await beginNext(round)
    const because = { scope: 'texts', because: 'report', periodKey: '2025-Q4' }
    expect((await findReport(round.director, place()))?.reopening).toEqual(because)
    const { standing } = await reopen()
    expect(standing.opens).toContain(`actions/${round.unit.actionIds[0]}/text`)
    expect(standing.opens).toContain(`toimintamallit/${round.unit.modelId}/change`)
    expect(standing.opens).toContain('risks/text')
    const closed = [
      `${share()}/value`,
      `${share()}/n`,
      `${share()}/note`,
      'overall/light',
      `actions/${round.unit.actionIds[1]}/state`,
      'deviations/planChange',
    ]
    for (const path of closed)
      expect([path, await save(path, '5')]).toMatchObject([path, { ok: false, reason: 'LOCKED' }])
    for (const path of ['results/text', 'overall/reason', 'deviations/text', 'risks/text']) {
      expect([path, await save(path, 'Uusi teksti')]).toMatchObject([path, { ok: true }])
    }
    expect((await findReport(round.coordinator, place()))?.reopening).toEqual(because)
  })

  it('takes new evidence while only texts are open, and keeps what the figures rest on', async () => {
    const link = { label: 'Tilasto', url: 'https://example.fi/tilasto' }
    const before = await addLink(round.coordinator, { reportId, ...link })
    if (!before.ok) throw new Error(before.reason)
    await approve(round, texts())
    await beginNext(round)
    await reopen()
    const { evidenceId } = before.value
    expect(await removeEvidence(round.coordinator, { reportId, evidenceId })).toEqual({ ok: false, reason: 'LOCKED' })
    expect(await addLink(round.coordinator, { reportId, ...link })).toMatchObject({ ok: true })
    expect(await asViewer(round.system, (tx) => tx.evidence.count({ where: { reportId } }))).toBe(2)
  })

  it('opens only texts when a later period was published without the unit', async () => {
    await approve(round, texts(), true)
    const { periodId } = await openNext(round)
    // The other unit reports and the period is published; this unit never began.
    const other = await reportOf(round.otherUnit.id, periodId)
    const elsewhere = { ...round, unit: { ...round.unit, id: round.otherUnit.id }, coordinator: round.otherCoordinator }
    await fillReport(round.otherCoordinator, other.id)
    await sendAndApprove(elsewhere, other.id, periodId)
    await publishRound(round, '2025-Q4')
    expect((await findReport(round.director, place()))?.reopening).toMatchObject({ because: 'published' })
    expect((await reopen()).standing.opens).not.toBeNull()
  })

  it('is refused when other things open than the person was told', async () => {
    await approve(round, texts())
    const { version } = await report()
    await beginNext(round)
    const ask = { reportId, version, reason: 'Luku puuttui.', seen: 'full' } as const
    expect(await reopenReport(round.director, ask)).toEqual({ ok: false, reason: 'STALE' })
    expect((await reopenReport(round.director, { ...ask, seen: 'texts' })).ok).toBe(true)
  })

  it('happens once however many times it is asked at once', async () => {
    await approve(round, texts())
    const { version } = await report()
    const ask = { reportId, version, reason: 'Luku puuttui.' }
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => reopenReport(round.director, ask)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await report()).events.filter(({ type }) => type === 'reopened')).toHaveLength(1)
  })

  it('a return inside it opens no more, and one that would open nothing is refused', async () => {
    await approve(round, texts())
    await beginNext(round)
    await reopen()
    await submitReport(round.coordinator, { reportId, version: (await report()).version })
    const back = async (opens: string[]) =>
      returnReport(round.director, { reportId, version: (await report()).version, opens, reason: 'Kerro lisää.' })
    expect(await back(['indicators'])).toEqual({
      ok: false,
      reason: 'INVALID',
      fields: { opens: 'corrections.error.notReopened' },
    })
    expect(await back(['indicators', 'results'])).toMatchObject({ ok: true })
    expect((await report()).events.at(-1)).toMatchObject({ type: 'returned', opens: ['results/text'] })
    expect(await save(`${share()}/value`, '5')).toMatchObject({ reason: 'LOCKED' })
    expect(await save('nextSteps/text', 'x')).toMatchObject({ reason: 'LOCKED' })
    expect(await save('results/text', 'Kerrottu.')).toMatchObject({ ok: true })
    await submitReport(round.coordinator, { reportId, version: (await report()).version })
    await recallReport(round.coordinator, { reportId, version: (await report()).version })
    expect(await save('overall/light', 'red')).toMatchObject({ reason: 'LOCKED' })
    expect((await findReport(round.coordinator, place()))?.opens).toEqual(['results/text'])
  })
})

describe('approving again', () => {
  it('makes nothing twice when nothing was changed', async () => {
    await approve(round, texts())
    const before = await kept()
    expect(before.measurements).toHaveLength(2)
    await reopen()
    await sendAndApprove(round, reportId, round.periodId)
    expect(await kept()).toEqual(before)
  })

  it('keeps the row and evidence of an unchanged value; a changed one takes its place in the order', async () => {
    await approve(round, texts())
    const before = (await kept()).measurements
    const rowOf = (rows: typeof before, indicatorId: string) => rows.find((row) => row.indicatorId === indicatorId)
    const kyllä = rowOf(before, round.unit.usedId)
    await asViewer(round.system, (tx) =>
      tx.evidence.create({
        data: {
          organisationId: round.organisationId,
          label: 'Näyttö',
          url: 'https://x.example',
          measurementId: kyllä?.id ?? null,
        },
      }),
    )
    await reopen()
    await save(`${share()}/value`, '85 %')
    await sendAndApprove(round, reportId, round.periodId)
    const after = (await kept()).measurements
    expect(after).toHaveLength(3)
    expect(rowOf(after, round.unit.usedId)).toEqual(kyllä)
    const [old, fresh] = after.filter((row) => row.indicatorId === round.unit.shareId)
    expect(old?.replacedById).toBe(fresh?.id)
    expect(fresh).toMatchObject({ replacedById: null, correctionId: null, n: 40, sort: old?.sort })
    const evidence = await asViewer(round.system, (tx) =>
      tx.evidence.count({ where: { measurementId: String(kyllä?.id) } }),
    )
    expect(evidence).toBe(1)
    const indicators = await listIndicatorsOf(round.director, round.unit.id)
    const shown = indicators.find(({ id }) => id === round.unit.shareId)?.measurements
    expect(shown).toMatchObject([{ id: fresh?.id, value: { number: '85' }, corrections: [], replaces: [old?.id] }])
  })

  it('another spelling is no other value', async () => {
    await approve(round, texts())
    await reopen()
    await save(`${share()}/value`, '87,0')
    await sendAndApprove(round, reportId, round.periodId)
    expect((await kept()).measurements).toHaveLength(2)
  })

  it('a value taken away is unknown from then on, once; its row stays as history', async () => {
    await approve(round, texts())
    const shown = async () =>
      (await listIndicatorsOf(round.director, round.unit.id)).find(({ id }) => id === round.unit.shareId)?.measurements
    for (const time of [1, 2]) {
      await reopen()
      await save(`${share()}/value`, '')
      await sendAndApprove(round, reportId, round.periodId)
      expect([time, (await kept()).measurements.length]).toEqual([time, 3])
      expect(await shown()).toMatchObject([{ value: { unknown: 'unknown', number: null } }])
    }
    await reopen()
    await save(`${share()}/value`, '12 %')
    await sendAndApprove(round, reportId, round.periodId)
    expect(await shown()).toMatchObject([{ value: { number: '12' } }])
    expect((await shown())?.[0]?.replaces).toHaveLength(2)
  })

  it('the proposal follows the report while nobody has taken it up, and is not made twice after that', async () => {
    await approve(round, texts())
    const again = async (what: string) => {
      await reopen()
      await save('deviations/planChange', what)
      await sendAndApprove(round, reportId, round.periodId)
      return (await kept()).changes
    }
    const why = 'Koulutus siirtyi.'
    expect(await again('Jatkuu helmikuuhun.')).toEqual([{ what: 'Jatkuu helmikuuhun.', why, state: 'proposed' }])
    await asViewer(round.system, (tx) => tx.planChange.updateMany({ where: { reportId }, data: { state: 'decided' } }))
    expect(await again('Jatkuu helmikuuhun. ')).toHaveLength(1)
    expect(await again('Jatkuu maaliskuuhun.')).toMatchObject([{ state: 'decided' }, { state: 'proposed' }])
    expect(await again('')).toMatchObject([{ what: 'Jatkuu helmikuuhun.', state: 'decided' }])
  })

  it('does not take the state of an action back from a later report', async () => {
    await approve(round, texts())
    const next = await beginNext(round)
    await fillReport(round.coordinator, next.reportId, { [`actions/${round.unit.actionIds[1]}/state`]: 'in_use' })
    await sendAndApprove(round, next.reportId, next.periodId)
    expect((await kept()).states).toEqual(['in_progress', 'in_use'])
    await reopen()
    await save('results/text', 'Tarkennettu.')
    await sendAndApprove(round, reportId, round.periodId)
    expect((await kept()).states).toEqual(['in_progress', 'in_use'])
  })
})
