import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { changeDefinition, defineIndicator } from '@/lib/indicators/definitions/commands'
import type { Meaning } from '@/lib/indicators/definitions/schema'
import { findIndicator, listIndicators } from '@/lib/indicators/queries'
import { addTarget, supersedeTarget } from '@/lib/indicators/targets/commands'
import { partsToFill } from '@/lib/indicators/values/breakdown/model'
import { enterBreakdown, enterValue } from '@/lib/indicators/values/commands'
import { breakdownSchema } from '@/lib/indicators/values/schema'
import { saveFields } from '@/lib/status-reports/fields/commands'
import { findIndicators } from '@/lib/steering/indicators/queries'
import { makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
let indicatorId: string

const meaning: Meaning = {
  name: 'Etävastaanottojen osuus',
  scope: 'local',
  kind: 'numeric',
  unit: '%',
  direction: 'up',
  accumulation: 'per_period',
  definition: null,
  formula: null,
  source: 'Potilastietojärjestelmä',
  producer: null,
  method: null,
  dimensions: ['ikäryhmä'],
  owner: 'suunnittelija',
  horizon: null,
}
const place = { code: null, workPackageId: null, investmentId: null, note: null }
const define = (who = round.director, more: object = {}) =>
  defineIndicator(who, { projectId: round.projectId, ...place, ...meaning, ...more })
const slip = { change: 'slip' as const, validFrom: null, reason: null, note: null }
const change = (more: object = {}, who = round.director, version = 1) =>
  changeDefinition(who, { indicatorId, version, ...slip, ...meaning, ...more })
const target = { role: 'final' as const, operator: 'gte' as const, limit: '35 %', time: '2/2025' }
const aim = (more: object = {}, who = round.director, version = 1) =>
  addTarget(who, { indicatorId, version, ...target, definition: null, source: null, ...more })
const value = { role: 'baseline' as const, value: '27 %', time: '2023', source: 'Hankesuunnitelma' }
const enter = (more: object = {}, who = round.director, version = 1) =>
  enterValue(who, { indicatorId, version, replacesId: null, n: null, scope: null, note: null, ...value, ...more })
const seen = () => findIndicator(round.director, indicatorId)
const audit = () =>
  asViewer(round.system, (tx) =>
    tx.auditEvent.findMany({
      where: { organisationId: round.organisationId, subjectType: 'indicator' },
      orderBy: { at: 'asc' },
      select: { action: true, right: true, actorId: true },
    }),
  )
const idOf = (done: Awaited<ReturnType<typeof define>>): string => {
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.value.indicatorId
}
/** The project's indicator as its page shows it. */
async function shown(id: string) {
  const project = { id: round.projectId, key: round.projectKey, periods: [] }
  const { rows } = await findIndicators(round.director, project as never)
  return rows.find((row) => row.id === id)
}

beforeEach(async () => {
  round = await makeRound()
  indicatorId = idOf(await define())
})

describe('who may not', () => {
  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s', async (role, reason) => {
    const who = round[role]
    const before = await seen()
    const refused = { ok: false, reason }
    expect(await define(who)).toEqual(refused)
    expect(await change({}, who)).toEqual(refused)
    expect(await aim({}, who)).toEqual(refused)
    expect(
      await supersedeTarget(who, { indicatorId, version: 1, targetId: indicatorId, on: null, reason: 'Muuttui.' }),
    ).toEqual(refused)
    expect(await enter({}, who)).toEqual(refused)
    const parts = { indicatorId, version: 1, ...value, n: null, scope: null, note: null, parts: [], total: '' }
    expect(await enterBreakdown(who, parts)).toEqual(refused)
    expect(await seen()).toEqual(before)
    expect(await audit()).toHaveLength(1)
  })

  it('nobody ties an indicator to a place of another project, and none is changed that was seen otherwise', async () => {
    const other = await makeRound()
    expect(await define(round.director, { workPackageId: other.unit.id })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await change({}, round.director, 7)).toEqual({ ok: false, reason: 'STALE' })
    expect(await aim({}, round.director, 7)).toEqual({ ok: false, reason: 'STALE' })
    expect(await audit()).toHaveLength(1)
  })
})

describe('a definition', () => {
  it('gives the indicator a label that nobody has, also when two are defined at once', async () => {
    const ids = (await Promise.all([define(), define(round.finance)])).map(idOf)
    const rows = await listIndicators(round.director, round.projectId)
    const codes = rows.map(({ sourceId }) => sourceId)
    expect(new Set(codes).size).toBe(codes.length)
    expect(rows.filter(({ id }) => ids.includes(id))).toHaveLength(2)
    const refused = { ok: false, reason: 'INVALID', fields: { code: 'indicators.error.codeTaken' } }
    expect(await define(round.director, { code: codes[0] })).toEqual(refused)
  })

  it('is put right where it stands when it was a slip', async () => {
    expect(await change({ name: 'Etäkontaktien osuus' })).toMatchObject({ ok: true })
    const row = await seen()
    expect(row?.versions).toHaveLength(1)
    expect(row).toMatchObject({
      version: 2,
      current: { name: 'Etäkontaktien osuus', version: 1 },
      dimensions: ['ikäryhmä'],
    })
  })

  it('keeps the earlier one with its last day when it changes, with the reason', async () => {
    const given = { change: 'definition', validFrom: '2025-06-01', reason: '6/2025: yli 5 % käynneistä', unit: 'kpl' }
    expect(await change(given)).toMatchObject({ ok: true })
    const row = await seen()
    expect(row?.versions).toMatchObject([
      { version: 1, unit: '%', supersededOn: '2025-05-31', source: 'Potilastietojärjestelmä' },
      { version: 2, unit: 'kpl', supersededOn: null, validFrom: '2025-06-01', reason: '6/2025: yli 5 % käynneistä' },
    ])
    const again = await change({ ...given, validFrom: '2025-06-01' }, round.director, 2)
    expect(again).toEqual({
      ok: false,
      reason: 'INVALID',
      fields: { validFrom: 'indicators.error.dayBeforeVersion' },
    })
    expect((await seen())?.version, 'nothing was done: the version stands').toBe(2)
  })

  it('of two who change at once one is told that the other was faster', async () => {
    const both = await Promise.all([change({ unit: 'kpl' }), change({ unit: 'hlö' }, round.finance)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  })
})

describe('a target', () => {
  it('is read as a number, judged, and stays to be read when it gives way', async () => {
    expect(await aim()).toMatchObject({ ok: true })
    const [first] = (await seen())?.targets ?? []
    expect(first).toMatchObject({
      number: '35',
      unit: '%',
      operator: 'gte',
      time: { code: '2025-02' },
      superseded: null,
    })
    await enter({ role: 'actual', value: '40 %', time: '2/2025' }, round.director, 2)
    expect((await shown(indicatorId))?.judgements).toMatchObject([{ verdict: 'reached', reason: 'met' }])
    const ending = { indicatorId, version: 3, targetId: first?.id ?? '', on: '2025-06-30', reason: 'Uusi päätös.' }
    expect(await supersedeTarget(round.director, ending)).toMatchObject({ ok: true })
    expect((await seen())?.targets[0]?.superseded).toEqual({ on: '2025-06-30', at: null, reason: 'Uusi päätös.' })
    expect((await shown(indicatorId))?.judgements).toEqual([])
    const twice = await supersedeTarget(round.director, { ...ending, version: 4 })
    expect(twice).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect((await audit()).map(({ action }) => action)).toEqual([
      'indicator.defined',
      'target.set',
      'indicator.value_entered',
      'target.superseded',
    ])
  })

  it.each([
    [{ limit: null }, { limit: 'indicators.error.limitMissing' }],
    [{ limit: 'paljon' }, { limit: 'values.error.notANumber' }],
    [{ limit: '40–50 %' }, { limit: 'indicators.error.limitNumber' }],
    [{ limit: '1.234' }, { limit: 'values.error.ambiguousThousands' }],
    [{ time: 'joskus' }, { time: 'values.timeError.notATime' }],
  ])('is not set from %j', async (more, fields) => {
    expect(await aim(more)).toEqual({ ok: false, reason: 'INVALID', fields })
    expect((await seen())?.targets).toEqual([])
  })

  it.each([
    [
      { operator: 'direction', limit: null },
      { operator: 'direction', number: null, text: null },
    ],
    [
      { operator: 'comparator', limit: 'vähintään koko maan taso' },
      { text: 'vähintään koko maan taso', number: null },
    ],
    [
      { operator: 'state', limit: 'otettu käyttöön' },
      { text: 'otettu käyttöön', number: null },
    ],
    [
      { operator: 'change_percent', limit: '−20' },
      { number: '-20', unit: '%' },
    ],
    [
      { operator: 'lt', limit: '0' },
      { number: '0', operator: 'lt' },
    ],
  ])('of any kind: %j', async (more, stored) => {
    expect(await aim(more)).toMatchObject({ ok: true })
    expect((await seen())?.targets).toMatchObject([stored])
  })
})

describe('a value from elsewhere', () => {
  it('is kept as written and as meant, and gives way to another without being lost', async () => {
    expect(await enter()).toMatchObject({ ok: true })
    const [first] = (await seen())?.measurements ?? []
    expect(first).toMatchObject({
      role: 'baseline',
      value: { asWritten: '27 %', number: '27', source: 'Hankesuunnitelma' },
    })
    expect(await enter({ replacesId: first?.id, value: 'ei tiedossa' }, round.director, 2)).toMatchObject({ ok: true })
    const [second, ...more] = (await seen())?.measurements ?? []
    expect(more).toEqual([])
    expect(second).toMatchObject({ value: { number: null, unknown: 'unknown' }, replaces: [first?.id] })
    expect(await enter({ replacesId: first?.id }, round.director, 3)).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })

  it.each([
    ['yli 56 %', { number: '56', qualifier: 'over' }],
    ['47–80 %', { number: '47', numberTo: '80' }],
    ['5/5', { kind: 'fraction' }],
    ['26 arvioitu → 10 ohjattu → 3 toteutettu', { kind: 'funnel' }],
    ['Kajaani: 12\nKuhmo: ei tiedossa', { kind: 'breakdown' }],
    ['ei kysytty', { unknown: 'not_asked' }],
    ['0 %', { number: '0', unknown: null }],
  ])('of any shape: %s', async (text, meant) => {
    expect(await enter({ value: text })).toMatchObject({ ok: true })
    expect((await seen())?.measurements).toMatchObject([{ value: { asWritten: text, ...meant } }])
  })

  it.each([
    [{ value: '1.234' }, { value: 'values.error.ambiguousThousands' }],
    [{ value: 'paljon' }, { value: 'values.error.notANumber' }],
    [{ time: '31.2.2025' }, { time: 'values.timeError.noSuchTime' }],
    [{ n: 'monta' }, { n: 'statusReports.error.wholeNumber' }],
  ])('is not entered from %j', async (more, fields) => {
    expect(await enter(more)).toEqual({ ok: false, reason: 'INVALID', fields })
    expect((await seen())?.measurements).toEqual([])
  })
})

describe('a breakdown', () => {
  const parts = (typed: [string, string][], total = '', version = 1) =>
    enterBreakdown(round.director, {
      ...{
        indicatorId,
        version,
        role: 'actual',
        time: 'Q3/2025',
        n: null,
        scope: null,
        source: 'Rekisteri',
        note: null,
      },
      ...{ parts: typed.map(([label, text]) => ({ label, value: text })), total },
    })

  it('keeps unknown parts apart from zero and from those that are not told, and a total apart from the parts', async () => {
    const typed: [string, string][] = [
      ['0–17', '12 %'],
      ['18–64', '0'],
      ['65–', 'ei tiedossa'],
      ['Muut', ''],
    ]
    expect(await parts(typed, 'noin 40')).toMatchObject({ ok: true })
    const [row] = (await seen())?.measurements ?? []
    expect(row?.value).toMatchObject({ kind: 'breakdown', number: '40', qualifier: 'about' })
    expect(row?.value.asWritten).toBe('noin 40 (0–17: 12 %; 18–64: 0; 65–: ei tiedossa)')
    expect(
      row?.value.cells.map(({ label, number, unknown, dimensions }) => [label, number, unknown, dimensions]),
    ).toEqual([
      ['0–17', '12', null, { ikäryhmä: '0–17' }],
      ['18–64', '0', null, { ikäryhmä: '18–64' }],
      ['65–', null, 'unknown', { ikäryhmä: '65–' }],
    ])
    expect(partsToFill((await seen()) ?? { measurements: [] }).slice(0, 4)).toEqual(['0–17', '18–64', '65–', ''])
  })

  it('without a total has none', async () => {
    expect(await parts([['0–17', '12']])).toMatchObject({ ok: true })
    expect((await seen())?.measurements).toMatchObject([{ value: { number: null, kind: 'breakdown' } }])
  })

  it.each<[[string, string][], string, Record<string, string>]>([
    [[], '', { 'part/0/value': 'indicators.error.partsMissing' }],
    [[['', '12']], '', { 'part/0/label': 'indicators.error.partMissing' }],
    [
      [
        ['A', '1'],
        ['a', '2'],
      ],
      '',
      { 'part/1/label': 'indicators.error.partTwice' },
    ],
    [[['A', '1.234']], '', { 'part/0/value': 'values.error.ambiguousThousands' }],
    [[['A', '1–2']], 'monta', { 'part/0/value': 'indicators.error.partNumber', total: 'values.error.notANumber' }],
  ])('is not entered from %j, %s', async (typed, total, fields) => {
    expect(await parts(typed, total)).toEqual({ ok: false, reason: 'INVALID', fields })
    expect((await seen())?.measurements).toEqual([])
  })

  it('is read from the fields of a form, in their order', () => {
    const sent = { project: 'p', indicatorId, version: '1', role: 'actual', time: '2025', source: 'x', total: '3' }
    const typed = {
      'part/1/value': '2',
      'part/0/label': 'A',
      'part/0/value': '1',
      'part/1/label': 'B',
      'part/x/label': 'C',
    }
    expect(breakdownSchema.parse({ ...sent, ...typed })).toMatchObject({
      total: '3',
      parts: [
        { label: 'A', value: '1' },
        { label: 'B', value: '2' },
      ],
    })
  })
})

describe('a calculated indicator', () => {
  const codes = async () =>
    (await listIndicators(round.director, round.projectId)).map(({ id, sourceId }) => [id, sourceId])
  const codeOf = async (id: string) => (await codes()).find(([one]) => one === id)?.[1] ?? ''

  it('is counted from others, and unknown where one of them is', async () => {
    const other = idOf(await define())
    const formula = `[${await codeOf(indicatorId)}] + [${await codeOf(other)}]`
    const counted = idOf(await define(round.director, { formula }))
    await enter({ role: 'actual', value: '27 %', time: 'Q2/2025' })
    const to = {
      indicatorId: other,
      version: 1,
      replacesId: null,
      n: null,
      scope: null,
      note: null,
      source: 'Rekisteri',
    }
    await enterValue(round.director, { ...to, role: 'actual', value: 'ei tiedossa', time: 'Q2/2025' })
    expect((await shown(counted))?.measurements).toMatchObject([{ value: { number: null, unknown: 'unknown' } }])
    await enterValue(round.director, { ...to, version: 2, role: 'actual', value: '3 %', time: 'Q3/2025' })
    await enter({ role: 'actual', value: '7 %', time: 'Q3/2025' }, round.director, 2)
    expect((await shown(counted))?.measurements).toMatchObject([{}, { value: { number: '10', flags: ['calculated'] } }])
  })

  it('is not counted from itself, from what is not there, or in a circle', async () => {
    const own = await codeOf(indicatorId)
    const refused = (reason: string) => ({
      ok: false,
      reason: 'INVALID',
      fields: { formula: `indicators.error.formula.${reason}` },
    })
    expect(await change({ formula: `[${own}] * 2` })).toEqual(refused('CYCLE'))
    expect(await change({ formula: '[M-999] * 2' })).toEqual(refused('UNKNOWN_INDICATOR'))
    expect(await change({ formula: '2 *' })).toEqual(refused('SYNTAX'))
    const next = idOf(await define(round.director, { formula: `[${own}] * 2` }))
    expect(await change({ formula: `[${await codeOf(next)}] * 2` })).toEqual(refused('CYCLE'))
  })

  it('is never written: neither as a value from elsewhere nor in a report', async () => {
    const own = await codeOf(indicatorId)
    const { shareId } = round.unit
    const given = { ...slip, ...meaning, formula: `[${own}]` }
    expect(await changeDefinition(round.director, { indicatorId: shareId, version: 1, ...given })).toMatchObject({
      ok: true,
    })
    const into = { indicatorId: shareId, version: 2, replacesId: null, n: null, scope: null, note: null, ...value }
    expect(await enterValue(round.director, { ...into, role: 'actual' })).toEqual({ ok: false, reason: 'CALCULATED' })
    expect(await enterValue(round.director, into)).toMatchObject({ ok: true })
    const report = await reportOf(round.unit.id, round.periodId)
    const path = `indicators/${shareId}/value`
    const saved = await saveFields(round.coordinator, {
      reportId: report.id,
      fields: [{ path, text: '5 %', version: 0 }],
    })
    expect(saved.ok && saved.value.fields).toMatchObject([{ path, ok: false, reason: 'UNKNOWN_FIELD' }])
  })
})
