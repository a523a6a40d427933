import { describe, expect, it } from 'vitest'
import type { LineChart } from '@/lib/charts/model'
import { words } from '@/lib/platform/words'
import type { SnapshotIndicator, SnapshotMeasurement } from '@/lib/rounds/snapshot/model'
import { chartsOf } from '@/lib/steering/indicators/explorer/charts/model'
import {
  chosenOf,
  type ExplorerChoice,
  everyPart,
  offeredIndicators,
  partsOffered,
  plainChoice,
  timesOffered,
} from '@/lib/steering/indicators/explorer/model'
import { clipboardRows, valueListing, valueRows } from '@/lib/steering/indicators/explorer/values/model'
import { makeValue } from '@/lib/values/make-value'
import type { UnknownKind, ValueCell } from '@/lib/values/typed-value'
import { makeIndicator, makeMeasurement, makeTarget } from '@/tests/support/builders/snapshot'

const t = words('fi')
const drawn = (rows: SnapshotIndicator[], choice: Partial<ExplorerChoice> = {}, hasCard = (_id: string) => false) =>
  chartsOf(t, rows, { ...plainChoice, ...choice }, hasCard)

function lineOf(panel: { model: object } | undefined): LineChart {
  if (!panel) throw new Error('nothing was drawn')
  return panel.model as LineChart
}
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const textsOf = (model: object) =>
  (model as LineChart).series.map(({ points }) => points.map(({ text }) => plain(text)))
const valuesOf = (model: object) => (model as LineChart).series.map(({ points }) => points.map(({ value }) => value))

const inUnit = (id: string, unit: string | null, ...values: [string, string][]): SnapshotIndicator =>
  makeIndicator(id, {
    unit,
    measurements: values.map(([number, code], index) => {
      const one = makeMeasurement(`${id}-${index}`, number, code)
      return { ...one, value: makeValue('number', { number, unit }) }
    }),
  })

const missing = (id: string, code: string, unknown: UnknownKind): SnapshotMeasurement => ({
  ...makeMeasurement(id, null, code),
  value: makeValue('number', { number: null, unit: '%', unknown }),
})

describe('gaps', () => {
  const indicator = makeIndicator('a', {
    measurements: [
      makeMeasurement('1', '0', '2024-Q1'),
      missing('2', '2024-Q2', 'unknown'),
      missing('3', '2024-Q3', 'hidden'),
      missing('4', '2024-Q4', 'not_asked'),
      missing('5', '2025-Q1', 'not_applicable'),
      makeMeasurement('6', '12', '2025-Q3'),
    ],
  })
  const [panel] = drawn([indicator]).panels

  it('have six meanings in words, and only zero is a number', () => {
    expect(panel && valuesOf(panel.model)).toEqual([['0', null, null, null, null, null, '12']])
    const [texts = []] = panel ? textsOf(panel.model) : []
    expect(texts).toEqual(['0 %', 'Ei tiedossa', 'Salattu', 'Ei kysytty', 'Ei koske', 'ei mitattu', '12 %'])
    expect(new Set(texts).size).toBe(7)
  })

  it('have a mark where there is a word, and none where nobody measured', () => {
    const told = lineOf(panel).series[0]?.points.map((point) => point.told ?? false)
    expect(told).toEqual([false, true, true, true, true, false, false])
    expect(panel?.notes.join(' ')).toContain('Katkoviivainen ympyrä')
  })

  it('a range is written and has no place; a qualified number has both', () => {
    const range = { ...makeMeasurement('r', null, '2025-Q1') }
    const about = { ...makeMeasurement('q', null, '2025-Q2') }
    const [one] = drawn([
      makeIndicator('b', {
        measurements: [
          { ...range, value: makeValue('range', { number: '47', numberTo: '80', unit: '%' }) },
          { ...about, value: makeValue('number', { number: '56', qualifier: 'over', unit: '%' }) },
        ],
      }),
    ]).panels
    expect(one && textsOf(one.model)).toEqual([['47–80 %', 'yli 56 %']])
    expect(one && valuesOf(one.model)).toEqual([[null, '56']])
  })
})

describe('units', () => {
  const rows = [
    inUnit('share', '%', ['50', '2024'], ['60', '2025']),
    inUnit('same', 'prosenttia', ['10', '2024'], ['20', '2025']),
    inUnit('people', 'hlö', ['900', '2024'], ['1000', '2025']),
    inUnit('bare', null, ['1', '2024'], ['2', '2025']),
    inUnit('naked', null, ['3', '2024'], ['4', '2025']),
  ]

  it.each(['line', 'bars'] as const)('are never two on one axis: %s', (shape) => {
    const { panels, remarks } = drawn(rows, { shape })
    expect(panels.map(({ indicatorIds }) => indicatorIds)).toEqual([['share', 'same'], ['people'], ['bare'], ['naked']])
    expect(remarks).toEqual([t('explorer.remark.units')])
    expect(panels[2]?.notes).toContain(t('explorer.note.noUnit'))
  })

  it('split an indicator that was measured in two', () => {
    const mixed = inUnit('mixed', '%', ['50', '2024'])
    const other = inUnit('mixed', 'hlö', ['7', '2025']).measurements
    const { panels } = drawn([{ ...mixed, measurements: [...mixed.measurements, ...other] }])
    expect(panels.map(({ model }) => valuesOf(model))).toEqual([[['50']], [['7']]])
  })

  it('a duration stands in the unit of its indicator', () => {
    const days = makeMeasurement('d', null, '2025')
    const value = makeValue('duration', { number: '20160', unit: 'vrk' })
    const [panel] = drawn([makeIndicator('d', { unit: 'vrk', measurements: [{ ...days, value }] })]).panels
    expect(panel && valuesOf(panel.model)).toEqual([['14']])
  })

  it('six series of one unit are two charts, evenly', () => {
    const six = [1, 2, 3, 4, 5, 6].map((id) => inUnit(String(id), '%', ['1', '2024']))
    expect(drawn(six).panels.map(({ model }) => (model as LineChart).series.length)).toEqual([3, 3])
  })
})

describe('small charts', () => {
  const rows = [inUnit('low', '%', ['1', '2023'], ['2', '2024']), inUnit('high', '%', ['80', '2024'], ['90', '2025'])]

  it('share scale and times, or say that they do not', () => {
    const common = drawn(rows, { shape: 'small', axis: 'common' })
    const own = drawn(rows, { shape: 'small', axis: 'own' })
    const periods = ({ panels }: typeof common) => panels.map(({ model }) => (model as LineChart).periods)
    expect(periods(common)).toEqual([
      ['2023', '2024', '2025'],
      ['2023', '2024', '2025'],
    ])
    expect(periods(own)).toEqual([
      ['2023', '2024'],
      ['2024', '2025'],
    ])
    expect(lineOf(common.panels[0]).besides).toContain('90')
    expect(lineOf(own.panels[0]).besides).toBeUndefined()
    expect([common.remarks, own.remarks]).toEqual([[t('explorer.remark.commonAxis')], [t('explorer.remark.ownAxis')]])
  })

  it('have their targets; a chart of several indicators says why it has none', () => {
    const aimed = rows.map((row) => ({ ...row, targets: [makeTarget(`t-${row.id}`, { number: '95', unit: '%' })] }))
    const targets = (shape: 'small' | 'line') =>
      drawn(aimed, { shape }).panels.map(({ model }) => model.targets.map(({ value }) => value))
    expect(targets('small')).toEqual([['95'], ['95']])
    expect(targets('line')).toEqual([[]])
    expect(drawn(aimed, { shape: 'line' }).panels[0]?.notes).toContain(t('explorer.note.targets'))
  })
})

describe('times', () => {
  const row = inUnit('a', '%', ['1', '2023'], ['2', '2024-Q2'], ['3', '2025-Q3'])

  it('let in what falls on them even in part, and say when nothing does', () => {
    const values = (from: string, to: string) =>
      valueRows(t, [row], { ...plainChoice, from, to }).map(({ number }) => number)
    expect(values('', '')).toEqual(['1', '2', '3'])
    expect(values('2024-Q2', '2025-Q2')).toEqual(['2'])
    expect(values('2023-Q4', '2024')).toEqual(['1', '2'])
    expect(drawn([row], { from: '2030' }).notDrawn).toEqual([{ name: row.name, why: 'no_values' }])
  })

  it('are offered from the first value to the last', () => {
    expect(timesOffered([row])).toEqual(
      ['2023', '2024', '2025'].flatMap((year) => [1, 2, 3, 4].map((no) => `${year}-Q${no}`)).slice(0, 11),
    )
    expect(timesOffered([])).toEqual([])
    expect(timesOffered([inUnit('long', '%', ['1', '1990'], ['2', '2025'])])).toHaveLength(36)
  })
})

describe('parts', () => {
  const cell = (kunta: string, sukupuoli: string, number: string | null): ValueCell => ({
    label: `${kunta}, ${sukupuoli}`,
    dimensions: { kunta, sukupuoli },
    asWritten: null,
    number,
    unit: 'hlö',
    qualifier: 'exact',
    unknown: number === null ? 'hidden' : null,
  })
  const divided = (id: string, code: string, ...cells: ValueCell[]) => ({
    ...makeMeasurement(id, null, code),
    value: makeValue('breakdown', { cells, unit: 'hlö' }),
  })
  const row = makeIndicator('p', {
    unit: 'hlö',
    measurements: [
      divided('1', '2024', cell('Kajaani', 'naiset', '3'), cell('Kuhmo', 'naiset', null)),
      divided('2', '2025', cell('Kajaani', 'naiset', '0'), cell('Kuhmo', 'naiset', '4')),
    ],
  })

  it('are offered by their dimensions, and drawn without adding anything up', () => {
    expect(partsOffered([row])).toEqual([everyPart, 'kunta', 'sukupuoli'])
    const [panel] = drawn([row], { part: 'kunta' }).panels
    expect(lineOf(panel).series.map(({ name }) => name)).toEqual([
      'Kajaani, sukupuoli: naiset',
      'Kuhmo, sukupuoli: naiset',
    ])
    expect(panel && valuesOf(panel.model)).toEqual([
      ['3', '0'],
      [null, '4'],
    ])
    expect(panel && textsOf(panel.model)[1]).toEqual(['salattu', '4'])
  })

  it('of one time are bars, and an indicator without them says so', () => {
    const { panels, notDrawn } = drawn([row, inUnit('whole', '%', ['1', '2024'])], { part: everyPart, shape: 'bars' })
    expect(panels.map(({ model }) => [model.kind, model.title])).toEqual([['bars', 'Mittari p, 2025']])
    expect(notDrawn).toEqual([{ name: 'Mittari whole', why: 'no_parts' }])
  })
})

describe('figures', () => {
  it('lead to their cards only where they have one', () => {
    const row = inUnit('a', '%', ['1', '2024'], ['2', '2025'])
    const [panel] = drawn([row], {}, (id) => id === 'a-1').panels
    const sources = lineOf(panel).series[0]?.points.map(({ source }) => source?.id ?? null)
    expect(sources).toEqual([null, 'a-1'])
  })

  it('go out exact, with the words for those that are missing in a column of their own', () => {
    const row = makeIndicator('=a', {
      name: '=SUMMA(A1)',
      measurements: [makeMeasurement('1', '-35.5', '2024'), missing('2', '2025', 'hidden')],
    })
    const listing = valueListing(t, valueRows(t, [row], plainChoice), {
      units: new Map(),
      cardOf: (id) => (id === '1' ? 'https://x.example/r/1' : null),
    })
    const at = (header: string) => listing.columns.findIndex((column) => column.header === header)
    const column = (header: string) => listing.rows.map((cells) => cells[at(header)])
    expect(column('Luku')).toEqual(['-35.5', null])
    expect(column('Miksi arvoa ei ole')).toEqual([null, 'Salattu'])
    expect(column('Arvo').map((text) => text && plain(text))).toEqual(['−35,5 %', null])
    expect(column('Luvun kortti')).toEqual(['https://x.example/r/1', null])
    const [, copied] = clipboardRows(listing, 'fi')
    expect(copied?.[at('Luku')]).toBe('-35,5')
    expect(copied?.[at('Mittari')]).toBe("'=SUMMA(A1)")
  })
})

describe('the choice', () => {
  const nation = inUnit('n', '%', ['1', '2024'])
  const own = { ...inUnit('o', '%', ['2', '2024']), scope: 'local' as const, workPackageId: 'u' }
  const offered = {
    known: { rows: [nation, own], publication: { code: 'c', periodKey: '2025-Q3' }, live: false },
    units: new Map([['u', 'Työpaketti 1']]),
    investments: new Map<string, string>(),
  }

  it('begins with the national indicators, and keeps the order chosen', () => {
    expect(chosenOf(offered, plainChoice)).toMatchObject({ chosen: [nation], unasked: true, problems: [] })
    expect(chosenOf(offered, { ...plainChoice, indicators: ['o', 'n'] })).toMatchObject({ chosen: [own, nation] })
  })

  it.each([
    [{ indicators: ['o', 'strange'] }, 'indicator_missing'],
    [{ unit: 'x' }, 'unit'],
    [{ investment: 'x' }, 'investment'],
    [{ publication: '2024-Q1' }, 'publication'],
    [{ part: 'kunta' }, 'part'],
  ])('%j is told of', (wrong, problem) => {
    expect(chosenOf(offered, { ...plainChoice, ...wrong }).problems).toEqual([problem])
  })

  it('is not lost by searching', () => {
    const found = offeredIndicators(offered, [own], { ...plainChoice, text: 'ei löydy' })
    expect(found).toEqual({ chosen: [own], others: [] })
    expect(offeredIndicators(offered, [], { ...plainChoice, unit: 'u' }).others).toEqual([own])
  })
})
