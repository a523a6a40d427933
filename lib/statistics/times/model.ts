import { timeSpanFromCode } from '@/lib/values/time'

/**
 * The time of a figure as a canonical code: `2024`, `2024M03`, `2024Q1`, `2024K1` (Finnish quarters), `2024W07`,
 * `Vuosi 2026 Viikko 37`, `2026-08-31`. Null when it is no time.
 */
export function timeCodeOf(written: string): string | null {
  const text = written.trim().replace(/\*$/, '')
  const code = codeOf(text)
  return code !== null && timeSpanFromCode(code).ok ? code : null
}

function codeOf(text: string): string | null {
  const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0')
  const compact = /^(\d{4})(?:([MQKW])(\d{1,2}))?$/i.exec(text)
  if (compact) {
    const [, year, letter, no] = compact
    if (!letter) return `${year}`
    if (/[qk]/i.test(letter)) return `${year}-Q${no}`
    return /m/i.test(letter) ? `${year}-${two(no)}` : `${year}-W${two(no)}`
  }
  const week = /^(?:vuosi|år|year)\s+(\d{4})\s+(?:viikko|vecka|week)\s+(\d{1,2})$/i.exec(text)
  if (week) return `${week[1]}-W${two(week[2])}`
  const year = /^(?:vuosi|år|year)\s+(\d{4})$/i.exec(text)
  if (year) return `${year[1]}`
  return /^\d{4}-(\d{2}|\d{2}-\d{2}|Q[1-4]|H[12]|W\d{2})$/.test(text) ? text : null
}
