import { describe, expect, test } from 'vitest'
import { compare, decimalFromNumber, sum } from '@/lib/values/decimal'
import { formatTypedValue, showUnderstood, showWritten } from '@/lib/values/format-value'
import { parseTime } from '@/lib/values/parse-time'
import { minutesInUnit } from '@/lib/values/units'
import type { InvestmentFact, MetricFact } from '@/prisma/seed/facts/kkk2'
import { readKkk2, readSyli } from '@/prisma/seed/facts/read'
import type { SyliIndicatorFact } from '@/prisma/seed/facts/syli'
import {
  type ReadMeasurement,
  readAmount,
  readMetricBaseline,
  readMetricMeasurement,
  readNationalActual,
  readNationalBaseline,
  readSyliBaseline,
  readSyliMeasurement,
} from '@/prisma/seed/values'

const kkk2 = readKkk2()
const syli = readSyli()
const metrics: MetricFact[] = kkk2.workpackages.flatMap((unit) => unit.metrics)
const nationals = kkk2.investments.flatMap((investment: InvestmentFact) => investment.national_indicators)

/** Every leaf of a value with its path. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, item]) => leaves(item, path === '' ? key : `${path}.${key}`))
}

/** Signs of the source that stand for a word of ours; the value beside them proves it. */
const signs: Record<string, string> = { gt: 'over', gte: 'at_least' }

/** Whether the text or number of the source is among what was read: as it is, as minutes, or as the name of a cell. */
function keeps(read: ReadMeasurement[], leaf: unknown): boolean {
  if (leaf === null) return true
  const parts = leaves(read).map(([, part]) => part)
  if (typeof leaf === 'boolean') return parts.includes(leaf)
  if (typeof leaf === 'string') return parts.includes(leaf) || parts.includes(`../${leaf}`)
  const exact = decimalFromNumber(leaf as number)
  const numbers = parts.filter((part) => typeof part === 'string' && /^-?\d+(?:\.\d+)?$/.test(part)) as string[]
  if (numbers.some((number) => compare(number, exact) === 0) || parts.includes(leaf)) return true
  return read.some(({ value }) => value.number !== null && minutesInUnit(value.number, value.unit) === exact)
}

/** Numbers that were read under another name than the source gives them, and main numbers that are another number. */
function misplaced(name: string, fact: object, read: ReadMeasurement[]): string[] {
  const { value, breakdown } = fact as { value: unknown; breakdown?: { label: string; value: number | null }[] }
  const typed = read[0]?.value
  if (!typed) return [name]
  const listed = (breakdown ?? []).map((cell) => [cell.label, cell.value] as const)
  const keyed = typed.kind === 'breakdown' || typed.kind === 'distribution' ? Object.entries(value ?? {}) : []
  const wrong = [...listed, ...keyed]
    .filter(([, number]) => typeof number === 'number')
    .filter(([label, number]) => !typed.cells.some((cell) => cell.label === label && Number(cell.number) === number))
  const shown = typed.number === null ? null : (minutesInUnit(typed.number, typed.unit) ?? typed.number)
  const main = typeof value === 'number' && Number(shown) !== value ? ['number'] : []
  return [...wrong.map(([label]) => `${name} ${label}`), ...main.map((what) => `${name} ${what}`)]
}

/** Leaves of the source that the reading lost. Keys of cells and inequalities count as leaves too. */
function lostLeaves(name: string, fact: object, read: ReadMeasurement[]): { checked: number; lost: string[] } {
  const checked = leaves(fact)
  const lost = checked.filter(([, leaf]) => !keeps(read, leaf)).map(([path, leaf]) => `${name} ${path}: ${leaf}`)
  const cells = leaves((fact as { value?: unknown }).value ?? null).flatMap(([path]) => path.split('.'))
  const named = cells.filter((key) => key !== '' && key !== 'min' && key !== 'max')
  for (const key of named) if (!keeps(read, signs[key] ?? key)) lost.push(`${name} key ${key}`)
  return { checked: checked.length + named.length, lost }
}

type Reading = { name: string; fact: object; read: ReadMeasurement[] }

const kkk2Readings: Reading[] = [
  ...metrics.flatMap((m) =>
    m.measurements.map((fact, i) => ({ name: `${m.id}@${i}`, fact, read: [readMetricMeasurement(m, fact)] })),
  ),
]
const syliReadings: Reading[] = syli.indicators.flatMap((indicator: SyliIndicatorFact) =>
  indicator.measurements.map((fact, i) => ({
    name: `${indicator.id}@${i}`,
    fact,
    read: [readSyliMeasurement(indicator, fact)],
  })),
)
const otherReadings: Reading[] = [
  ...metrics.flatMap((m) =>
    m.baseline ? [{ name: `${m.id} baseline`, fact: m.baseline, read: readMetricBaseline(m, m.baseline) }] : [],
  ),
  ...nationals.flatMap((n) =>
    n.actuals.map((fact, i) => ({ name: `${n.name}@${i}`, fact, read: [readNationalActual(n, fact)] })),
  ),
  ...nationals.flatMap((n) =>
    n.baseline ? [{ name: `${n.name} baseline`, fact: n.baseline, read: [readNationalBaseline(n, n.baseline)] }] : [],
  ),
  ...syli.indicators.flatMap((i) =>
    i.baseline ? [{ name: `${i.id} baseline`, fact: i.baseline, read: [readSyliBaseline(i, i.baseline)] }] : [],
  ),
]

describe('every value of the two real projects is kept, leaf by leaf', () => {
  test.each([
    ['kkk2 measurements', kkk2Readings, 108, 600],
    ['syli measurements', syliReadings, 213, 1300],
    ['baselines and national figures', otherReadings, 34, 130],
  ] as const)('%s', (name, readings, count, floor) => {
    const results = readings.map((reading) => lostLeaves(reading.name, reading.fact, reading.read))
    const checked = results.reduce((all, result) => all + result.checked, 0)
    const lost = results.flatMap((result) => result.lost)
    expect(readings.flatMap((reading) => misplaced(reading.name, reading.fact, reading.read))).toEqual([])
    console.log(`${name}: ${readings.length} read, ${checked} leaves, ${lost.length} lost`)
    expect(lost).toEqual([])
    expect(readings.length).toBeGreaterThanOrEqual(count)
    expect(checked).toBeGreaterThanOrEqual(floor)
  })

  test('counts are those of the sources', () => {
    expect([kkk2Readings.length, syliReadings.length, metrics.length, syli.indicators.length]).toEqual([
      108, 213, 183, 128,
    ])
  })

  test.each<[string, (read: ReadMeasurement) => ReadMeasurement]>([
    ['note', (read) => ({ ...read, value: { ...read.value, note: null } })],
    ['number', (read) => ({ ...read, value: { ...read.value, number: null, n: null } })],
    ['high end', (read) => ({ ...read, value: { ...read.value, numberTo: null } })],
    ['qualifier', (read) => ({ ...read, value: { ...read.value, qualifier: 'exact' } })],
    ['last cell', (read) => ({ ...read, value: { ...read.value, cells: read.value.cells.slice(0, -1) } })],
    ['written time', (read) => ({ ...read, time: { ...read.time, asWritten: null } })],
    ['area', (read) => ({ ...read, area: null })],
  ])('a reading that drops the %s is caught', (_name, damage) => {
    const lost = [...kkk2Readings, ...syliReadings].flatMap(
      ({ name, fact, read }) => lostLeaves(name, fact, read.map(damage)).lost,
    )
    expect(lost.length).toBeGreaterThan(0)
  })
})

test('numbers that change places are caught', () => {
  const turned = (read: ReadMeasurement): ReadMeasurement => {
    const numbers = read.value.cells.map((cell) => cell.number).reverse()
    const cells = read.value.cells.map((cell, index) => ({ ...cell, number: numbers[index] ?? null }))
    return {
      ...read,
      value: { ...read.value, cells, number: read.value.n === null ? read.value.number : String(read.value.n) },
    }
  }
  const wrong = [...kkk2Readings, ...syliReadings].flatMap(({ name, fact, read }) =>
    misplaced(name, fact, read.map(turned)),
  )
  expect(wrong.length).toBeGreaterThan(40)
})

const all = [...kkk2Readings, ...syliReadings, ...otherReadings]
const measurementOf = (name: string): ReadMeasurement => {
  const found = all.find((reading) => reading.name === name)?.read[0]
  if (!found) throw new Error(name)
  return found
}

describe('and understood', () => {
  test('an unknown stays an unknown and a zero a zero', () => {
    const wrong: string[] = []
    let unknown = 0
    for (const { name, fact, read } of all) {
      const { value: source } = fact as { value: unknown }
      const value = read[0]?.value
      if (!value) throw new Error(name)
      const empty = value.number === null && value.yes === null && value.text === null && value.cells.length === 0
      if (source === null && value.number !== null && value.kind !== 'range')
        wrong.push(`${name}: a number out of nothing`)
      if (empty !== (value.unknown !== null)) wrong.push(`${name}: ${value.unknown}`)
      if (source === 0 && value.number !== '0') wrong.push(`${name}: zero lost`)
      if (value.unknown !== null) unknown += 1
    }
    console.log(`values: ${all.length}, unknown: ${unknown}`)
    expect(wrong).toEqual([])
    expect(unknown).toBeGreaterThan(5)
  })

  test.each<[string, object]>([
    ['P4-I1A-TP2-NEPSY-M07@0', { kind: 'fraction', number: '5', numberTo: '5', unit: 'kpl', asWritten: '5/5' }],
    ['P4-I1A-TP2-NEPSY-M06@0', { kind: 'breakdown', number: '149' }],
    ['P4-I2-TP1-HYTE-M07@0', { number: '190', qualifier: 'about', asWritten: 'n. 190' }],
    ['P4-I3-TP1-M03@0', { kind: 'range', number: '47', numberTo: '80', unit: '%' }],
    ['P4-I1A-TP2-PERUSTASO-M03@0', { kind: 'change', number: '-25', asWritten: '25 vähemmän' }],
    ['P4-I1A-TP1-MUUTOS-M02@0', { kind: 'change', number: '-20', unit: '%' }],
    ['P4-I1A-TP1-HAIRIO-M02@0', { kind: 'count', number: '1.2', unit: 'HTV' }],
    ['P4-I1A-TP1-HAIRIO-M02@1', { kind: 'number', number: '16.3', unit: '% puheluista' }],
    ['P4-I1A-TP2-PERUSTASO-M04@0', { kind: 'duration', number: '20160', unit: 'vrk' }],
    ['P4-I1A-TP2-PERUSTASO-M10@0', { kind: 'scale', number: '4.07', n: 14 }],
    ['P4-I1B-TP3-M01@0', { kind: 'count', number: '1862' }],
    [
      'P4-I1B-TP2-SUOMIFI-M01@0',
      { kind: 'yes_no', yes: false, asWritten: 'käyttöönotto aloitettu, pilotti käynnissä' },
    ],
    ['P4-I1B-TP3-M11@0', { kind: 'state', unknown: null }],
    ['P4-I1B-TP1-M04 baseline', { number: '1500', qualifier: 'about' }],
    ['IND-004@0', { kind: 'range', number: '164', numberTo: '224' }],
    ['IND-005@0', { number: '56', qualifier: 'over', unit: '%' }],
    ['IND-010@0', { kind: 'change', number: '-37', unit: 'htv', qualifier: 'about' }],
    ['IND-021@0', { kind: 'duration', number: '184', unit: 'min' }],
    ['IND-026@0', { kind: 'duration', number: '148320', unit: 'vrk' }],
    ['IND-028@0', { kind: 'distribution', n: 44 }],
    ['IND-036@0', { kind: 'breakdown', number: null, unknown: null }],
    ['IND-033@0', { number: '50', qualifier: 'about', flags: ['qualifier_from_note'] }],
    ['IND-052@0', { number: '10', qualifier: 'about' }],
    ['IND-091@0', { number: '92000', qualifier: 'about' }],
    ['IND-097@0', { number: '39563', qualifier: 'about' }],
    ['IND-097@1', { number: '27350', qualifier: 'exact' }],
    ['IND-051@0', { kind: 'yes_no', yes: true }],
    ['IND-063@0', { number: '218', qualifier: 'at_least' }],
    ['IND-032@0', { kind: 'text', text: 'satoja tunteja' }],
    ['IND-128@0', { kind: 'text', text: '8–20' }],
    ['IND-074@0', { unknown: 'unknown', number: null }],
    ['IND-100@0', { kind: 'amount', number: '140000' }],
  ])('%s', (name, value) => {
    expect(measurementOf(name).value).toMatchObject(value)
  })

  test('cells keep their qualifier, their dimension and their own unit', () => {
    expect(measurementOf('IND-123@0').value.cells).toMatchObject([
      { label: 'organisaatiot', number: '14' },
      { label: 'työntekijät', number: '7000', qualifier: 'over' },
    ])
    expect(measurementOf('IND-030@0').value.cells[0]).toMatchObject({
      dimensions: { digipolku: 'rintojen pienennys' },
      number: '47',
    })
    expect(measurementOf('P4-I1A-TP2-MIELI-M04@0').value).toMatchObject({
      kind: 'count',
      number: '28',
      cells: [{ unit: '%', number: '12.1' }],
    })
    expect(measurementOf('P4-I1A-TP1-HAIRIO-M03@0').value.cells[2]).toMatchObject({ number: '1', unit: null })
  })

  test('parts that are parts add up to their total; asides do not pretend to', () => {
    const whole = all
      .flatMap(({ name, read }) => read.map(({ value }) => ({ name, value })))
      .filter(({ value }) => value.kind === 'breakdown' && value.number !== null)
    const wrong = whole.filter(
      ({ value }) => compare(sum(value.cells.map((cell) => cell.number)).total ?? '-1', value.number ?? '-2') !== 0,
    )
    console.log(`breakdowns with a total: ${whole.length}`)
    expect(whole.length).toBeGreaterThanOrEqual(8)
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  test('every value can be shown, in three languages, without a raw number', () => {
    const raw: string[] = []
    let shown = 0
    for (const { name, read } of all) {
      for (const { value } of read as ReadMeasurement[]) {
        for (const locale of ['fi', 'sv', 'en'] as const) {
          const text = showUnderstood(value, locale)
          if (value.unknown ? text !== null : text === null || text === '') raw.push(`${name} ${locale}: ${text}`)
          if (/null|undefined|NaN/.test(`${formatTypedValue(value, locale) ?? ''}${showWritten(value, locale) ?? ''}`))
            raw.push(name)
          if (locale === 'fi' && value.number !== null && /\d\.\d|\d{5}/.test(text ?? '')) raw.push(`${name}: ${text}`)
          shown += 1
        }
      }
    }
    console.log(`shown: ${shown}`)
    expect(raw).toEqual([])
    expect(shown).toBeGreaterThan(1000)
  })
})

describe('times of the real projects', () => {
  test('what a machine reads is what a person read, or it is refused', () => {
    const differing: string[] = []
    let same = 0
    let refused = 0
    for (const { name, read } of all) {
      for (const { time } of read as ReadMeasurement[]) {
        if (time.asWritten === null || (time.from === null && time.to === null)) continue
        const parsed = parseTime(time.asWritten, { year: 2025 })
        if (!parsed.ok) refused += 1
        else if (parsed.value.from === time.from && parsed.value.to === time.to) same += 1
        else differing.push(`${name}: ${time.asWritten} → ${parsed.value.code}, source ${time.code}`)
      }
    }
    console.log(`times read alike: ${same}, refused: ${refused}, otherwise: ${differing.length}`)
    expect(same).toBeGreaterThanOrEqual(215)
    // In these nine the one who read the source knew from elsewhere when it began, or which part of the year was meant.
    expect(differing).toEqual([
      'P4-I1A-TP2-NEPSY-M01@0: keväästä → 2025-H1, source 2025-Q3',
      'P4-I3-TP2-M04@0: syksyllä → 2025-08/2025-12, source 2025-Q4',
      'IND-031@0: vuoden 2025 loppuun mennessä → ../2025-12-31, source 2025-02/2025-12',
      'IND-043@0: 10/2025 → 2025-10, source ../2025-10-31',
      'IND-054@0: vuoden 2025 loppuun mennessä → ../2025-12-31, source 2024-12-04/2025-12-31',
      'IND-054@2: vuoden 2025 loppuun mennessä → ../2025-12-31, source 2024-12-04/2025-12-31',
      'IND-099@0: 31.12.2025 → 2025-12-31, source 2025-06/2025-12',
      'IND-107@0: Vuoden 2025 loppuun mennessä → ../2025-12-31, source 2025-Q4',
      'P4-I1A-TP2-M07 baseline: syksy 2022 → 2022-08/2022-12, source 2022',
    ])
  })

  test('every dated measurement has a code that answers its dates', () => {
    const without = all.flatMap(({ name, read }) =>
      read.filter(({ time }) => (time.from ?? time.to) !== null && time.code === null).map(() => name),
    )
    expect(without).toEqual([])
    expect(measurementOf('P4-I1A-TP2-PERUSTASO-M02@0').time).toMatchObject({
      asWritten: '28.8.2025 mennessä',
      code: '../2025-08-28',
      from: null,
      to: '2025-08-28',
    })
    expect(measurementOf('P4-I3-TP1-M02 baseline').time).toEqual({
      asWritten: 'edellinen vuosi',
      code: null,
      from: null,
      to: null,
      basis: null,
    })
    expect(measurementOf('IND-037@0').time).toMatchObject({ asWritten: 'Q4/2023', code: '2023-Q4' })
  })
})

describe('amounts', () => {
  test('71 purchases: what is printed is what is counted, one unknown', () => {
    const amounts = kkk2.procurements.lines.map((line) => readAmount(line.cost_eur, line.cost_as_written))
    const { total, unknown } = sum(amounts.map((amount) => amount.number))
    console.log(`purchases: ${amounts.length}, total ${total} €, unknown ${unknown}`)
    expect([amounts.length, total, unknown]).toEqual([71, '1312645.07', 1])
    const by = (investment: string) =>
      sum(
        kkk2.procurements.lines
          .filter((line) => line.investment === investment)
          .map((line) => readAmount(line.cost_eur, line.cost_as_written).number),
      )
    expect(['P4-I1', 'P4-I2', 'P4-I3', 'P4-I4'].map((code) => by(code).total)).toEqual([
      '546750.15',
      '22785',
      '4616',
      '738493.92',
    ])
  })

  test('budget rows: a dash is not part of the project and not zero', () => {
    const rows = kkk2.budget_table.rows.map((row) => readAmount(row.cost_eur, row.as_written, 'not_applicable'))
    expect(sum(rows.map((row) => row.number))).toEqual({
      total: '6465000',
      unknown: rows.filter((row) => row.unknown === 'not_applicable').length,
    })
    expect(rows.filter((row) => row.unknown !== null).length).toBe(4)
    const estimates = kkk2.workpackages
      .filter((unit) => unit.cost_estimate.as_written)
      .map((unit) => readAmount(unit.cost_estimate.value, unit.cost_estimate.as_written ?? ''))
    console.log(`budget rows: ${rows.length}, estimates: ${estimates.length}`)
    expect(sum(estimates.map((estimate) => estimate.number)).total).toBe('6224480')
  })

  test('a printed amount that differs from the number is not loaded', () => {
    expect(() => readAmount(2500, '2 600,00')).toThrow(RangeError)
    expect(() => readAmount(null, '2 600,00')).toThrow(RangeError)
    expect(() => readAmount(0, '-')).toThrow(RangeError)
    expect(() => readAmount(73000, '73.000')).toThrow(RangeError)
  })
})
