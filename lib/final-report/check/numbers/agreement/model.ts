import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { add, compare, divide, isZero, multiply, ratioPercent, subtract } from '@/lib/values/decimal'
import type { TypedValue } from '@/lib/values/typed-value'
import { isDurationUnit, isPercentUnit, minutesPerUnit, mixedDurationUnit } from '@/lib/values/units'

/** `unknown`: the two cannot be compared, e.g. because the data say it in words. */
export type Agreement = 'agrees' | 'differs' | 'unknown'

/** A size of the data; one number has both ends the same. */
type Size = { low: string; high: string }

/** What to compare with what: a length of time is compared in minutes whatever it was written in. */
type Pair = { read: ReadNumber; size: Size }

/**
 * Whether a typed number says what the data say. Rounding as people round agrees (47,8 % as "48 %"), a qualifier is taken at
 * its word ("yli 56 %" of 56,4 but not of 55), a share may be told of a count with its n, a length of time in another unit.
 */
export function agreementWith(read: ReadNumber, value: TypedValue): Agreement {
  const pairs = pairsOf(read, value)
  if (pairs.length === 0) return 'unknown'
  return pairs.some(holds) ? 'agrees' : 'differs'
}

/** Whether two typed numbers can both be right. */
export function agreementOf(one: ReadNumber, other: ReadNumber): Agreement {
  const [a, b] = [inMinutes(one), inMinutes(other)]
  if ((a === null) !== (b === null) && one.unit !== null && other.unit !== null) return 'unknown'
  if (isPercentUnit(one.unit) !== isPercentUnit(other.unit) && one.unit !== null && other.unit !== null)
    return 'unknown'
  const [first, second] = a && b ? [a, b] : [one, other]
  if ((first.numberTo === null) !== (second.numberTo === null)) return 'unknown'
  const either = [
    { read: first, size: sizeOfRead(second) },
    { read: second, size: sizeOfRead(first) },
  ]
  return either.some(holds) ? 'agrees' : 'differs'
}

function sizeOfRead(read: ReadNumber): Size {
  const end = read.form === 'fraction' ? null : read.numberTo
  return { low: read.number, high: end ?? read.number }
}

function inMinutes(read: ReadNumber): ReadNumber | null {
  if (read.unit === mixedDurationUnit) return read
  const factor = minutesPerUnit(read.unit)
  if (factor === null) return null
  return {
    ...read,
    number: multiply(read.number, factor),
    numberTo: read.numberTo === null ? null : multiply(read.numberTo, factor),
    digit: multiply(read.digit, factor),
    unit: mixedDurationUnit,
  }
}

function pairsOf(read: ReadNumber, value: TypedValue): Pair[] {
  const { unit } = read
  const pair = (low: string | null, high = low, as = read): Pair[] =>
    low === null || high === null ? [] : [{ read: as, size: { low, high } }]
  const size = value.n === null || isPercentUnit(unit) ? [] : pair(String(value.n))
  if (value.unknown) return size
  if (value.kind === 'yes_no') return []
  if (value.kind === 'fraction') {
    const { number, numberTo } = value
    if (number === null || numberTo === null) return []
    return pair(isPercentUnit(unit) ? ratioPercent(number, numberTo, 12) : number)
  }
  if (value.number === null && value.cells.length === 0) {
    const [only, more] = readNumbers(value.text ?? value.asWritten ?? '', 'fi')
    return only && !more && only.unit === unit ? pair(only.number, only.numberTo ?? only.number) : []
  }
  const cells = value.cells
    .filter((cell) => comparable(cell.unit ?? value.unit, unit))
    .flatMap((cell) => pair(cell.number))
  const own = value.number === null ? [] : ownPairs(read, value, value.number)
  // Who tells how many answered may tell it of a share.
  return [...cells, ...own, ...(isPercentUnit(value.unit) && own.length + cells.length > 0 ? size : [])]
}

function ownPairs(read: ReadNumber, value: TypedValue, number: string): Pair[] {
  const low = value.kind === 'change' && !read.number.startsWith('-') ? number.replace('-', '') : number
  const high = value.numberTo ?? low
  const { unit } = read
  if (isPercentUnit(unit) && value.unit !== null && !isPercentUnit(value.unit)) {
    const percent = value.n ? ratioPercent(low, String(value.n), 12) : null
    return percent === null ? [] : [{ read, size: { low: percent, high: percent } }]
  }
  const factor = minutesPerUnit(value.unit)
  if (isDurationUnit(unit)) {
    const minutes = inMinutes(read)
    const scale = value.kind === 'duration' ? '1' : factor
    return minutes && scale ? [{ read: minutes, size: { low: multiply(low, scale), high: multiply(high, scale) } }] : []
  }
  const plain = { read, size: { low, high } }
  if (value.kind !== 'duration' || !factor) return [plain]
  const [inUnit, inUnitTo] = [divide(low, factor, 6), divide(high, factor, 6)]
  return inUnit === null || inUnitTo === null ? [plain] : [plain, { read, size: { low: inUnit, high: inUnitTo } }]
}

/** A count is not compared with a share. */
function comparable(unit: string | null, asked: string | null): boolean {
  return asked === null || unit === null || isPercentUnit(unit) === isPercentUnit(asked)
}

function holds({ read, size: { low, high } }: Pair): boolean {
  if (read.form === 'fraction') {
    const percent = read.numberTo === null ? null : ratioPercent(read.number, read.numberTo, 4)
    return [read.number, percent].some((number) => number !== null && fits({ ...read, number, form: 'digits' }, low))
  }
  if (read.numberTo !== null) {
    if (compare(low, high) === 0) return compare(read.number, low) <= 0 && compare(read.numberTo, low) >= 0
    return rounds(read.number, low, read.digit) && rounds(read.numberTo, high, read.digit)
  }
  if (compare(low, high) === 0) return fits(read, low)
  return fits(read, low) || fits(read, high) || (compare(read.number, low) > 0 && compare(read.number, high) < 0)
}

/** The typed number is the size rounded to its last digit. */
function rounds(typed: string, size: string, digit: string): boolean {
  const off = subtract(typed, size).replace('-', '')
  return compare(multiply(off, '2'), digit) <= 0
}

function fits(read: ReadNumber, size: string): boolean {
  const off = subtract(size, read.number)
  const step = stepOf(read)
  if (read.form === 'share' && read.qualifier === 'exact') return compare(off.replace('-', ''), '4') <= 0
  if (rounds(read.number, size, read.digit)) {
    if (read.qualifier === 'over' || read.qualifier === 'under') return !contradicts(read.qualifier, off)
    return true
  }
  switch (read.qualifier) {
    case 'exact':
      return false
    case 'about':
      return read.nearly
        ? compare(off, '0') <= 0 && compare(add(off, step), '0') > 0
        : compare(multiply(off.replace('-', ''), '2'), step) <= 0
    case 'over':
    case 'at_least':
      return compare(off, '0') > 0 && compare(off, step) < 0
    case 'under':
    case 'at_most':
      return compare(off, '0') < 0 && compare(add(off, step), '0') > 0
  }
}

/** "yli 56" of 55,8 is wrong although 55,8 rounds to 56. */
function contradicts(qualifier: 'over' | 'under', off: string): boolean {
  return qualifier === 'over' ? compare(off, '0') < 0 : compare(off, '0') > 0
}

/**
 * How far a number rounded by its writer may be from what it was: one in the place of its last digit that is not zero, five
 * when that digit is five (people count in 25 and 50 too), less than a sixth of the whole for halves and thirds.
 */
function stepOf(read: ReadNumber): string {
  if (read.form === 'share') return '15'
  const digits = read.number.replace('-', '').split('.')
  const whole = digits[0] ?? '0'
  if (digits[1] !== undefined || isZero(whole)) return read.digit
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0
  const place = `1${'0'.repeat(zeros)}`
  const last = whole.at(whole.length - zeros - 1)
  const step = last === '5' && whole.length - zeros > 1 ? multiply(place, '5') : place
  return compare(step, read.digit) < 0 ? read.digit : step
}
