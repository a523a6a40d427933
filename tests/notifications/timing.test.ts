import { describe, expect, it } from 'vitest'
import { filteredOutboxAddress } from '@/lib/notifications/addresses'
import { choicesSchema } from '@/lib/notifications/choices/schema'
import { isStale, nextAttempt, readMailFilter } from '@/lib/notifications/mails/model'
import { choiceFor, choicesOf, kindGroups, kindsFor, notificationKinds, readyAt } from '@/lib/notifications/model'
import { noticeOf, weeksLate } from '@/lib/rounds/notices/deadlines/model'
import { momentInHelsinki } from '@/lib/values/calendar'

const at = (text: string) => new Date(text)

describe('seven in the morning in Helsinki', () => {
  it.each([
    ['2026-01-15', '2026-01-15T05:00:00.000Z'],
    ['2026-07-15', '2026-07-15T04:00:00.000Z'],
    // The clock goes forward on 29 March 2026 at 3 and back on 25 October 2026 at 4.
    ['2026-03-28', '2026-03-28T05:00:00.000Z'],
    ['2026-03-29', '2026-03-29T04:00:00.000Z'],
    ['2026-10-24', '2026-10-24T04:00:00.000Z'],
    ['2026-10-25', '2026-10-25T05:00:00.000Z'],
  ])('%s is %s', (day, moment) => {
    expect(momentInHelsinki(day, 7).toISOString()).toBe(moment)
  })

  it('does not make up an hour that a day does not have', () => {
    expect(() => momentInHelsinki('2026-03-29', 3)).toThrow(/no hour 3/)
    expect(momentInHelsinki('2026-03-29', 4).toISOString()).toBe('2026-03-29T01:00:00.000Z')
  })
})

describe('when a mail may leave', () => {
  it('waits for more news when it is wanted at once', () => {
    expect(readyAt('returned', 'soon', at('2026-01-15T10:00:00Z'), 10)).toEqual(at('2026-01-15T10:10:00Z'))
  })

  it('never leaves when it is not wanted', () => {
    expect(readyAt('comment', 'off', at('2026-01-15T10:00:00Z'), 10)).toBeNull()
  })

  it('leaves the next morning when it is wanted once a day, also over a night that changes the clock', () => {
    expect(readyAt('comment', 'daily', at('2026-01-15T10:00:00Z'), 10)).toEqual(at('2026-01-16T05:00:00Z'))
    expect(readyAt('comment', 'daily', at('2026-03-28T12:00:00Z'), 10)).toEqual(at('2026-03-29T04:00:00Z'))
    expect(readyAt('comment', 'daily', at('2026-10-24T12:00:00Z'), 10)).toEqual(at('2026-10-25T05:00:00Z'))
  })

  it('leaves the same morning when it was noticed in the night', () => {
    expect(readyAt('comment', 'daily', at('2026-01-15T04:59:00Z'), 10)).toEqual(at('2026-01-15T05:00:00Z'))
    expect(readyAt('comment', 'daily', at('2026-01-15T05:00:00Z'), 10)).toEqual(at('2026-01-16T05:00:00Z'))
    // 22.30 UTC is already the next day in Helsinki.
    expect(readyAt('comment', 'daily', at('2026-01-14T22:30:00Z'), 10)).toEqual(at('2026-01-15T05:00:00Z'))
  })

  it('tells of a deadline in its own morning, or at once when that is over', () => {
    expect(readyAt('due_tomorrow', 'daily', at('2026-01-14T22:00:30Z'), 10)).toEqual(at('2026-01-15T05:00:00Z'))
    expect(readyAt('due_tomorrow', 'daily', at('2026-01-15T09:00:00Z'), 10)).toEqual(at('2026-01-15T09:10:00Z'))
  })
})

describe('choices', () => {
  it('hold the kind’s own until somebody chooses, and when what was chosen is no longer on offer', () => {
    expect(choiceFor('comment', undefined)).toBe('daily')
    expect(choiceFor('comment', 'off')).toBe('off')
    expect(choiceFor('returned', 'off')).toBe('soon')
    expect(choiceFor('late', 'soon')).toBe('daily')
  })

  it('cannot switch off what waits for one person alone', () => {
    const always = notificationKinds.filter((kind) => !choicesOf[kind].includes('off'))
    expect(always).toEqual(['returned', 'reopened', 'reminder'])
  })

  it('are asked of those who can be told, every kind in one group', () => {
    expect(kindsFor([{ role: 'director' }])).toEqual([
      'submitted',
      'resubmitted',
      'comment',
      'mention',
      'section_given',
      'late',
    ])
    expect(kindsFor([{ role: 'finance' }, { role: 'auditor' }])).toEqual(['comment', 'mention', 'section_given'])
    expect(kindsFor([{ role: 'steering' }])).toEqual([])
    expect(Object.values(kindGroups).flat().sort()).toEqual([...notificationKinds].sort())
  })

  it('are read from the form: what it did not show stays away, what is not on offer is refused', () => {
    expect(choicesSchema.parse({ locale: 'sv', 'choice-comment': 'off' })).toEqual({
      locale: 'sv',
      kinds: [{ kind: 'comment', choice: 'off' }],
    })
    expect(choicesSchema.safeParse({ locale: 'sv', 'choice-returned': 'off' }).success).toBe(false)
    expect(choicesSchema.safeParse({ locale: 'de' }).success).toBe(false)
  })
})

describe('what a day asks to be told', () => {
  const of = (today: string, state: 'draft' | 'submitted' | 'returned' | 'approved' = 'draft') =>
    noticeOf({ state, dueOn: '2026-01-15' }, today)

  it.each([
    ['2026-01-07', null],
    ['2026-01-08', { kind: 'due_in_7_days', name: '2026-01-15' }],
    ['2026-01-13', { kind: 'due_in_7_days', name: '2026-01-15' }],
    ['2026-01-14', { kind: 'due_tomorrow', name: '2026-01-15' }],
    ['2026-01-15', null],
    ['2026-01-16', { kind: 'late', name: '2026-01-15/0' }],
    ['2026-01-22', { kind: 'late', name: '2026-01-15/0' }],
    ['2026-01-23', { kind: 'late', name: '2026-01-15/1' }],
  ])('%s: %o', (today, notice) => {
    expect(of(today)).toEqual(notice)
  })

  it('asks nothing of a report that has been sent or has no last day', () => {
    expect([of('2026-01-20', 'submitted'), of('2026-01-20', 'approved')]).toEqual([null, null])
    expect(of('2026-01-20', 'returned')?.kind).toBe('late')
    expect(noticeOf({ state: 'draft', dueOn: null }, '2026-01-20')).toBeNull()
  })

  it('counts days over the change of the clock', () => {
    expect(noticeOf({ state: 'draft', dueOn: '2026-03-30' }, '2026-03-29')?.kind).toBe('due_tomorrow')
    expect(noticeOf({ state: 'draft', dueOn: '2026-10-31' }, '2026-10-24')?.kind).toBe('due_in_7_days')
    expect(weeksLate('2026-10-20', '2026-10-28')).toBe(1)
  })
})

describe('the queue', () => {
  it('tries again after growing pauses, for about a day, and then gives up', () => {
    const start = at('2026-01-15T10:00:00Z')
    const minutes = [1, 2, 3, 4, 5, 6, 7].map((n) => (Number(nextAttempt(n, start)) - Number(start)) / 60_000)
    expect(minutes).toEqual([1, 5, 15, 60, 180, 360, 720])
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b))
    expect(nextAttempt(8, start)).toBeNull()
  })

  it('does not send by itself what has waited for more than three days', () => {
    expect(isStale(at('2026-01-12T10:00:00Z'), at('2026-01-15T10:00:00Z'))).toBe(false)
    expect(isStale(at('2026-01-12T09:59:00Z'), at('2026-01-15T10:00:00Z'))).toBe(true)
  })
})

describe('the address of the outbox', () => {
  it('is read and written alike', () => {
    const filter = { state: 'failed', to: 'a&b@c.example', page: 3 } as const
    const query = Object.fromEntries(new URL(filteredOutboxAddress(filter), 'http://x').searchParams)
    expect(readMailFilter(query)).toEqual(filter)
    expect(filteredOutboxAddress({ state: '', to: '', page: 1 })).toBe('/admin/mail')
  })

  it('leaves out what is not on offer', () => {
    expect(readMailFilter({ state: 'lost', page: '-1', to: ['a', 'b'] })).toEqual({ state: '', to: 'a', page: 1 })
    expect(readMailFilter({ page: '0' }).page).toBe(1)
  })
})
