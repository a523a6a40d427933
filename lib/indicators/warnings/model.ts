import type { MeasurementRow } from '@/lib/indicators/model'
import { add, compare } from '@/lib/values/decimal'
import { timeInWords } from '@/lib/values/time'
import type { TypedValue } from '@/lib/values/typed-value'
import { canonicalUnit, isDurationUnit, isPercentUnit, isScaleUnit, unitFits } from '@/lib/values/units'

/** What looks wrong with a value. A warning never changes or hides a value: it asks somebody to look. */
export const warningRules = [
  'total_differs',
  'unit_differs',
  'times_overlap',
  'impossible_percentage',
  'outlier',
  'old',
] as const
export type WarningRule = (typeof warningRules)[number]

/** `values`: what stands against what, as exact decimals or canonical times. `otherId`: the second value of an overlap. */
export type Warning = { rule: WarningRule; measurementId: string; values: string[]; otherId?: string }

export type Measured = Pick<MeasurementRow, 'id' | 'role' | 'value' | 'time' | 'area'>
export type Followed = {
  unit: string | null
  measurements: readonly Measured[]
  /** The newest published period of the project; null when it has none */
  newestPeriod: { from: string } | null
}

/** Everything that looks wrong with the values of one indicator, rule by rule. */
export function warningsOf(followed: Followed): Warning[] {
  const actuals = followed.measurements.filter(({ role }) => role === 'actual')
  return [
    ...followed.measurements.flatMap(totalDiffers),
    ...followed.measurements.flatMap((one) => unitDiffers(one, followed.unit)),
    ...overlaps(actuals),
    ...followed.measurements.flatMap((one) => impossiblePercentage(one, followed.unit)),
    ...outliers(actuals),
    ...tooOld(actuals, followed.newestPeriod),
  ]
}

/** What looks wrong with a value by itself, before it has a history. */
export function warningsOfValue(value: TypedValue, unit: string | null): Warning[] {
  const one = { id: '', role: 'actual' as const, value, time: timeInWords(null), area: null }
  return [...totalDiffers(one), ...unitDiffers(one, unit), ...impossiblePercentage(one, unit)]
}

/** Shares, times and grades of parts make no sum: a mean stands above them. */
const isSummed = (unit: string | null) => !isPercentUnit(unit) && !isDurationUnit(unit) && !isScaleUnit(unit)

/** The total that was told is not the sum of its parts; with unknown parts only when the known ones are already more. */
function totalDiffers({ id, value }: Measured): Warning[] {
  const { cells, number, unit } = value
  const isSum =
    value.kind === 'breakdown' || value.kind === 'count' || value.kind === 'number' || value.kind === 'amount'
  if (!isSum || number === null || cells.length < 2 || !isSummed(unit)) return []
  const kinds = new Set(cells.map((cell) => `${Object.keys(cell.dimensions).join('|')} ${cell.unit ?? unit ?? ''}`))
  if (kinds.size > 1 || cells.some((cell) => !isSummed(cell.unit))) return []
  const known = cells.flatMap((cell) => (cell.number === null ? [] : [cell.number]))
  if (known.length === 0) return []
  const parts = known.reduce(add, '0')
  const order = compare(parts, number)
  const differs = known.length === cells.length ? order !== 0 : order > 0
  return differs ? [{ rule: 'total_differs', measurementId: id, values: [number, parts] }] : []
}

function unitDiffers({ id, value }: Measured, expected: string | null): Warning[] {
  if (expected === null || value.unit === null || value.number === null || value.kind === 'change') return []
  if (unitFits(value.unit, expected) || canonicalUnit(value.unit) === canonicalUnit(expected)) return []
  return [{ rule: 'unit_differs', measurementId: id, values: [value.unit, expected] }]
}

const scopeOf = ({ value, area }: Measured) => [value.scope ?? '', area ?? ''].join('|')

/** Two values of one scope whose times share days. */
function overlaps(actuals: readonly Measured[]): Warning[] {
  const timed = actuals.filter(({ time, value }) => time.from !== null && time.to !== null && value.unknown === null)
  return timed.flatMap((one, index) =>
    timed.slice(index + 1).flatMap((other): Warning[] => {
      const shares = (one.time.from ?? '') <= (other.time.to ?? '') && (other.time.from ?? '') <= (one.time.to ?? '')
      if (!shares || scopeOf(one) !== scopeOf(other)) return []
      const values = [one.time.code ?? '', other.time.code ?? '']
      return [{ rule: 'times_overlap', measurementId: one.id, otherId: other.id, values }]
    }),
  )
}

const mostTried = 20_000

/** No whole number of n gives the percentage as it is written. */
function impossiblePercentage({ id, value }: Measured, unit: string | null): Warning[] {
  const { number, n, qualifier } = value
  if (number === null || n === null || n <= 0 || n > mostTried || qualifier !== 'exact') return []
  if (!isPercentUnit(value.unit ?? unit) || value.numberTo !== null || value.kind === 'change') return []
  const decimals = number.split('.')[1]?.length ?? 0
  const percent = Number(number)
  const near = Math.round((percent / 100) * n)
  const half = 0.5 / 10 ** decimals + 1e-9
  const possible = [near - 1, near, near + 1].some((k) => k >= 0 && Math.abs((k / n) * 100 - percent) <= half)
  return possible ? [] : [{ rule: 'impossible_percentage', measurementId: id, values: [number, String(n)] }]
}

const isSingle = ({ number, numberTo, unknown, kind }: TypedValue) =>
  number !== null && numberTo === null && unknown === null && kind !== 'change'

const fewest = 5
const farAway = 6

/** Far from the middle of its own history, measured by the middle of all distances; only where there is a history. */
function outliers(actuals: readonly Measured[]): Warning[] {
  const series = Map.groupBy(
    actuals.filter(({ value }) => isSingle(value)),
    (one) => `${scopeOf(one)}|${one.value.unit ?? ''}`,
  )
  return [...series.values()].flatMap((rows): Warning[] => {
    if (rows.length < fewest) return []
    const numbers = rows.map(({ value }) => Number(value.number))
    const middle = median(numbers)
    const spread = median(numbers.map((one) => Math.abs(one - middle)))
    if (spread === 0) return []
    return rows.flatMap(({ id, value }) =>
      Math.abs(Number(value.number) - middle) > farAway * spread
        ? [{ rule: 'outlier', measurementId: id, values: [value.number ?? ''] }]
        : [],
    )
  })
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const [low = 0, high = 0] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return (low + high) / 2
}

/** The newest number ends before the newest published period begins. What is in use stays in use: states do not grow old. */
function tooOld(actuals: readonly Measured[], period: Followed['newestPeriod']): Warning[] {
  if (period === null) return []
  const timed = actuals.filter(
    ({ time, value }) => time.to !== null && (value.number !== null || value.cells.length > 0),
  )
  const newest = timed.toSorted((a, b) => (b.time.to ?? '').localeCompare(a.time.to ?? ''))[0]
  if (!newest || (newest.time.to ?? '') >= period.from) return []
  return [{ rule: 'old', measurementId: newest.id, values: [newest.time.code ?? ''] }]
}
