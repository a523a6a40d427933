import { describe, expect, it } from 'vitest'
import { isClosed, lastDayOfWriting, wasOpenedOnPurpose } from '@/lib/status-reports/closing/model'
import { reportStates } from '@/lib/status-reports/model'

const closing = { closesOn: '2026-01-31', exceptionOn: null as string | null, openedOnPurpose: false }
const [lastDay, dayAfter] = ['2026-01-31', '2026-02-01']

describe('a period that closes', () => {
  it('leaves the whole closing day for writing', () => {
    expect(isClosed('draft', closing, lastDay)).toBe(false)
    expect(isClosed('draft', closing, dayAfter)).toBe(true)
  })

  it('closes what has not been sent, and nothing else', () => {
    const closed = reportStates.filter((state) => isClosed(state, closing, dayAfter))
    expect(closed).toEqual(['not_started', 'draft'])
  })

  it.each([
    ['2026-02-01', false],
    ['2026-02-10', false],
    ['2026-01-20', true],
  ])('with a day of the unit’s own on %s is closed: %s', (exceptionOn, expected) => {
    expect(isClosed('draft', { ...closing, exceptionOn }, dayAfter)).toBe(expected)
  })

  it('does not close what a reviewer opened, nor when it has no closing day', () => {
    expect(isClosed('draft', { ...closing, openedOnPurpose: true }, dayAfter)).toBe(false)
    expect(isClosed('draft', { ...closing, closesOn: null }, '2099-01-01')).toBe(false)
  })
})

describe('opened on purpose', () => {
  const events = (...types: ('opened' | 'submitted' | 'recalled' | 'returned' | 'reopened')[]) =>
    types.map((type) => ({ type }))

  it('is what was returned or reopened, and not what its writer took back', () => {
    expect(wasOpenedOnPurpose(events('opened', 'submitted', 'recalled'))).toBe(false)
    expect(wasOpenedOnPurpose(events('opened', 'submitted', 'returned'))).toBe(true)
    expect(wasOpenedOnPurpose(events('opened', 'submitted', 'reopened', 'submitted', 'recalled'))).toBe(true)
  })
})

describe('the last day of writing', () => {
  it.each([
    [null, '2026-02-10', null],
    ['2026-01-31', null, '2026-01-31'],
    ['2026-01-31', '2026-02-10', '2026-02-10'],
    ['2026-01-31', '2026-01-20', '2026-01-31'],
  ])('of a period closing on %s with an own day %s is %s', (closesOn, exceptionOn, expected) => {
    expect(lastDayOfWriting({ closesOn, exceptionOn })).toBe(expected)
  })
})
