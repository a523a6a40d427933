/** Days of the Gregorian calendar as `2025-09-03`; no clock and no zone, except in `dateInHelsinki`. */

const dayInMs = 86_400_000

/** The day, or null when there is none (31.2., month 13). */
export function isoDate(year: number, month: number, day: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, day))
  if (year < 1900 || year > 2199) return null
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return null
  return moment.toISOString().slice(0, 10)
}

export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) === text
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayInMs).toISOString().slice(0, 10)
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayInMs)
}

export function firstOfMonth(year: number, month: number): string | null {
  return isoDate(year, month, 1)
}

export function lastOfMonth(year: number, month: number): string | null {
  if (month < 1 || month > 12) return null
  const next = month === 12 ? isoDate(year + 1, 1, 1) : isoDate(year, month + 1, 1)
  return next && addDays(next, -1)
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

/** Monday and Sunday of an ISO 8601 week; null when that year has no such week. */
export function isoWeek(year: number, week: number): { from: string; to: string } | null {
  const fourth = isoDate(year, 1, 4)
  if (fourth === null || week < 1 || week > 53) return null
  const from = addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7)
  // The Thursday decides which year a week belongs to.
  return addDays(from, 3).startsWith(String(year)) ? { from, to: addDays(from, 6) } : null
}

const helsinki = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short' })

/** The day it is in Helsinki at a moment. */
export function dateInHelsinki(moment: Date): string {
  return helsinki.format(moment)
}

const helsinkiHour = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  hour: 'numeric',
  hourCycle: 'h23',
})

/** The moment at which a full hour begins in Helsinki on a day, summer or winter. Meant for hours that every day has. */
export function momentInHelsinki(date: string, hour: number): Date {
  const [winter, summer] = [2, 3].map((ahead) => new Date(Date.parse(`${date}T00:00:00Z`) + (hour - ahead) * 3_600_000))
  const found = [summer, winter].find((moment) => moment && Number(helsinkiHour.format(moment)) === hour)
  if (!found) throw new RangeError(`${date} has no hour ${hour} in Helsinki`)
  return found
}
