import { describe, expect, it } from 'vitest'
import type { UnitState } from '@/lib/rounds/model'
import {
  countFindings,
  type Finding,
  findingsOf,
  type PrecheckRule,
  precheckRules,
} from '@/lib/rounds/publishing/prechecks/model'
import { readFindings } from '@/lib/rounds/publishing/prechecks/schema'
import { partsThatDiffer, totalsThatDiffer } from '@/lib/rounds/publishing/prechecks/sums/model'
import type { SnapshotDataTable } from '@/lib/rounds/snapshot/data-tables/model'
import type { SnapshotBody, SnapshotReport } from '@/lib/rounds/snapshot/model'
import { makeCell, makeValue } from '@/lib/values/make-value'
import { makeBody, makeIndicator, makeMeasurement, makeUnit } from '../support/builders/snapshot'

type Budget = SnapshotBody['finance']['budgets'][number]

const report = (parts: Partial<SnapshotReport> = {}): SnapshotReport => ({
  id: 'report',
  scope: 'full',
  submitted: null,
  approved: null,
  light: { entryId: 'e', value: 'green' },
  reason: null,
  actions: [],
  results: null,
  nextSteps: null,
  deviations: null,
  planChange: null,
  risks: null,
  indicators: [],
  toimintamallit: [],
  derivedFigures: [],
  corrections: [],
  note: null,
  comments: [],
  ...parts,
})
const unit = (parts: Partial<SnapshotReport> | null = {}) => makeUnit('u', { report: parts && report(parts) })
const budget = (parts: Partial<Budget> = {}): Budget => ({
  id: 'b',
  source: 'Talousarvio',
  stated: '100',
  statedAsWritten: '100 €',
  lines: [],
  sum: { total: '100', lines: 1, unknown: 0 },
  notInProject: 0,
  difference: '0',
  estimateDifference: null,
  notes: [],
  ...parts,
})
const money = (one: Budget, estimates: string | null = null) => ({
  ...makeBody().finance,
  budgets: [one],
  estimateSum: { total: estimates, lines: 1, unknown: 0 },
})
const own = makeIndicator('i', { scope: 'local', workPackageId: 'u' })
const told = (text: string) => ({ indicators: [{ entryId: 'e', text, indicatorId: 'i', field: 'value' as const }] })
const broken = (parts: [string, string | null][], number: string | null, unit: string | null = 'kpl') =>
  makeValue('breakdown', { number, unit, cells: parts.map(([label, cell]) => makeCell(label, { number: cell, unit })) })
const measured = (value: ReturnType<typeof broken>, code = '2025-08') => ({
  ...own,
  measurements: [{ ...makeMeasurement('m', null, code), value }],
})
const table = (
  rows: [string, string | null][],
  unit: string | null = null,
): Pick<SnapshotDataTable, 'columns' | 'rows'> => ({
  columns: [
    { key: 'name', title: 'Nimi', unit: null },
    { key: 'n', title: 'Määrä', unit },
  ],
  rows: rows.map(([name, number], i) => [
    { id: `n${i}`, column: 'name', part: '', text: name, number: null, unknown: null },
    { id: `c${i}`, column: 'n', part: '', text: number, number, unknown: null },
  ]),
})
const asTable = (rows: [string, string | null][]): SnapshotDataTable => ({
  ...table(rows),
  id: 't',
  sourceId: 't',
  workPackageId: null,
  investmentId: null,
  indicatorId: null,
  kind: 'table',
  title: 'Taulukko',
  notes: [],
})

type Case = { body?: Partial<SnapshotBody>; state?: UnitState; open?: number }
const find = ({ body = {}, state = 'approved', open = 0 }: Case): Finding[] =>
  findingsOf({
    body: makeBody({ units: [unit()], ...body }),
    states: new Map([['u', state]]),
    threads: new Map([['u', open]]),
  })

/** Each rule: what it must find, and the nearest thing that it must not. */
const cases: Record<PrecheckRule, { found: Case; not: Case; part?: Partial<Finding> }> = {
  no_report: {
    found: { state: 'no_report', body: { units: [unit(null)] } },
    not: { state: 'no_report', body: { units: [makeUnit('u', { reports: false })] } },
    part: { title: 'Yksikkö u', place: { unitId: 'u', path: null } },
  },
  not_approved: {
    found: { state: 'submitted', body: { units: [unit(null)] } },
    not: { state: 'published' },
    part: { state: 'submitted' },
  },
  red_without_reason: {
    found: { body: { units: [unit({ light: { entryId: 'e', value: 'red' }, reason: { entryId: 'r', text: '  ' } })] } },
    not: {
      body: { units: [unit({ light: { entryId: 'e', value: 'red' }, reason: { entryId: 'r', text: 'Viive.' } })] },
    },
    part: { place: { unitId: 'u', path: 'overall' } },
  },
  yellow_without_reason: {
    found: { body: { units: [unit({ light: { entryId: 'e', value: 'yellow' } })] } },
    not: { body: { units: [unit({ light: null })] } },
  },
  open_comments: { found: { open: 2 }, not: { open: 0 }, part: { count: 2 } },
  no_value: {
    found: {
      body: {
        units: [unit(told(' '))],
        indicators: [{ ...own, measurements: [makeMeasurement('m', '1', '2025-06')] }],
      },
    },
    not: { body: { units: [unit(told('12 %'))], indicators: [own] } },
    part: { part: 'Mittari i', place: { unitId: 'u', path: 'indicators' } },
  },
  no_national_value: {
    found: {
      body: {
        indicators: [
          makeIndicator('n', { measurements: [makeMeasurement('m', '1', '2025-08', { role: 'baseline' })] }),
        ],
      },
    },
    not: { body: { indicators: [makeIndicator('n', { measurements: [makeMeasurement('m', '1', '2025-08')] })] } },
    part: { place: 'targets' },
  },
  budget_differs: {
    found: { body: { finance: money(budget({ sum: { total: '90', lines: 1, unknown: 0 }, difference: '-10' })) } },
    not: { body: { finance: money(budget({ stated: null, difference: null })) } },
    part: { sums: { told: '100', counted: '90', unit: '€' } },
  },
  estimates_differ: {
    found: { body: { finance: money(budget({ estimateDifference: '-240520.00' }), '6224480') } },
    not: { body: { finance: money(budget({ estimateDifference: '0.00' }), '100') } },
  },
  parts_differ: {
    found: {
      body: {
        units: [unit(told('x'))],
        indicators: [
          measured(
            broken(
              [
                ['A', '1'],
                ['B', '2'],
              ],
              '4',
            ),
          ),
        ],
      },
    },
    not: {
      body: {
        units: [unit(told('x'))],
        indicators: [
          measured(
            broken(
              [
                ['A', '1'],
                ['B', '2'],
              ],
              '3.0',
            ),
          ),
        ],
      },
    },
    part: { sums: { told: '4', counted: '3', unit: 'kpl' }, part: 'Mittari i' },
  },
  rows_differ: {
    found: {
      body: {
        dataTables: [
          asTable([
            ['A', '1'],
            ['B', '2'],
            ['Yhteensä', '4'],
          ]),
        ],
      },
    },
    not: {
      body: {
        dataTables: [
          asTable([
            ['A', '1'],
            ['B', '2'],
            ['Yhteensä', '3'],
          ]),
        ],
      },
    },
    part: { title: 'Taulukko', part: 'Määrä', place: 'structure' },
  },
}

describe('the list before publishing', () => {
  it.each(precheckRules)('%s: finds it, and not its neighbour', (rule) => {
    const { found, not, part = {} } = cases[rule]
    expect(find(found).map((finding) => finding.rule)).toEqual([rule])
    expect(find(found)[0]).toMatchObject(part)
    expect(find(not)).toEqual([])
  })

  it('is empty when nothing is amiss, and else in the order of the rules', () => {
    expect(find({})).toEqual([])
    const bad = { state: 'draft' as const, open: 1, body: { units: [unit(null)], indicators: [makeIndicator('n')] } }
    expect(find(bad).map(({ rule }) => rule)).toEqual(['not_approved', 'open_comments', 'no_national_value'])
    expect(countFindings(find(bad))).toEqual({ not_approved: 1, open_comments: 1, no_national_value: 1 })
  })

  it('is stored and read back the same, and nothing else is taken for it', () => {
    const all = precheckRules.flatMap((rule) => find(cases[rule].found))
    expect(readFindings(JSON.parse(JSON.stringify(all)))).toEqual(all)
    expect(() => readFindings([{ rule: 'else' }])).toThrow()
  })
})

describe('an indicator without a value', () => {
  it.each([
    ['points to another unit’s', { indicators: [{ ...own, seeIndicatorOf: 'Toinen yksikkö' }] }],
    ['is long-term', { indicators: [{ ...own, horizon: 'long_term' }] }],
    ['belongs to a unit whose report is missing', { units: [unit(null)], indicators: [own] }],
    ['belongs to a unit that has ended', { units: [unit({ scope: 'ended' })], indicators: [own] }],
    [
      'was measured in the period',
      { indicators: [{ ...own, measurements: [makeMeasurement('m', '1', '2025-07/2025-08')] }] },
    ],
    [
      'was told by the report for another time',
      { indicators: [{ ...own, measurements: [{ ...makeMeasurement('m', '1', '2024'), reportId: 'report' }] }] },
    ],
  ])('is no finding when it %s', (_why, body) => {
    expect(find({ body }).filter(({ rule }) => rule === 'no_value')).toEqual([])
  })
})

describe('parts of a value', () => {
  const two: [string, string | null][] = [
    ['A', '1'],
    ['B', '2'],
  ]

  it.each([
    ['a total among the parts', broken([...two, ['Yhteensä', '4']], null), { told: '4', counted: '3', unit: 'kpl' }],
    ['a total among the parts that agrees', broken([...two, ['Yhteensä', '3']], null), null],
    ['no total', broken(two, null), null],
    ['shares', broken(two, '50', '%'), null],
    ['durations', broken(two, '50', 'vrk'), null],
    ['an unknown part', broken([...two, ['C', null]], '9'), null],
    ['one part only', broken([['A', '1']], '9'), null],
    ['another kind', makeValue('funnel', { number: '9', cells: broken(two, null).cells }), null],
    ['a rounded total', { ...broken(two, '4'), qualifier: 'about' as const }, null],
    [
      'two dimensions',
      {
        ...broken(two, '4'),
        cells: broken(two, null).cells.map((cell) => ({ ...cell, dimensions: { kunta: 'x', vuosi: 'y' } })),
      },
      null,
    ],
  ])('%s', (_what, value, expected) => {
    expect(partsThatDiffer(value)).toEqual(expected)
  })
})

describe('rows of a table', () => {
  it.each([
    [
      'no totals row',
      table([
        ['A', '1'],
        ['B', '2'],
      ]),
      0,
    ],
    [
      'an unknown row',
      table([
        ['A', '1'],
        ['B', null],
        ['Yhteensä', '9'],
      ]),
      0,
    ],
    [
      'shares',
      table(
        [
          ['A', '1'],
          ['B', '2'],
          ['Yhteensä', '9'],
        ],
        '%',
      ),
      0,
    ],
    [
      'decimals that agree',
      table([
        ['A', '1.5'],
        ['B', '2.50'],
        ['Yhteensä', '4'],
      ]),
      0,
    ],
    [
      'a totals row that does not agree',
      table([
        ['A', '1'],
        ['B', '2'],
        ['yhteensä ', '9'],
      ]),
      1,
    ],
  ])('%s', (_what, given, count) => {
    expect(totalsThatDiffer(given)).toHaveLength(count)
  })
})
