import { describe, expect, it } from 'vitest'
import { matrixOf } from '@/components/risks/risk-matrix'
import { afterCell, movementCell, pointsCell } from '@/components/risks/risk-texts'
import { unscored } from '@/lib/charts/risk-matrix'
import { words } from '@/lib/platform/words'
import { filterRisks, readRiskFilter, riskQuery } from '@/lib/risks/filters/model'
import type { AssessmentRow, RiskRow } from '@/lib/risks/model'
import { assessmentSchema, changeRiskSchema, mitigationSchema } from '@/lib/risks/schema'
import { byPoints, inTimeOrder, standingOf } from '@/lib/risks/standing/model'

const t = words('fi')
const periods = [
  { id: 'q2', key: '2025-Q2', to: '2025-06-30' },
  { id: 'q3', key: '2025-Q3', to: '2025-09-30' },
]
const assessment = (id: string, periodId: string | null, scores: [number | null, number | null]): AssessmentRow => ({
  id,
  periodId,
  probability: scores[0],
  impact: scores[1],
  points: scores[0] === null || scores[1] === null ? null : scores[0] * scores[1],
  pointsAsWritten: null,
  source: null,
  assessedOn: null,
  probabilityAfter: null,
  impactAfter: null,
  note: null,
})
const risk = (change: Partial<RiskRow> = {}): RiskRow => ({
  id: 'r1',
  no: 1,
  kind: 'risk',
  description: 'Rekrytointi viivästyy',
  ownerRoles: ['projektijohtaja'],
  mitigations: [],
  workPackageId: null,
  raisedOn: null,
  closedOn: null,
  closedReason: null,
  version: 1,
  assessments: [],
  ...change,
})

describe('where a risk stands', () => {
  it('is in the order of the periods, whatever the order of writing', () => {
    const written = [
      { ...assessment('c', 'q3', [4, 4]), at: '2025-09-30' },
      { ...assessment('b', 'q2', [2, 2]), at: '2025-06-30' },
      { ...assessment('a', null, [1, 1]), at: null },
      { ...assessment('d', 'q3', [5, 5]), at: '2025-09-30' },
    ]
    expect(inTimeOrder(written).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
    expect(inTimeOrder(written)[0]).not.toHaveProperty('at')
  })

  const assessments = [assessment('a', 'q2', [2, 4]), assessment('b', 'q3', [3, 4]), assessment('c', 'q3', [1, 4])]

  it('moves since the period before; another assessment of the same period only replaces', () => {
    const { latest, previous, movement } = standingOf({ assessments }, periods)
    expect([latest?.id, previous?.id, movement]).toEqual(['c', 'a', 'down'])
    expect(movementCell(t, { latest, previous, movement }).text).toBe('▼ pieneni 8 → 4')
  })

  it('can be looked at as it stood at the end of a period', () => {
    const then = standingOf({ assessments }, periods, periods[0])
    expect([then.latest?.id, then.previous, then.movement]).toEqual(['a', null, 'new'])
  })

  it.each([
    [[2, 2], [2, 2], 'same'],
    [[2, 2], [4, 1], 'same'],
    [[2, 2], [3, 2], 'up'],
    [[null, 2], [3, 2], 'new'],
    [[3, 2], [3, null], null],
  ] as const)('from %j to %j is %j', (before, now, movement) => {
    const two = [assessment('a', 'q2', [...before]), assessment('b', 'q3', [...now])]
    expect(standingOf({ assessments: two }, periods).movement).toBe(movement)
  })
})

describe('what is not scored', () => {
  const none = { risk: risk({ id: 'r2', no: 2 }), standing: standingOf({ assessments: [] }, periods) }
  const half = [assessment('a', 'q3', [3, null])]
  const rows = [
    none,
    { risk: risk({ id: 'r3', no: 3 }), standing: standingOf({ assessments: half }, periods) },
    { risk: risk(), standing: standingOf({ assessments: [assessment('a', 'q3', [1, 1])] }, periods) },
  ]

  it('comes last and has no place in the matrix, where it is listed', () => {
    expect(byPoints(rows).map((row) => row.risk.no)).toEqual([1, 2, 3])
    const matrix = matrixOf(t, rows, { title: 'Matriisi', highest: 5 })
    expect(unscored(matrix).map(({ mark }) => mark)).toEqual(['2', '3'])
  })

  it('is told in words, never as zero', () => {
    expect(pointsCell(t, null)).toEqual({ text: 'Ei arvioitu', unknown: true, note: undefined })
    expect(pointsCell(t, half[0] ?? null).text).toBe('Ei arvioitu')
    expect(afterCell(t, null)).toMatchObject({ unknown: true })
    expect(JSON.stringify([pointsCell(t, null), movementCell(t, none.standing)])).not.toMatch(/\b0\b/)
  })
})

it('shows printed points beside the computed ones only where they differ', () => {
  const told = { ...assessment('a', 'q3', [2, 5]), pointsAsWritten: 12 }
  expect(pointsCell(t, told)).toEqual({ text: '10\u00a0p.', note: 'lähteessä 12\u00a0p.' })
  expect(pointsCell(t, { ...told, pointsAsWritten: 10 }).note).toBeUndefined()
  expect(pointsCell(t, { ...told, impact: null })).toMatchObject({ unknown: true, note: 'lähteessä 12\u00a0p.' })
})

describe('the filter of the register', () => {
  it.each([
    [{}, ''],
    [
      { state: 'closed', kind: 'problem', period: '2025-Q3', owner: 'johtaja' },
      '?state=closed&kind=problem&period=2025-Q3&owner=johtaja',
    ],
    [{ state: 'nonsense', kind: 'x', period: '<script>' }, ''],
    [{ state: ['all', 'open'] }, '?state=all'],
  ])('%j is the address %j and back', (given, query) => {
    const filter = readRiskFilter(given)
    expect(riskQuery(filter)).toBe(query)
    expect(readRiskFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter)
  })

  it('lets through by state, kind and owner; what was closed later was open then', () => {
    const mitigation = { id: 'm', text: 'x', state: null, ownerRole: 'talous', dueOn: null }
    const risks = [
      risk({ id: 'open', mitigations: [mitigation] }),
      risk({ id: 'closed', closedOn: '2025-08-01', kind: 'problem' }),
    ]
    const ids = (given: Record<string, string>, lastDay: string | null = null) =>
      filterRisks(risks, readRiskFilter(given), lastDay).map(({ id }) => id)
    expect(ids({})).toEqual(['open'])
    expect(ids({ state: 'closed' })).toEqual(['closed'])
    expect(ids({ state: 'all', kind: 'problem' })).toEqual(['closed'])
    expect(ids({}, '2025-06-30')).toEqual(['open', 'closed'])
    expect(ids({ state: 'all', owner: 'talous' })).toEqual(['open'])
  })
})

describe('the forms', () => {
  const id = '0197a000-0000-7000-8000-000000000001'
  const base = { project: 'kkk2', riskId: id, version: '3' }

  it('read roles by line and comma, and an empty unit as the whole project', () => {
    const given = {
      ...base,
      kind: 'problem',
      description: ' Viive ',
      ownerRoles: 'johtaja\ntalous, johtaja\n',
      workPackageId: '',
    }
    expect(changeRiskSchema.parse(given)).toMatchObject({
      description: 'Viive',
      ownerRoles: ['johtaja', 'talous'],
      workPackageId: null,
      version: 3,
    })
  })

  const empty = { probabilityAfter: '', impactAfter: '', pointsAsWritten: '', source: '', assessedOn: '', note: '' }
  it.each([
    [{ periodId: '', probability: '1', impact: '1' }, 'periodId', 'risks.error.periodMissing'],
    [{ periodId: id, probability: '11', impact: '' }, 'probability', 'risks.error.score'],
    [{ periodId: id, probability: '0', impact: '' }, 'probability', 'risks.error.score'],
    [{ periodId: id, probability: '', impact: '' }, 'probability', 'risks.error.nothingAssessed'],
    [{ periodId: id, probability: '1', impact: '1', assessedOn: '31.2.2025' }, 'assessedOn', 'risks.error.day'],
    [
      { periodId: id, probability: '1', impact: '1', pointsAsWritten: 'kymmenen' },
      'pointsAsWritten',
      'risks.error.points',
    ],
  ])('refuse %j at %s', (given, at, message) => {
    const read = assessmentSchema.safeParse({ ...base, ...empty, ...given })
    expect(read.success ? null : [read.error.issues[0]?.path[0], read.error.issues[0]?.message]).toEqual([at, message])
  })

  it('take a mitigation with nothing but its text', () => {
    const given = { ...base, mitigationId: '', text: 'Sijaiset', ownerRole: '', dueOn: '' }
    const empty = { mitigationId: null, state: null, ownerRole: null, dueOn: null }
    expect(mitigationSchema.parse({ ...given, state: '' })).toMatchObject(empty)
    expect(mitigationSchema.parse({ ...given, state: 'done' }).state).toBe('done')
    expect(mitigationSchema.safeParse({ ...given, state: 'lost' }).success).toBe(false)
  })

  it('take a half assessment, which stays unscored', () => {
    const read = assessmentSchema.parse({ ...base, ...empty, periodId: id, probability: '3', impact: '' })
    expect([read.probability, read.impact]).toEqual([3, null])
  })
})
