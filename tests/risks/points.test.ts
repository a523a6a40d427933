import { describe, expect, test } from 'vitest'
import { latestAssessment, pointsAgree, pointsOf } from '@/lib/risks/model'

describe('points of a risk', () => {
  test('are probability times impact, and unknown when either is', () => {
    expect(pointsOf({ probability: 4, impact: 4 })).toBe(16)
    expect(pointsOf({ probability: null, impact: 5 })).toBeNull()
  })

  test('stand beside the printed ones without correcting them', () => {
    expect(pointsAgree({ points: 16, pointsAsWritten: 16 })).toBe(true)
    expect(pointsAgree({ points: 16, pointsAsWritten: 12 })).toBe(false)
    expect(pointsAgree({ points: null, pointsAsWritten: 12 })).toBeNull()
  })

  test('a risk without an assessment stands nowhere', () => {
    expect(latestAssessment({ assessments: [] })).toBeNull()
  })
})
