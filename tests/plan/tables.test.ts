import { describe, expect, it } from 'vitest'
import type { BudgetLineRow } from '@/lib/finance/model'
import { costTable } from '@/lib/plan/costs/model'
import { dependencySchema } from '@/lib/plan/dependencies/schema'
import { type MaturityRow, maturityAreas } from '@/lib/plan/maturity/model'
import { maturitySchema } from '@/lib/plan/maturity/schema'
import { missingOf } from '@/lib/plan/overview/model'
import { personMonthsSchema } from '@/lib/plan/person-months/schema'
import { yearTable } from '@/lib/plan/tables/model'

const line = (change: Partial<BudgetLineRow>): BudgetLineRow => ({
  id: crypto.randomUUID(),
  no: null,
  investmentId: null,
  workPackageId: null,
  pillarAsWritten: null,
  investmentAsWritten: null,
  title: 'Osa A',
  year: 2024,
  costType: null,
  fundingSource: 'grant',
  amount: '100.00',
  amountAsWritten: null,
  notInProject: false,
  fundingShares: [],
  version: 1,
  ...change,
})
const table = (lines: BudgetLineRow[], stated: string | null = null) =>
  costTable(
    { id: 't', source: 'Suunnitelma', stated, statedAsWritten: null, lines, notes: [], version: 1 },
    ({ title }) => title,
  )

describe('sums by part, row and year', () => {
  it('are exact, keep the order, put an untold year last, and say how many they lack', () => {
    const { years, parts, cells, total } = yearTable([
      { part: { key: 'B', name: 'Osa' }, row: 'x', year: 2025, amount: '0.1' },
      { part: { key: 'B', name: 'Osa' }, row: 'x', year: 2025, amount: '0.2' },
      { part: { key: 'A', name: 'Osa' }, row: 'y', year: null, amount: null },
      { part: { key: 'B', name: 'Osa' }, row: 'y', year: 2024, amount: '5' },
    ])
    expect(years).toEqual([2024, 2025, null])
    expect(parts.map(({ key }) => key)).toEqual(['B', 'A'])
    expect(parts[0]?.rows[0]?.cells).toEqual([null, { total: '0.3', lines: 2, unknown: 0 }, null])
    expect(parts[1]?.total).toEqual({ total: null, lines: 1, unknown: 1 })
    expect(cells[2]).toEqual({ total: null, lines: 1, unknown: 1 })
    expect(total).toEqual({ total: '5.3', lines: 4, unknown: 1 })
  })
})

describe('costs', () => {
  it('give own funding and its share of each part and of the whole', () => {
    const { own, table: sums } = table([
      line({ amount: '80.00' }),
      line({ amount: '20.00', fundingSource: 'own' }),
      line({ title: 'Osa B', amount: '100.00' }),
    ])
    expect(own.parts.get('title Osa A')).toEqual({ amount: '20', percent: '20', why: null })
    expect(own.parts.get('title Osa B')).toEqual({ amount: '0', percent: '0', why: null })
    expect(own.total).toEqual({ amount: '20', percent: '10', why: null })
    expect(sums.parts[0]?.rows.map(({ key, total }) => [key, total.total])).toEqual([
      ['grant', '80'],
      ['own', '20'],
    ])
  })

  it('of two parts that bear one name stay two', () => {
    const { own, table: sums } = table([
      line({ workPackageId: 'first', amount: '80.00' }),
      line({ workPackageId: 'second', amount: '5.00', fundingSource: 'own' }),
      line({ workPackageId: 'first', amount: '20.00', fundingSource: 'own' }),
    ])
    expect(sums.parts.map(({ name, total }) => [name, total.total])).toEqual([
      ['Osa A', '100'],
      ['Osa A', '5'],
    ])
    expect(own.parts.get('first')).toEqual({ amount: '20', percent: '20', why: null })
    expect(own.parts.get('second')).toEqual({ amount: '5', percent: '100', why: null })
  })

  it('give no share of what is not known, nor where a source is not told', () => {
    expect(table([line({ amount: null }), line({ fundingSource: 'own' })]).own.total).toEqual({
      amount: '100',
      percent: null,
      why: 'unknown',
    })
    expect(table([line({ fundingSource: null })]).own.total).toEqual({ amount: null, percent: null, why: 'untold' })
    expect(table([]).own.total).toEqual({ amount: null, percent: null, why: 'nothing' })
    // Own money of which nothing is known is no zero.
    expect(table([line({ amount: null, fundingSource: 'own' })]).own.total).toEqual({
      amount: null,
      percent: null,
      why: 'unknown',
    })
  })

  it('split a line by the shares of its sources, exactly, and leave the rest without a source', () => {
    const shares = [
      { source: 'grant' as const, percent: '66.67', note: null },
      { source: 'own' as const, percent: '20.00', note: null },
    ]
    const { table: sums } = table([line({ amount: '0.03', fundingSource: null, fundingShares: shares })])
    const rows = sums.parts[0]?.rows.map(({ key, total }) => [key, total.total])
    expect(rows).toEqual([
      ['grant', '0.020001'],
      ['own', '0.006'],
      ['', '0.003999'],
    ])
    expect(sums.total.total).toBe('0.03')
  })

  it('keep what is not part of the project out of every sum, and the printed total beside the computed one', () => {
    const {
      table: sums,
      check,
      outside,
    } = table([line({}), line({ title: 'Työkyky', amount: null, notInProject: true })], '340.00')
    expect(sums.parts.map(({ name }) => name)).toEqual(['Osa A'])
    expect(outside).toEqual(['Työkyky'])
    expect(check).toMatchObject({ difference: '-240', notInProject: 1, lines: { total: '100', unknown: 0 } })
  })
})

const assessed = (change: Partial<MaturityRow>): MaturityRow => ({
  id: crypto.randomUUID(),
  workPackageId: null,
  scale: 'Kypsyys',
  scaleMin: '0',
  scaleMax: '5',
  area: 'Johtaminen',
  asWritten: null,
  number: '2',
  unknown: null,
  assessedOn: '2024-01-01',
  timeAsWritten: null,
  note: null,
  source: null,
  version: 1,
  ...change,
})

describe('maturity', () => {
  it('puts the latest first and tells the change on one scale only', () => {
    const [area] = maturityAreas([
      assessed({ number: '3.5', assessedOn: '2025-01-01' }),
      assessed({ number: '1', assessedOn: null }),
      assessed({ number: '2' }),
    ])
    expect([area?.latest.number, ...(area?.earlier ?? []).map(({ number }) => number)]).toEqual(['3.5', '2', '1'])
    expect(area?.change).toBe('1.5')
    const other = maturityAreas([assessed({}), assessed({ number: '4', scaleMax: '10', assessedOn: '2025-01-01' })])
    expect(other[0]).toMatchObject({ latest: { number: '4' }, change: null })
  })

  it('says no change of an unknown, and keeps areas and parts apart', () => {
    const areas = maturityAreas([
      assessed({}),
      assessed({ number: null, unknown: 'unknown', assessedOn: '2025-01-01' }),
      assessed({ area: 'Tiedolla johtaminen' }),
      assessed({ workPackageId: 'a' }),
    ])
    expect(areas).toHaveLength(3)
    expect(areas[0]).toMatchObject({ change: null, latest: { unknown: 'unknown' } })
  })
})

describe('what a form of the plan takes', () => {
  const place = { project: 'kkk2', projectId: crypto.randomUUID() }
  const months = (given: object) => personMonthsSchema.safeParse({ ...place, ...given })
  const maturity = (given: object) => maturitySchema.safeParse({ ...place, scale: 'K', area: 'A', ...given })
  const need = (given: object) => dependencySchema.safeParse({ ...place, ...given })
  const fields = (found: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
    found.error?.issues.map(({ path, message }) => `${path.join('/')} ${message}`)

  it('keeps numbers exact and unknown ones unknown', () => {
    expect(months({ months: '4,5', year: '2025' }).data).toMatchObject({ months: '4.5', year: 2025 })
    expect(months({ role: 'Hankesuunnittelija', months: '' }).data).toMatchObject({ months: null, year: null })
    expect(months({ monthsAsWritten: 'noin puoli vuotta' }).data).toMatchObject({ months: null })
    expect(maturity({ asWritten: '3,5' }).data).toMatchObject({ number: '3.5', asWritten: '3,5' })
    expect(maturity({ asWritten: 'alkava' }).data).toMatchObject({ number: null, asWritten: 'alkava' })
  })

  it.each([
    [months({}), 'months plan.error.monthsOrWords'],
    [months({ months: '1.234' }), 'months plan.error.thousands'],
    [months({ months: 'paljon' }), 'months plan.error.number'],
    [months({ months: '1,234' }), 'months plan.error.decimals'],
    [months({ months: '-1' }), 'months plan.error.negative'],
    [months({ months: '1', year: '25' }), 'year plan.error.year'],
    [months({ months: '1', monthsAsWritten: '2 kk' }), undefined],
    [months({ months: '1', monthsAsWritten: '2' }), 'monthsAsWritten plan.error.writtenDiffers'],
    [maturity({}), 'asWritten plan.error.valueOrWhy'],
    [maturity({ asWritten: '6', scaleMax: '5' }), 'asWritten plan.error.outsideScale'],
    [maturity({ asWritten: '0', scaleMin: '1' }), 'asWritten plan.error.outsideScale'],
    [maturity({ asWritten: '2', unknown: 'hidden' }), 'unknown plan.error.valueAndUnknown'],
    [maturity({ asWritten: '2', scaleMin: '5', scaleMax: '5' }), 'scaleMax plan.error.scaleEnds'],
    [maturity({ asWritten: '2', assessedOn: '2025' }), 'assessedOn plan.error.day'],
    [need({}), 'text plan.error.nothingNeeded'],
    [need({ neededId: place.projectId, linkId: place.projectId }), 'linkId plan.error.twoNeeded'],
    [need({ neededId: place.projectId, workPackageId: place.projectId }), 'neededId plan.error.needsItself'],
  ])('case %#', (found, slip) => {
    if (slip === undefined) expect(found.success).toBe(true)
    else expect(fields(found)).toContain(slip)
  })
})

describe('what is missing', () => {
  const empty = {
    parts: [],
    investments: [],
    budgets: [],
    personMonths: [],
    maturity: [],
    dependencies: [],
    links: [],
    communications: { count: 0, topics: [] },
  }

  it('is everything of an empty project, and not what is there', () => {
    expect(missingOf(empty)).toHaveLength(8)
    const schedule = { start: null, end: null, asWritten: 'syksyllä', note: null }
    const part = { id: 'a', label: 'TP1', depth: 0, investmentId: null, schedule, times: {} }
    const parts = [{ ...part, table: { workPackageId: 'a', columns: [], rows: [] } }]
    expect(missingOf({ ...empty, parts })).not.toContain('schedule')
    expect(missingOf({ ...empty, parts })).toContain('costs')
  })
})
