import { describe, expect, it } from 'vitest'
import { calendarState, opensAtOnce, overlapping, type PeriodDays, refusedChange } from '@/lib/rounds/calendar/model'
import { planMark, planYear, suggestNext } from '@/lib/rounds/calendar/quarters/model'
import { changePeriodSchema, readYear } from '@/lib/rounds/calendar/schema'

const today = '2026-01-16'

describe('the state of a period in the calendar', () => {
  it.each([
    ['planned', '2026-01-01', '2026-01-02', 'planned'],
    ['open', null, null, 'open'],
    ['open', '2026-01-16', '2026-01-16', 'open'],
    ['open', '2026-01-15', '2026-01-16', 'overdue'],
    ['open', '2026-01-15', null, 'overdue'],
    ['open', '2026-01-10', '2026-01-15', 'closed'],
    ['open', null, '2026-01-15', 'closed'],
    ['published', '2026-01-10', '2026-01-15', 'published'],
  ] as const)('%s, due %s, closing %s is %s', (state, dueOn, closesOn, expected) => {
    expect(calendarState({ state, dueOn, closesOn }, today)).toBe(expected)
  })

  it('opens at once when its day has come or none was given', () => {
    expect([null, '2026-01-15', today, '2026-01-17'].map((opensOn) => opensAtOnce({ opensOn }, today))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})

describe('overlapping', () => {
  const quarter = { key: 'q', from: '2026-01-01', to: '2026-03-31' }

  it.each([
    ['2026-03-31', '2026-06-30', 1],
    ['2025-10-01', '2026-01-01', 1],
    ['2026-02-01', '2026-02-02', 1],
    ['2025-01-01', '2026-12-31', 1],
    ['2026-04-01', '2026-06-30', 0],
    ['2025-10-01', '2025-12-31', 0],
  ])('%s–%s shares days with the first quarter: %i', (from, to, count) => {
    expect(overlapping([quarter], { from, to })).toHaveLength(count)
  })
})

const days = (more: Partial<PeriodDays> = {}): PeriodDays => ({
  from: '2025-10-01',
  to: '2025-12-31',
  opensOn: '2025-12-15',
  dueOn: '2026-01-15',
  closesOn: '2026-01-31',
  ...more,
})

describe('the quarters of a year', () => {
  const q4 = { key: '2025-Q4', ...days() }

  it('follow the days of the newest quarter, month by month', () => {
    const plan = planYear(2026, [q4], today)
    expect(
      plan.map(({ key, opensOn, dueOn, closesOn, fate, opensNow }) => [key, opensOn, dueOn, closesOn, fate, opensNow]),
    ).toEqual([
      ['2026-Q1', '2026-03-15', '2026-04-15', '2026-04-30', 'made', false],
      ['2026-Q2', '2026-06-15', '2026-07-15', '2026-07-31', 'made', false],
      ['2026-Q3', '2026-09-15', '2026-10-15', '2026-10-31', 'made', false],
      ['2026-Q4', '2026-12-15', '2027-01-15', '2027-01-31', 'made', false],
    ])
  })

  it('take each day from the newest quarter that has it, and make no deadline up', () => {
    const older = {
      key: '2025-Q3',
      ...days({ from: '2025-07-01', to: '2025-09-30', opensOn: null, dueOn: '2025-10-10', closesOn: null }),
    }
    const newer = { key: '2025-Q4', ...days({ dueOn: null, closesOn: null }) }
    expect(planYear(2026, [older, newer], today)[0]).toMatchObject({
      opensOn: '2026-03-15',
      dueOn: '2026-04-10',
      closesOn: null,
    })
    expect(planYear(2026, [], today)[0]).toMatchObject({ opensOn: '2026-04-01', dueOn: null, closesOn: null })
  })

  it('leave what exists alone and do not make what overlaps, and say what opens at once', () => {
    const uneven = { key: 'loppu', ...days({ from: '2026-08-15', to: '2026-11-30' }) }
    const q1 = { key: '2026-Q1', ...days({ from: '2026-01-01', to: '2026-03-31', dueOn: null }) }
    const plan = planYear(2026, [q1, uneven], '2026-07-20')
    expect(plan.map(({ fate }) => fate)).toEqual(['exists', 'made', 'overlaps', 'overlaps'])
    expect(plan[0]).toMatchObject({ dueOn: null, opensNow: false })
    expect(plan[1]).toMatchObject({ opensNow: true })
    expect(plan[2]?.overlaps).toEqual(['loppu'])
  })

  it('are marked by what would be made: another day is another plan', () => {
    const plan = planYear(2026, [q4], today)
    expect(planMark(plan)).toBe(planMark(planYear(2026, [q4], today)))
    expect(planMark(plan)).not.toBe(planMark(planYear(2026, [{ ...q4, dueOn: '2026-01-16' }], today)))
    expect(planMark(planYear(2025, [q4], today))).not.toContain('2025-Q4')
  })

  it('suggest the next one', () => {
    expect(suggestNext([q4], today)).toMatchObject({ key: '2026-Q1', from: '2026-01-01', dueOn: '2026-04-15' })
    expect(suggestNext([], today)).toMatchObject({ key: '2026-Q1', from: '2026-01-01' })
    expect(suggestNext([{ ...q4, key: 'loppu', to: '2026-05-31' }], today)).toMatchObject({ key: '2026-Q2' })
  })
})

describe('changing days', () => {
  it.each([
    ['planned', { dueOn: null }, null],
    ['planned', { opensOn: null }, { opensOn: 'calendar.error.opensMissing' }],
    ['planned', { from: '2025-09-01', to: '2025-12-30' }, null],
    ['open', { from: '2025-09-01', closesOn: null }, null],
    ['open', { opensOn: '2025-12-16' }, { opensOn: 'calendar.error.alreadyOpened' }],
    ['published', { dueOn: '2026-01-20', closesOn: null }, null],
    ['published', { from: '2025-09-01' }, { from: 'calendar.error.publishedDays' }],
    ['published', { to: '2025-12-30' }, { to: 'calendar.error.publishedDays' }],
  ] as const)('of a %s period to %j: %j', (state, change, refused) => {
    expect(refusedChange(state, days(), days(change))).toEqual(refused)
  })

  const form = {
    project: 'kkk2',
    period: '2025-Q4',
    periodId: '0197a000-0000-7000-8000-000000000001',
    from: '1.10.2025',
    to: '31.12.2025',
    opensOn: '15.12.2025',
    dueOn: '15.1.2026',
    closesOn: '31.1.2026',
    seenFrom: '2025-10-01',
    seenTo: '2025-12-31',
    seenOpensOn: '2025-12-15',
    seenDueOn: '',
    seenClosesOn: '',
  }

  it('reads the new days beside those that were seen', () => {
    expect(changePeriodSchema.parse(form)).toMatchObject({
      days: days(),
      seen: days({ dueOn: null, closesOn: null }),
      overlaps: false,
    })
    expect(changePeriodSchema.parse({ ...form, overlaps: 'yes' }).overlaps).toBe(true)
  })

  it.each([
    [{ dueOn: '30.9.2025', opensOn: '' }, 'dueOn'],
    [{ dueOn: '14.12.2025' }, 'dueOn'],
    [{ dueOn: '', closesOn: '14.12.2025' }, 'closesOn'],
    [{ closesOn: '14.1.2026' }, 'closesOn'],
    [{ to: '30.9.2025' }, 'to'],
    [{ from: '31.9.2025' }, 'from'],
    [{ seenFrom: 'eilen' }, 'seenFrom'],
  ])('refuses %j at the field', (part, at) => {
    const read = changePeriodSchema.safeParse({ ...form, ...part })
    expect(read.success || read.error.issues.map(({ path }) => path[0])).toContain(at)
  })

  it.each([
    ['2026', 2026],
    [['2027', '2028'], 2027],
    ['26', null],
    ['1999', null],
    ['2026abc', null],
    [undefined, null],
  ])('reads the year %j of an address as %s', (given, year) => {
    expect(readYear(given)).toBe(year)
  })
})
