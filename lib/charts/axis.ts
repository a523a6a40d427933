import { tickStep } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import type { AxisUnit } from '@/lib/charts/model'
import { formatAmountWhole, formatNumber, formatPercent } from '@/lib/values/format'
import type { FormatLocale } from '@/lib/values/intl'

export type Axis = { at: (value: string) => number; ticks: readonly { at: number; text: string }[]; zero: number }

/**
 * A linear axis over exact values. Positions are floats (pixels), the written ticks are exact decimals.
 * `fromZero` always includes zero.
 */
export function linearAxis(
  values: readonly string[],
  range: readonly [number, number],
  { fromZero, unit, locale, count }: { fromZero: boolean; unit: AxisUnit; locale: FormatLocale; count: number },
): Axis {
  const numbers = values.map(Number)
  const low = Math.min(...numbers, ...(fromZero || numbers.length === 0 ? [0] : []))
  const high = Math.max(...numbers, ...(fromZero || numbers.length === 0 ? [0] : []))
  const scale = scaleLinear([low, high === low ? low + 1 : high], [...range]).nice(count)
  const [from = 0, to = 1] = scale.domain()
  const decimals = Math.max(0, -Math.floor(Math.log10(tickStep(from, to, count)) + 1e-9))
  return {
    at: (value) => scale(Number(value)),
    ticks: scale.ticks(count).map((tick) => ({ at: scale(tick), text: written(tick.toFixed(decimals), unit, locale) })),
    zero: scale(Math.min(Math.max(0, from), to)),
  }
}

function written(value: string, unit: AxisUnit, locale: FormatLocale): string {
  const exact = /^-0(\.0+)?$/.test(value) ? value.slice(1) : value
  if (unit === 'percent') return formatPercent(exact, locale)
  if (unit === 'euro') return formatAmountWhole(exact, locale)
  return formatNumber(exact, locale)
}
