import { describe, expect, it } from 'vitest'
import { finalReportAddress, placeOf, projectAddress, roundAddress, steeringAddress } from '@/lib/projects/addresses'

describe('where in the portal an address is', () => {
  it.each([
    [projectAddress('kkk2'), { project: 'kkk2', section: null, period: null }],
    [roundAddress('kkk2', '2025-Q4'), { project: 'kkk2', section: 'rounds', period: '2025-Q4' }],
    [steeringAddress('kkk2', '2025-Q3'), { project: 'kkk2', section: 'steering', period: '2025-Q3' }],
    [finalReportAddress('syli'), { project: 'syli', section: 'final-report', period: null }],
    [
      `${roundAddress('kkk2', '2025-Q4')}/some-unit/edit?show=late#top`,
      { project: 'kkk2', section: 'rounds', period: '2025-Q4' },
    ],
    ['/my-work', { project: null, section: 'my-work', period: null }],
    ['/projects', { project: null, section: 'projects', period: null }],
    ['/', { project: null, section: null, period: null }],
    ['', { project: null, section: null, period: null }],
  ])('%s', (path, place) => {
    expect(placeOf(path)).toEqual(place)
  })

  it.each(['hanke ä', 'a/b', '50%', '?x', '#', '..'])(
    'is the same after building and reading, for a project called %j',
    (key) => {
      expect(placeOf(roundAddress(key, '2025-Q4'))).toEqual({ project: key, section: 'rounds', period: '2025-Q4' })
    },
  )

  it('reads a broken escape as it stands', () => {
    expect(placeOf('/projects/%E0%A4%A/rounds')).toEqual({ project: '%E0%A4%A', section: 'rounds', period: null })
  })
})
