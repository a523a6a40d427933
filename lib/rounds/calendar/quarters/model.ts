import { opensAtOnce, overlapping, type PeriodDays } from '@/lib/rounds/calendar/model'
import { addDays, isoDate, lastOfMonth } from '@/lib/values/calendar'
import { nextQuarter, quarterOf, quarterParts, spanOfCode } from '@/lib/values/time'

type KnownPeriod = PeriodDays & { key: string }

/** One quarter of a year that is being planned. */
export type PlannedQuarter = KnownPeriod & {
  /** What becomes of it: made, left alone because it is there, or left out because it overlaps something else */
  fate: 'made' | 'exists' | 'overlaps'
  /** Keys of the periods it overlaps */
  overlaps: string[]
  /** It would open at once */
  opensNow: boolean
}

/** A day told from the end of a period: months after its last month, and the day of that month. */
type Offset = { months: number; day: number | 'last' }

const roundDays = ['opensOn', 'dueOn', 'closesOn'] as const

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

function lastDayOf(index: number): string {
  // The calendar's years reach from 1900 to 2199, and so do those of periods.
  return lastOfMonth(Math.floor(index / 12), (index % 12) + 1) ?? ''
}

function offsetOf(to: string, date: string): Offset {
  const index = monthIndex(date)
  return { months: index - monthIndex(to), day: lastDayOf(index) === date ? 'last' : Number(date.slice(8)) }
}

/** "The 15th of the month after" stays the 15th whatever the length of the months; a 31st becomes the last day. */
function dayAt(to: string, { months, day }: Offset): string {
  const index = monthIndex(to) + months
  const last = lastDayOf(index)
  return day === 'last' ? last : (isoDate(Math.floor(index / 12), (index % 12) + 1, day) ?? last)
}

/**
 * Days of the round for a quarter, following the newest earlier quarter that has each of them. Without any it opens the day
 * after it ends, and no deadline is made up.
 */
function suggestedDays(key: string, periods: readonly KnownPeriod[]): PeriodDays {
  const span = spanOfCode(key)
  if (!span) throw new RangeError(`not a quarter: ${key}`)
  const quarters = periods.filter((one) => quarterParts(one.key) !== null && one.to < span.from)
  const newestFirst = quarters.toSorted((a, b) => (a.to < b.to ? 1 : -1))
  const [opensOn = addDays(span.to, 1), dueOn = null, closesOn = null] = roundDays.map((name) => {
    const model = newestFirst.find((one) => one[name] !== null)
    const date = model?.[name]
    return model && date ? dayAt(span.to, offsetOf(model.to, date)) : undefined
  })
  return { ...span, opensOn, dueOn, closesOn }
}

/** The quarters of a year, with the days they would get and what would become of each. */
export function planYear(year: number, periods: readonly KnownPeriod[], today: string): PlannedQuarter[] {
  return [1, 2, 3, 4].map((number) => {
    const key = `${year}-Q${number}`
    const known = periods.find((one) => one.key === key)
    if (known) return { ...daysOf(known), key, fate: 'exists', overlaps: [], opensNow: false }
    const days = suggestedDays(key, periods)
    const overlaps = overlapping(periods, days).map((one) => one.key)
    const fate = overlaps.length > 0 ? 'overlaps' : 'made'
    return { ...days, key, fate, overlaps, opensNow: fate === 'made' && opensAtOnce(days, today) }
  })
}

/** What a person saw of the plan, to be sent back with their yes: only that is made. */
export function planMark(plan: readonly PlannedQuarter[]): string {
  const made = plan.filter(({ fate }) => fate === 'made')
  return made.map(({ key, opensOn, dueOn, closesOn }) => [key, opensOn, dueOn, closesOn].join(' ')).join(', ')
}

/** The quarter after the newest period with its suggested days; the quarter of the day given when there is none. */
export function suggestNext(periods: readonly KnownPeriod[], today: string): KnownPeriod {
  const newest = periods.toSorted((a, b) => (a.to < b.to ? -1 : 1)).at(-1)
  const key =
    newest && quarterParts(newest.key) ? nextQuarter(newest.key) : quarterOf(newest ? addDays(newest.to, 1) : today)
  return { key, ...suggestedDays(key, periods) }
}

function daysOf({ from, to, opensOn, dueOn, closesOn }: PeriodDays): PeriodDays {
  return { from, to, opensOn, dueOn, closesOn }
}
