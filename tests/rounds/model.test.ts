import { describe, expect, it } from 'vitest'
import { words } from '@/lib/platform/words'
import { filterQuery, filterRows, offeredFilter, readFilter } from '@/lib/rounds/filters/model'
import { roundLightLabels } from '@/lib/rounds/labels'
import {
  countStates,
  isLate,
  leftOut,
  type RoundRow,
  roundLightOf,
  roundLights,
  shownLight,
  type UnitState,
} from '@/lib/rounds/model'
import { newPeriodFormSchema, publishSchema } from '@/lib/rounds/schema'
import { reportStates } from '@/lib/status-reports/model'

function row(unitId: string, more: Partial<RoundRow> = {}): RoundRow {
  return {
    unitId,
    parentId: null,
    code: null,
    title: `Yksikkö ${unitId}`,
    investment: null,
    serviceAreas: [],
    coordinators: [],
    report: null,
    state: 'draft',
    light: null,
    dueOn: null,
    exception: null,
    allowedBy: null,
    late: false,
    closed: false,
    unconfirmed: 0,
    movedAt: null,
    ...more,
  }
}

const rows = [
  row('a', {
    state: 'submitted',
    light: 'red',
    coordinators: ['K1'],
    investment: { id: 'i1', title: 'I1' },
    code: 'TP1',
  }),
  row('b', { state: 'in_review', light: 'green', coordinators: ['K2'] }),
  row('c', { state: 'no_report', late: true }),
  row('d', { state: 'approved', light: 'yellow', coordinators: ['K1', 'K2'] }),
  row('e', { state: 'returned', title: 'Työpaketti ÄÄ' }),
  row('f', { state: 'published', report: { id: 'rf', version: 1, scope: 'full' } }),
  row('g', { state: 'approved', report: { id: 'rg', version: 1, scope: 'not_reported' } }),
]
const shown = (query: Record<string, string | string[] | undefined>) =>
  filterRows(rows, readFilter(query)).map(({ unitId }) => unitId)

describe('the filter of a round', () => {
  it.each([
    [{}, ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    [{ state: 'submitted' }, ['a']],
    [{ state: 'waiting' }, ['a', 'b']],
    [{ state: 'open' }, ['c', 'e']],
    [{ state: 'late' }, ['c']],
    [{ state: 'no_report' }, ['c']],
    [{ light: 'red' }, ['a']],
    [{ light: 'none' }, ['c', 'g']],
    [{ light: 'not_chosen' }, ['e']],
    [{ light: 'reported' }, ['f']],
    [{ investment: 'i1' }, ['a']],
    [{ who: 'K2' }, ['b', 'd']],
    [{ text: 'ÄÄ' }, ['e']],
    [{ text: 'tp1' }, ['a']],
    [{ who: 'K1', light: 'yellow' }, ['d']],
    [{ state: 'everything', light: 'blue' }, ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    [{ state: ['submitted', 'draft'] }, ['a']],
  ])('%j', (query, expected) => {
    expect(shown(query)).toEqual(expected)
  })

  it('goes into the address and comes back the same', () => {
    const filter = readFilter({ state: 'late', who: 'Koordinaattori 1', text: 'ä & ö?', light: 'none' })
    const query = filterQuery(filter)
    expect(readFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter)
    expect(filterQuery({})).toBe('')
  })
})

describe('how far a round is', () => {
  it('counts every state, and adds up', () => {
    const counts = countStates(rows)
    const states: UnitState[] = [...reportStates, 'no_report']
    expect(states.reduce((sum, state) => sum + counts[state], 0)).toBe(counts.all)
    expect(counts).toMatchObject({ all: 7, waiting: 2, done: 3, late: 1, returned: 1 })
  })

  it('leaves out of a publication whatever is not approved', () => {
    expect(leftOut(rows).map(({ unitId }) => unitId)).toEqual(['a', 'b', 'c', 'e'])
  })

  it.each([
    ['draft', '2026-01-15', '2026-01-16', true],
    ['draft', '2026-01-15', '2026-01-15', false],
    ['returned', '2026-01-15', '2026-01-16', true],
    ['no_report', '2026-01-15', '2026-01-16', true],
    ['submitted', '2026-01-15', '2026-01-16', false],
    ['approved', '2026-01-15', '2026-01-16', false],
    ['draft', null, '2026-01-16', false],
  ] as const)('%s due %s on %s is late: %s', (state, dueOn, today, late) => {
    expect(isLate(state, dueOn, today)).toBe(late)
  })
})

describe('the light of a unit with parts', () => {
  const parts = [
    row('p'),
    row('p1', { parentId: 'p', light: 'green' }),
    row('p2', { parentId: 'p', light: 'red', title: 'Punainen osa' }),
    row('x', { light: 'red' }),
  ]

  it('is its own when it has one', () => {
    expect(shownLight(row('p', { light: 'yellow' }), parts)).toEqual({ light: 'yellow', from: 'own', partTitle: null })
  })

  it('is else the worst of its parts, and says whose', () => {
    expect(shownLight(row('p'), parts)).toEqual({ light: 'red', from: 'part', partTitle: 'Punainen osa' })
  })

  it('is none when nobody has one', () => {
    expect(shownLight(row('y'), parts)).toEqual({ light: null, from: 'none', partTitle: null })
  })
})

describe('what stands where a light would', () => {
  const report = (scope: 'full' | 'not_reported') => ({ id: 'r', version: 1, scope })

  it.each([
    ['its own light', row('a', { state: 'approved', light: 'red', report: report('full') }), 'red'],
    ['a report without a light', row('a', { state: 'approved', report: report('full') }), 'reported'],
    ['the same once it is published', row('a', { state: 'published', report: report('full') }), 'reported'],
    ['a report that says there was none', row('a', { state: 'published', report: report('not_reported') }), 'none'],
    ['a report that is being written', row('a', { state: 'draft', report: report('full') }), 'not_chosen'],
    ['no report', row('a', { state: 'no_report' }), 'none'],
  ] as const)('%s', (_name, one, expected) => {
    expect(roundLightOf(one)).toBe(expected)
  })

  it('has a word for each, told apart from the others in every language', () => {
    for (const locale of ['fi', 'sv', 'en'] as const) {
      expect(new Set(roundLights.map((light) => words(locale)(roundLightLabels[light]))).size).toBe(roundLights.length)
    }
  })

  it('is not asked for where the project uses no lights', () => {
    const filter = readFilter({ light: 'red', who: 'K1' })
    expect(offeredFilter({ usesLights: true }, filter)).toEqual(filter)
    expect(offeredFilter({ usesLights: false }, filter)).toEqual({ ...filter, light: '' })
  })
})

describe('forms of the round', () => {
  const period = {
    project: 'kkk2',
    projectId: '0197a000-0000-7000-8000-000000000001',
    key: '2026-Q1',
    from: '1.1.2026',
    to: '31.3.2026',
    opensOn: '',
    dueOn: '15.4.2026',
    closesOn: '30.4.2026',
  }

  it('take days as people write them', () => {
    expect(newPeriodFormSchema.parse(period)).toMatchObject({
      from: '2026-01-01',
      to: '2026-03-31',
      opensOn: null,
      dueOn: '2026-04-15',
      closesOn: '2026-04-30',
    })
  })

  it.each([
    [{ from: '31.2.2026' }, 'from'],
    [{ from: '1/2026' }, 'from'],
    [{ to: '31.12.2025' }, 'to'],
    [{ opensOn: '1.5.2026' }, 'dueOn'],
    [{ closesOn: '1.4.2026' }, 'closesOn'],
    [{ key: 'Q1/2026' }, 'key'],
    [{ key: '' }, 'key'],
  ])('refuse %j at the field', (part, at) => {
    const result = newPeriodFormSchema.safeParse({ ...period, ...part })
    expect(result.success || result.error.issues[0]?.path[0]).toBe(at)
  })

  it('ask for a yes before publishing', () => {
    const given = { project: 'kkk2', projectId: period.projectId, periodKey: '2025-Q4', seenVersion: '0', note: ' ' }
    expect(publishSchema.safeParse(given).success).toBe(false)
    expect(publishSchema.parse({ ...given, sure: 'yes' })).toMatchObject({ seenVersion: 0, note: undefined })
  })
})
