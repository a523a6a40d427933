import { compare, divide, multiply } from '@/lib/values/decimal'
import type { ValueKind } from '@/lib/values/typed-value'

/** Units that people spell in many ways; the first spelling stands for all of them when two units are compared. */
const spellings: readonly (readonly string[])[] = [
  ['%', 'prosenttia', 'prosentti', 'pros.', 'procent', 'per cent', 'percent'],
  ['%-yks.', '%-yksikköä', '%-yks', 'prosenttiyksikköä', 'procentenheter', 'percentage points'],
  ['€', 'e', 'eur', 'euro', 'euroa', 'euros'],
  ['hlö', 'hlöä', 'hlöt', 'henkilö', 'henkilöä', 'personer', 'person', 'people', 'persons'],
  ['kpl', 'kappaletta', 'st', 'st.', 'pcs'],
  ['min', 'min.', 'minuutti', 'minuuttia', 'minuter', 'minut', 'minutes', 'minute'],
  ['h', 'tunti', 'tuntia', 'timmar', 'timme', 'hours', 'hour'],
  ['vrk', 'vuorokausi', 'vuorokautta', 'pv', 'pvä', 'päivä', 'päivää', 'dygn', 'dagar', 'dag', 'days', 'day'],
  ['vk', 'viikko', 'viikkoa', 'veckor', 'vecka', 'weeks', 'week'],
  ['kk', 'kuukausi', 'kuukautta', 'mån', 'månader', 'months', 'month'],
  ['htv', 'henkilötyövuosi', 'henkilötyövuotta', 'årsverken', 'person-years'],
  ['htp', 'henkilötyöpäivä', 'henkilötyöpäivää'],
]
const canonical = new Map(spellings.flatMap((row) => row.map((word) => [word, row[0] ?? word] as const)))

/** One spelling per unit, for comparing: `euroa` → `€`, `HTV` → `htv`; other units only lose capitals and extra gaps. */
export function canonicalUnit(unit: string): string {
  const plain = unit.trim().replace(/\s+/g, ' ').toLowerCase()
  return canonical.get(plain) ?? plain
}

/** Months and years have no fixed length, so they are counts and not durations. */
const minutes: Record<string, string> = { min: '1', h: '60', vrk: '1440', vk: '10080' }

/** Minutes in one of the unit, when it is a unit of time with a fixed length; else null. */
export function minutesPerUnit(unit: string | null): string | null {
  return unit === null ? null : (minutes[canonicalUnit(unit)] ?? null)
}

/** A duration written in several units ("3 h 4 min") has this unit; its number is minutes like every duration's. */
export const mixedDurationUnit = 'h min'

export function isDurationUnit(unit: string | null): boolean {
  return unit === mixedDurationUnit || minutesPerUnit(unit) !== null
}

/**
 * Minutes as a number of the unit (20160 → 14 for `vrk`); null when the unit is `h min` or none, or does not come out even.
 */
export function minutesInUnit(minutes: string, unit: string | null): string | null {
  const factor = unit === mixedDurationUnit ? null : minutesPerUnit(unit)
  const number = factor === null ? null : divide(minutes, factor, 6)
  return number !== null && factor !== null && compare(multiply(number, factor), minutes) === 0 ? number : null
}

/**
 * Numbers of a value in the unit that stands beside them: a duration, which is kept in minutes, in its own unit where it comes
 * out even and else in minutes.
 */
export function inOwnUnit({ kind, number, numberTo, unit }: Quantity): Omit<Quantity, 'kind'> {
  if (kind !== 'duration') return { number, numberTo, unit }
  const own = (minutes: string | null) => (minutes === null ? null : minutesInUnit(minutes, unit))
  const [from, to] = [own(number), own(numberTo)]
  const even = (number === null || from !== null) && (numberTo === null || to !== null)
  return even ? { number: from, numberTo: to, unit } : { number, numberTo, unit: 'min' }
}

type Quantity = { kind: ValueKind; number: string | null; numberTo: string | null; unit: string | null }

export function isPercentUnit(unit: string | null): boolean {
  return unit !== null && /^%(?!-)/.test(canonicalUnit(unit))
}

export function isMoneyUnit(unit: string | null): boolean {
  return unit !== null && /^€(?:$|[ /])/.test(canonicalUnit(unit))
}

/** Ends of a scale told by its unit: `asteikko 1–5`, `NPS -100–100`, `pistettä (0–5)`; null when it tells none. */
export function scaleBounds(unit: string | null): { min: string; max: string } | null {
  const match = unit && /(?:^|[\s(])([-−]?\d+)\s*(?:–|-|\.\.\.|…)\s*\+?(\d+)\)?$/.exec(unit)
  return match ? { min: (match[1] ?? '').replace('−', '-'), max: match[2] ?? '' } : null
}

export function isScaleUnit(unit: string | null): boolean {
  return (
    unit !== null && (/^(?:NPS|asteikko|keskiarvo|arvosana|skala|scale)\b/i.test(unit) || scaleBounds(unit) !== null)
  )
}

/** The kind of value that a unit asks for; a share of answers on a scale stays a number. */
export function kindOfUnit(unit: string | null): ValueKind {
  if (unit === null || isPercentUnit(unit)) return 'number'
  if (isMoneyUnit(unit)) return 'amount'
  if (isDurationUnit(unit)) return 'duration'
  if (/^(?:kyllä\/ei|ja\/nej|yes\/no)$/i.test(unit)) return 'yes_no'
  if (/^(?:klo|kl\.?|time)$/i.test(unit)) return 'text'
  return isScaleUnit(unit) ? 'scale' : 'count'
}

/**
 * Whether a written unit may stand where another is expected: the same unit, its beginning (`%` for `% vastaajista`,
 * `puhelua` for `puhelua/kk`), or another length of time.
 */
export function unitFits(written: string, expected: string): boolean {
  const [a, b] = [canonicalUnit(written), canonicalUnit(expected)]
  if (a === b || b.startsWith(`${a} `) || b.startsWith(`${a}/`)) return true
  return isDurationUnit(a) && isDurationUnit(b)
}

export type SplitUnit = { number: string; unit: string | null }

const numberPart = /^([+\-−]?\d(?:[\d.,]|[ \u00a0\u2007\u2008\u2009\u202f](?=\d))*)(.*)$/su

/** Takes the trailing unit off a number (`1 234,50 €`, `20 000e`, `16,3% puheluista`), or a leading euro sign. */
export function splitUnit(text: string): SplitUnit {
  const trimmed = text.trim()
  const euros = /^€\s*(?=[\d+\-−])/.exec(trimmed)
  if (euros) return { number: trimmed.slice(euros[0].length), unit: '€' }
  const match = numberPart.exec(trimmed)
  if (!match) return { number: trimmed, unit: null }
  const unit = (match[2] ?? '').trim()
  return { number: match[1] ?? '', unit: unit === '' ? null : unit }
}

const factors: readonly (readonly [RegExp, string])[] = [
  [/^(?:mrd\.?|miljardia)\s*(.*)$/i, '1000000000'],
  [/^(?:milj\.?|miljoonaa|miljoona|mn)\s*(.*)$/i, '1000000'],
  [/^M(?=€)(.*)$/, '1000000'],
  [/^(?:tuhatta|tuh\.)\s*(.*)$/i, '1000'],
  [/^[tk](?=€)(.*)$/i, '1000'],
]

/** `3` and `milj. euroa` → `3000000` and `euroa`; a unit without a multiplier comes back as it was. */
export function multiplied(number: string, unit: string | null): SplitUnit {
  for (const [pattern, factor] of factors) {
    const match = unit === null ? null : pattern.exec(unit)
    if (match) return { number: multiply(number, factor), unit: match[1]?.trim() || null }
  }
  return { number, unit }
}
