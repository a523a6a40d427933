import { describe, expect, it } from 'vitest'
import { secondsLeft, warnSeconds } from '@/lib/access/sessions/ending/model'

const at = new Date('2025-10-01T12:00:00Z')
const minutes = (count: number) => new Date(at.getTime() + count * 60_000)

describe('what ends a session first', () => {
  it('is the time without use, which using it puts off', () => {
    expect(secondsLeft({ lastSeenAt: minutes(-50), expiresAt: minutes(60), idleMinutes: 60, at })).toEqual({
      seconds: 600,
      renewable: true,
    })
  })

  it('is its longest time, which nothing puts off', () => {
    expect(secondsLeft({ lastSeenAt: at, expiresAt: minutes(2), idleMinutes: 60, at })).toEqual({
      seconds: 120,
      renewable: false,
    })
  })

  it.each([
    { lastSeenAt: minutes(-60), expiresAt: minutes(60) },
    { lastSeenAt: at, expiresAt: at },
  ])('has come already', (times) => {
    expect(secondsLeft({ ...times, idleMinutes: 60, at })).toBeNull()
  })
})

it('is told three minutes before, two where a session lasts four, and half of a shorter one', () => {
  expect([60, 6, 4, 2].map(warnSeconds)).toEqual([180, 180, 120, 60])
})
