import { describe, expect, it } from 'vitest'
import { groupings, shownLights } from '@/lib/steering/lights/model'
import { parseView, plainView, viewQuery } from '@/lib/steering/schema'

const read = (query: string) => {
  const parameters: Record<string, string | string[]> = {}
  for (const key of new Set(new URLSearchParams(query).keys())) {
    const all = new URLSearchParams(query).getAll(key)
    parameters[key] = all.length === 1 ? (all[0] ?? '') : all
  }
  return parseView(parameters)
}

describe('address of the dashboard', () => {
  it('is bare for the plain view', () => {
    expect(viewQuery(plainView)).toBe('')
    expect(read('')).toEqual(plainView)
  })

  it('comes back as it was built, for every view', () => {
    const views = groupings.flatMap((group) =>
      [[], ...shownLights.map((light) => [light]), ['yellow' as const, 'red' as const]].flatMap((lights) =>
        [null, '2025-Q2'].flatMap((compare) => [null, 1].map((version) => ({ group, lights, compare, version }))),
      ),
    )
    expect(views.length).toBeGreaterThan(40)
    for (const view of views) expect(read(viewQuery(view))).toEqual(view)
  })

  const odd: [string, string, object][] = [
    ['an unknown grouping', 'group=colour', { group: 'area' }],
    ['unknown lights', 'light=blue,red', { lights: ['red'] }],
    ['lights of a form, one by one', 'light=red&light=none', { lights: ['red', 'none'] }],
    ['all lights are no filter', 'light=green,yellow,red,reported,none', { lights: [] }],
    ['the lights that there once were', 'light=green,yellow,red,none', { lights: ['green', 'yellow', 'red', 'none'] }],
    ['a period that cannot be one', 'compare=../../etc', { compare: null }],
    ['an earlier publication', 'version=2', { version: 2 }],
    ['a publication that cannot be one', 'version=-1&version=0x2', { version: null }],
    ['the same thing twice', 'group=investment&group=area', { group: 'investment' }],
  ]
  it.each(odd)('understands %s', (_name, query, expected) => {
    expect(read(query)).toMatchObject(expected)
  })
})
