import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { loadBoundData } from '@/lib/final-report/bindings/queries'
import { unbound } from '@/lib/final-report/blocks/model'
import { indicatorFigure } from '@/lib/final-report/figures/model'
import { boundNumber } from '@/lib/final-report/numbers/model'
import { listIndicatorsOf } from '@/lib/indicators/queries'
import { words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { bodyText, readBody } from '@/lib/rounds/snapshot/schema'
import { correctFigure } from '@/lib/status-reports/corrections/commands'
import { correctionsSince } from '@/lib/status-reports/corrections/queries'
import { saveField } from '@/lib/status-reports/fields/commands'
import { reopenReport } from '@/lib/status-reports/reopening/commands'
import { findReport } from '@/lib/status-reports/views/queries'
import { approve, beginNext, publishRound, sendAndApprove } from '../support/builders/later-period'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
let reportId: string
const report = () => reportOf(round.unit.id, round.periodId)
const share = (field = 'value') => `indicators/${round.unit.shareId}/${field}`
const reason = 'Numerot vaihtoivat paikkaa.'

async function ask(path: string, text: string, more: { measurementId?: string } = {}) {
  return { reportId, version: (await report()).version, path, text, reason, ...more }
}
async function correct(path: string, text: string, more: { measurementId?: string } = {}) {
  const done = await correctFigure(round.director, await ask(path, text, more))
  if (!done.ok) throw new Error(`${done.reason} ${JSON.stringify(done.fields)}`)
  return done.value
}

const shown = async () => {
  const indicators = await listIndicatorsOf(round.director, round.unit.id)
  return indicators.find(({ id }) => id === round.unit.shareId)?.measurements ?? []
}
const behind = () =>
  asViewer(round.system, async (tx) => ({
    measurements: await tx.measurement.findMany({
      where: { indicatorId: round.unit.shareId },
      orderBy: { createdAt: 'asc' },
    }),
    corrections: await tx.correction.findMany({ where: { reportId }, orderBy: { id: 'asc' } }),
    audit: await tx.auditEvent.count({ where: { subjectId: reportId, action: 'report.corrected' } }),
    told: await tx.notification.findMany({ where: { reportId, kind: 'corrected' }, select: { userId: true } }),
  }))
const snapshots = () =>
  asViewer(round.system, (tx) =>
    tx.snapshot.findMany({ where: { periodId: round.periodId }, orderBy: { version: 'asc' }, select: { body: true } }),
  )
const measuredIn = (body: SnapshotBody) => body.indicators.find(({ id }) => id === round.unit.shareId)?.measurements

beforeEach(async () => {
  round = await makeRound()
  reportId = (await report()).id
})

describe('what is refused, and changes nothing', () => {
  it('who may not: writers and finance are told so, others are not told of the report', async () => {
    await approve(round, { [share()]: '87 %' }, true)
    const before = [await report(), await behind()]
    const given = await ask(share(), '85 %')
    for (const role of ['coordinator', 'otherCoordinator', 'finance'] as const) {
      expect([role, await correctFigure(round[role], given)]).toEqual([role, { ok: false, reason: 'NOT_ALLOWED' }])
    }
    for (const role of ['steering', 'auditor', 'otherCounty'] as const) {
      expect([role, await correctFigure(round[role], given)]).toEqual([role, { ok: false, reason: 'NOT_FOUND' }])
    }
    const stale = { ...given, version: given.version - 1 }
    expect(await correctFigure(round.director, stale)).toEqual({ ok: false, reason: 'STALE' })
    expect([await report(), await behind()]).toEqual(before)
  })

  it('a report that is being written', async () => {
    await fillReport(round.coordinator, reportId, { [share()]: '87 %' })
    expect(await correctFigure(round.director, await ask(share(), '85 %'))).toEqual({
      ok: false,
      reason: 'WRONG_STATE',
    })
  })

  it('what is no figure of this unit', async () => {
    await approve(round, { [share()]: '87 %' })
    const stranger = await makeRound()
    const paths = [
      'overall/light',
      'results/text',
      share('note'),
      `actions/${round.unit.actionIds[0]}/state`,
      'deviations/planChange',
      `indicators/${stranger.unit.shareId}/value`,
      'x',
    ]
    const before = [await report(), await behind()]
    for (const path of paths) {
      const refused = await correctFigure(round.director, await ask(path, '85 %'))
      expect([path, refused]).toEqual([path, { ok: false, reason: 'UNKNOWN_FIELD' }])
    }
    expect([await report(), await behind()]).toEqual(before)
  })

  it('what cannot be read, at its field; what is no change; n without a value', async () => {
    await approve(round, { [share()]: '87 %', [share('n')]: '40' })
    const before = [await report(), await behind()]
    const refusals = [
      [share(), '1.234', 'INVALID', 'values.error.ambiguousThousands'],
      [share(), '  ', 'INVALID', 'values.error.empty'],
      [share('n'), '3,5', 'INVALID', 'statusReports.error.wholeNumber'],
      [share('time'), '13/2025', 'INVALID', 'values.timeError.noSuchTime'],
      [share(), '87 %', 'NO_CHANGE', 'corrections.error.noChange'],
      [share(), ' 87,0 % ', 'NO_CHANGE', 'corrections.error.noChange'],
      [share('n'), '40', 'NO_CHANGE', 'corrections.error.noChange'],
      [`indicators/${round.unit.usedId}/n`, '5', 'INVALID', 'corrections.error.noValue'],
    ] as const
    for (const [path, text, why, message] of refusals) {
      const refused = await correctFigure(round.director, await ask(path, text))
      expect([path, refused]).toEqual([path, { ok: false, reason: why, fields: { text: message } }])
    }
    const blank = { ...(await ask(share(), '85 %')), reason: ' ' }
    await expect(correctFigure(round.director, blank)).rejects.toThrow(/reason_where_needed/)
    expect([await report(), await behind()]).toEqual(before)
  })
})

describe('a correction', () => {
  it('changes field and measurement, keeps both texts and both rows, tells the writer, and is audited once', async () => {
    await approve(round, { [share()]: '87 %', [share('n')]: '40', [share('note')]: 'Kysely' }, true)
    const { eventId, state } = await correct(share(), 'yli 85,5')
    expect(state).toBe('published')
    const { measurements, corrections, audit, told } = await behind()
    const [old, fresh] = measurements
    expect(corrections).toMatchObject([
      { eventId, path: share(), indicatorId: round.unit.shareId, before: '87 %', after: 'yli 85,5' },
    ])
    expect(measurements).toHaveLength(2)
    expect(old).toMatchObject({ replacedById: fresh?.id, correctionId: null, asWritten: '87 %' })
    expect(fresh).toMatchObject({
      replacedById: null,
      correctionId: corrections[0]?.id,
      qualifier: 'over',
      n: 40,
      note: 'Kysely',
      reportId,
      sort: old?.sort,
    })
    expect(audit).toBe(1)
    expect(told).toEqual([{ userId: round.coordinator.userId }])
    const { entries, events } = await report()
    expect(entries.find(({ path }) => path === share())).toMatchObject({
      text: 'yli 85,5',
      version: 2,
      confirmed: true,
    })
    expect(events.at(-1)).toMatchObject({ type: 'corrected', reason, actorId: round.director.userId })
    expect(await shown()).toMatchObject([
      {
        id: fresh?.id,
        replaces: [old?.id],
        corrections: [{ field: 'value', before: '87 %', after: 'yli 85,5', reason, eventId }],
      },
    ])
  })

  it('stands in the report as a step with both figures', async () => {
    await approve(round, { [share()]: '87 %' })
    const { eventId } = await correct(share(), '85 %')
    const view = await findReport(round.coordinator, {
      projectId: round.projectId,
      periodKey: '2025-Q3',
      unitId: round.unit.id,
    })
    expect(view?.events.find(({ id }) => id === eventId)).toMatchObject({
      type: 'corrected',
      reason,
      by: round.director.name,
      correction: { indicatorId: round.unit.shareId, before: '87 %', after: '85 %' },
    })
  })

  it('of n, of time, and again of the value: one row holds, and it knows them all', async () => {
    await approve(round, { [share()]: '87 %', [share('n')]: '40' })
    await correct(share('n'), '41')
    await correct(share('time'), '8/2025')
    await correct(share(), '85 %')
    expect(await shown()).toMatchObject([
      {
        value: { number: '85', n: 41 },
        time: { code: '2025-08' },
        corrections: [{ field: 'value' }, { field: 'time' }, { field: 'n' }],
      },
    ])
    expect((await behind()).measurements).toHaveLength(4)
  })

  it('adds a value that was never told', async () => {
    await approve(round, {})
    await correct(share(), '85 %')
    expect(await shown()).toMatchObject([
      { value: { number: '85' }, corrections: [{ before: '', after: '85 %' }], replaces: [] },
    ])
  })

  it('happens once however many times it is asked at once, and never beside another', async () => {
    await approve(round, { [share()]: '87 %' })
    const given = [await ask(share(), '85 %'), await ask(share(), '84 %')]
    const outcomes = await Promise.all([...given, ...given].map((one) => correctFigure(round.director, one)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const { measurements, corrections } = await behind()
    expect([measurements.length, corrections.length]).toEqual([2, 1])
  })

  it('can never be changed or removed', async () => {
    await approve(round, { [share()]: '87 %' })
    await correct(share(), '85 %')
    const change = (sql: string) => asViewer(round.system, (tx) => tx.$executeRawUnsafe(sql))
    const where = `WHERE "reportId" = '${reportId}'`
    await expect(change(`UPDATE "Correction" SET "before" = '1' ${where}`)).rejects.toThrow(/append-only/)
    await expect(change(`DELETE FROM "Correction" ${where}`)).rejects.toThrow(/append-only/)
  })

  it('survives a limited reopening and the approval after it', async () => {
    await approve(round, { [share()]: '87 %' })
    await beginNext(round)
    await correct(share(), '85 %')
    const before = await behind()
    const reopened = await reopenReport(round.director, { reportId, version: (await report()).version, reason })
    expect(reopened.ok).toBe(true)
    const saved = await saveField(round.coordinator, { reportId, path: 'results/text', text: 'Uusi.', version: 1 })
    expect(saved.ok && saved.value.ok).toBe(true)
    await sendAndApprove(round, reportId, round.periodId)
    expect((await behind()).measurements).toEqual(before.measurements)
  })
})

describe('values that came with a report made elsewhere', () => {
  const own = (scope: string | null, number: number) => ({
    organisationId: round.organisationId,
    indicatorId: round.unit.shareId,
    reportId,
    role: 'actual' as const,
    kind: 'number' as const,
    asWritten: `${number} %`,
    number,
    unit: '%',
    scope,
    source: 'THL',
    timeCode: '2025-08',
    sort: number,
  })
  const add = (rows: ReturnType<typeof own>[]) =>
    asViewer(round.system, (tx) => tx.measurement.createManyAndReturn({ data: rows, select: { id: true } }))

  it('are corrected without a field being made for them', async () => {
    await approve(round, {})
    await add([own(null, 2)])
    await correct(share(), '3 %')
    expect(await shown()).toMatchObject([
      {
        value: { number: '3', source: 'THL' },
        time: { code: '2025-08' },
        corrections: [{ before: '2 %', after: '3 %' }],
      },
    ])
    expect((await report()).entries.filter(({ path }) => path.startsWith('indicators/'))).toEqual([])
  })

  it('when there are several it must be said which, and only that one changes', async () => {
    await approve(round, {})
    const [first, second] = await add([own('lääkärit', 2), own('hammaslääkärit', 1)])
    const missing = { ok: false, reason: 'INVALID', fields: { measurementId: 'corrections.error.whichValue' } }
    expect(await correctFigure(round.director, await ask(share(), '3 %'))).toEqual(missing)
    const strange = await ask(share(), '3 %', { measurementId: reportId })
    expect(await correctFigure(round.director, strange)).toEqual(missing)
    await correct(share(), '3 %', { measurementId: String(second?.id) })
    const rows = await shown()
    expect(rows.map(({ value }) => [value.scope, value.number])).toEqual([
      ['hammaslääkärit', '3'],
      ['lääkärit', '2'],
    ])
    expect(rows[1]).toMatchObject({ id: first?.id, corrections: [] })
  })
})

describe('what is published', () => {
  it('stays as it was until it is published again; then it has both figures', async () => {
    await approve(round, { [share()]: '87 %' }, true)
    const [first] = await snapshots()
    const { eventId } = await correct(share(), '85 %')
    expect((await snapshots())[0]?.body).toBe(first?.body)
    expect(measuredIn(readBody(String(first?.body)))).toMatchObject([{ value: { number: '87' }, corrections: [] }])
    expect(await publishRound(round)).toBe(2)
    const [stored, second] = await snapshots()
    expect(stored?.body).toBe(first?.body)
    const body = readBody(String(second?.body))
    const told = { field: 'value', before: '87 %', after: '85 %', reason, eventId }
    expect(measuredIn(body)).toMatchObject([{ value: { number: '85' }, corrections: [told] }])
    const unit = body.units.find(({ id }) => id === round.unit.id)
    expect(unit?.report?.corrections).toMatchObject([{ ...told, indicatorId: round.unit.shareId }])
    expect(unit?.report?.indicators).toMatchObject([{ field: 'value', text: '85 %' }])
  })

  it('a snapshot from before corrections is still read', async () => {
    await approve(round, { [share()]: '87 %' }, true)
    const text = String((await snapshots())[0]?.body)
    const older = text.replaceAll('"corrections":[],', '')
    expect(older).not.toContain('corrections')
    expect(text.length).toBeGreaterThan(older.length)
    expect(readBody(older)).toEqual(readBody(text))
    expect(bodyText(readBody(older))).toBe(text)
  })

  it('a value of a later report that was opened again is not known in an earlier period', async () => {
    await approve(round, { [share()]: '87 %' }, true)
    const next = await beginNext(round)
    // Told in the later report of a time within the earlier period.
    await fillReport(round.coordinator, next.reportId, { [share()]: '60 %', [share('time')]: '9/2025' })
    await sendAndApprove(round, next.reportId, next.periodId)
    const { version } = await reportOf(round.unit.id, next.periodId)
    expect((await reopenReport(round.director, { reportId: next.reportId, version, reason })).ok).toBe(true)
    await publishRound(round)
    const newest = readBody(String((await snapshots()).at(-1)?.body))
    expect(measuredIn(newest)?.map(({ value }) => value.number)).toEqual(['87'])
  })

  it('the director is told how many corrections the publication lacks', async () => {
    const since = (viewer = round.director, key = '2025-Q3') => correctionsSince(viewer, round.projectId, key)
    await approve(round, { [share()]: '87 %', [share('n')]: '40' })
    expect(await since()).toBeNull()
    await correct(share(), '86 %')
    await publishRound(round)
    expect(await since()).toMatchObject({ count: 0, version: 1 })
    await correct(share(), '85 %')
    await correct(share('n'), '41')
    expect(await since()).toMatchObject({ count: 2, version: 1 })
    expect(await since(round.otherCounty)).toBeNull()
    expect(await since(round.steering)).toBeNull()
    await publishRound(round)
    expect(await since()).toMatchObject({ count: 0, version: 2 })
  })
})

describe('the final report', () => {
  it('a number bound before the correction follows it and says so; a figure says so under its caption', async () => {
    await approve(round, { [share()]: '87 %' })
    const [bound] = await shown()
    await correct(share(), '85 %')
    const data = await loadBoundData(round.director, round.projectId)
    const t = words('fi')
    const number = boundNumber(
      { ...unbound, sort: 0, source: 'measurement', measurementId: String(bound?.id) },
      data,
      t,
    )
    expect(number?.text).toBe('85\u00a0%')
    expect(number?.note).toMatch(/^Korjattu .*: 85\u00a0%, aiemmin 87\u00a0%\. Syy: Numerot vaihtoivat paikkaa\.$/)
    const indicator = data.indicators.find(({ id }) => id === round.unit.shareId)
    expect(indicator && indicatorFigure(indicator, 'b', t)?.notes).toEqual([number?.note])
  })
})
