import { describe, expect, it } from 'vitest'
import { type LightSource, lightsOf } from '@/lib/rounds/snapshot/lights/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import type { Light } from '@/lib/status-reports/model'
import {
  changedRows,
  changeOf,
  countLights,
  groupUnits,
  type LightChange,
  type ShownLight,
  shownLights,
  unitRows,
} from '@/lib/steering/lights/model'
import { lightOf, makeBody, makeReport, makeUnit } from '@/tests/support/builders/snapshot'

const source = (id: string, parentId: string | null, light: Light | null): LightSource => ({
  id,
  parentId,
  light,
  reason: `syy ${id}`,
})

describe('light of a parent', () => {
  const cases: [string, Light | null, (Light | null)[], Light | null, string | null][] = [
    ['its own wins over worse parts', 'green', ['red'], 'green', null],
    ['the worst of the parts', null, ['green', 'red', 'yellow'], 'red', 'p1'],
    ['the first of equally bad parts', null, ['yellow', 'yellow'], 'yellow', 'p0'],
    ['parts without a report do not count', null, [null, 'green'], 'green', 'p1'],
    ['no report anywhere is never green', null, [null, null], null, null],
    ['no parts', null, [], null, null],
  ]
  it.each(cases)('%s', (_name, own, parts, expected, from) => {
    const units = [source('a', null, own), ...parts.map((light, index) => source(`p${index}`, 'a', light))]
    const status = lightsOf(units).get('a')
    expect([status?.light, status?.partId]).toEqual([expected, from])
  })

  it('names the deepest part and takes its reason', () => {
    const units = [source('a', null, null), source('b', 'a', null), source('c', 'b', 'red')]
    expect(lightsOf(units).get('a')).toEqual({ light: 'red', from: 'parts', partId: 'c', reason: 'syy c' })
  })

  it('ends on a circle of parents', () => {
    const units = [source('a', 'b', null), source('b', 'a', 'red')]
    expect(lightsOf(units).get('a')?.light).toBe('red')
  })
})

describe('change of a light', () => {
  const cases: [ShownLight | null, ShownLight, LightChange][] = [
    ['green', 'yellow', 'worse'],
    ['yellow', 'red', 'worse'],
    ['red', 'green', 'better'],
    ['yellow', 'yellow', 'same'],
    ['none', 'red', 'new'],
    [null, 'green', 'new'],
    ['green', 'none', 'gone'],
    ['none', 'none', 'none'],
    [null, 'none', 'none'],
    ['none', 'reported', 'new'],
    [null, 'reported', 'new'],
    ['reported', 'none', 'gone'],
    ['green', 'reported', 'unlit'],
    ['red', 'reported', 'unlit'],
    ['reported', 'green', 'lit'],
    ['reported', 'red', 'lit'],
    // Nothing is said of the work when neither report tells a light: not even that it is as it was.
    ['reported', 'reported', 'untold'],
  ]
  it('has an answer for every pair, and only between two lights better, worse or the same', () => {
    const judged = shownLights.flatMap((before) =>
      shownLights
        .filter((now) => ['better', 'worse', 'same'].includes(changeOf(before, now)))
        .map((now) => [before, now]),
    )
    const lights = ['green', 'yellow', 'red']
    expect(judged).toEqual(lights.flatMap((before) => lights.map((now) => [before, now])))
  })

  it.each(cases)('%s → %s is %s', (before, now, expected) => {
    expect(changeOf(before, now)).toBe(expected)
  })

  it('puts the worst news first and leaves out what did not change', () => {
    const units = [
      makeUnit('better', { status: lightOf('green'), before: lightOf('red') }),
      makeUnit('same', { status: lightOf('red'), before: lightOf('red') }),
      makeUnit('worse', { status: lightOf('yellow'), before: lightOf('green') }),
      makeUnit('worst', { status: lightOf('red'), before: lightOf('green') }),
      makeUnit('new', { status: lightOf('green'), before: lightOf(null) }),
      makeUnit('gone', { status: lightOf(null), before: lightOf('green') }),
      makeUnit('unlit', { report: makeReport(), before: lightOf('green') }),
      makeUnit('lit', { status: lightOf('red'), report: makeReport(), before: { ...lightOf(null), reported: true } }),
      makeUnit('untold', { report: makeReport(), before: { ...lightOf(null), reported: true } }),
    ]
    const rows = changedRows(unitRows(makeBody({ units }), null))
    expect(rows.map((row) => row.id)).toEqual(['worst', 'worse', 'better', 'new', 'gone', 'unlit', 'lit'])
  })

  it('compares with another period when one is chosen', () => {
    const body = makeBody({ units: [makeUnit('a', { status: lightOf('red'), before: lightOf('red') })] })
    expect(unitRows(body, new Map([['a', lightOf('green')]]))[0]?.change).toBe('worse')
    expect(unitRows(body, new Map())[0]?.change).toBe('new')
  })
})

const structured = (): SnapshotBody =>
  makeBody({
    investments: [
      investment('P4', null, 'pillar'),
      investment('I1', 'P4', 'investment'),
      investment('I1A', 'I1', 'sub_area'),
      investment('I2', 'P4', 'investment'),
    ],
    serviceAreas: [
      { id: 'health', parentId: null, name: 'Terveys' },
      { id: 'clinic', parentId: 'health', name: 'Vastaanotto' },
      { id: 'social', parentId: null, name: 'Sosiaali' },
    ],
    units: [
      makeUnit('a', { investmentId: 'I1A', serviceAreaIds: ['health', 'clinic'], status: lightOf('red') }),
      makeUnit('b', { investmentId: 'I2', serviceAreaIds: ['clinic', 'social'], status: lightOf('green') }),
      makeUnit('c', { status: lightOf(null) }),
      makeUnit('planned', { reports: false, investmentId: 'I2' }),
    ],
  })

function investment(id: string, parentId: string | null, level: string) {
  return {
    id,
    parentId,
    level: { key: level, label: level, depth: 0 },
    sourceId: id,
    code: id,
    title: `Investointi ${id}`,
    isPlaceholder: false,
  }
}

describe('groups of units', () => {
  const groups = (by: 'area' | 'investment', body = structured()) =>
    groupUnits(body, unitRows(body, null), by).map((group) => [group.id, group.rows.map((row) => row.id)])

  it('by area: a unit stands in each of its areas, once per area, and none is lost', () => {
    expect(groups('area')).toEqual([
      ['health', ['a', 'b']],
      ['social', ['b']],
      [null, ['c']],
    ])
  })

  it('by investment: sub-areas belong to their investment', () => {
    expect(groups('investment')).toEqual([
      ['I1', ['a']],
      ['I2', ['b']],
      [null, ['c']],
    ])
  })

  it('by the top of the structure where a programme has no investments', () => {
    const body = structured()
    const flat = {
      ...body,
      investments: body.investments.map((one) => ({ ...one, level: { ...one.level, key: 'theme' } })),
    }
    expect(groups('investment', flat)).toEqual([
      ['P4', ['a', 'b']],
      [null, ['c']],
    ])
  })

  it('counts every unit of a group and only reporting units', () => {
    const body = structured()
    expect(countLights(unitRows(body, null))).toEqual({ green: 1, yellow: 0, red: 1, reported: 0, none: 1 })
  })
})
