import type { ChartPoint, LineChart } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import { genderLabels } from '@/lib/statistics/labels'
import { type Areas, choicesKey, type Figure, type FollowedSeries, type Region, titleIn } from '@/lib/statistics/model'
import { round } from '@/lib/values/decimal'
import { formatNumber, formatPercent, formatTimeCode } from '@/lib/values/format'
import { unknownLabels } from '@/lib/values/labels'
import { spanOfCode } from '@/lib/values/time'
import { isPercentUnit } from '@/lib/values/units'

type Series = Pick<FollowedSeries, 'figures' | 'unit' | 'decimals'>

/** How many times a chart and a table hold, the newest. */
const inChart = 15
const inTable = 5

/** Times of the series, the oldest first: by their last day, so that codes of different lengths stand in order. */
export function timesOf({ figures }: Pick<Series, 'figures'>): string[] {
  const last = (code: string) => spanOfCode(code)?.to ?? code
  return [...new Set(figures.map(({ timeCode }) => timeCode))].sort((a, b) => (last(a) < last(b) ? -1 : 1))
}

/** What figures are told apart by besides area and time: one without anything, or each sex and the like. */
export function variantsOf({ figures }: Pick<Series, 'figures'>): { key: string; of: Figure['dimensions'] }[] {
  const known = new Map(figures.map(({ dimensions }) => [choicesKey(dimensions), dimensions]))
  return [...known].map(([key, of]) => ({ key, of }))
}

type Place = { area: Pick<Region, 'category' | 'code'>; time: string; variant: string }

/** The figure of an area and a time; undefined: the service tells nothing of it. */
function figureAt({ figures }: Pick<Series, 'figures'>, { area, time, variant }: Place): Figure | undefined {
  return figures.find(
    (one) =>
      one.timeCode === time &&
      one.regionCode === area.code &&
      one.regionCategory === area.category &&
      choicesKey(one.dimensions) === variant,
  )
}

/** The newest time of which an area has a number. */
export function newestOf(series: Series, area: Place['area'], variant: string): Figure | undefined {
  return timesOf(series)
    .toReversed()
    .map((time) => figureAt(series, { area, time, variant }))
    .find((figure) => figure && figure.number !== null)
}

export const isPercent = (unit: string | null): boolean =>
  unit !== null && (isPercentUnit(unit) || /prosent/i.test(unit))

type Shown = Pick<Figure, 'number' | 'unknown'>

/** A figure as it is read, as precise as the service publishes it; an unknown one is its word. */
export function figureText(t: Words, { unit, decimals }: Omit<Series, 'figures'>, figure: Shown | undefined): string {
  if (!figure || figure.number === null) return t(unknownLabels[figure?.unknown ?? 'unknown'])
  const options = decimals === null ? {} : { decimals }
  const number = decimals === null ? figure.number : round(figure.number, decimals)
  return isPercent(unit) ? formatPercent(number, t.locale, options) : formatNumber(number, t.locale, options)
}

/** The same with the time it is of: `35,6 % (2024)`. */
export function figureWithTime(t: Words, series: Omit<Series, 'figures'>, figure: Figure | undefined): string {
  const text = figureText(t, series, figure)
  return figure ? t('statistics.ofTime', { figure: text, time: formatTimeCode(figure.timeCode, t.locale) }) : text
}

const genders: Record<string, string> = genderLabels

/** What a variant is of, in words; null where there is only one kind of figure. */
export function variantText(t: Words, of: Figure['dimensions']): string | null {
  const parts = Object.values(of).map((value) => (genders[value] ? t(genders[value]) : value))
  return parts.length > 0 ? parts.join(', ') : null
}

/** The county beside the whole country over time; null where there are fewer than two times or neither has a number. */
export function seriesChart(t: Words, series: FollowedSeries, { own, country }: Areas): LineChart | null {
  const times = timesOf(series).slice(-inChart)
  const areas = [own, country].filter((area) => area !== null)
  const lines = variantsOf(series)
    .flatMap(({ key, of }) => areas.map((area) => ({ area, key, name: nameOf(t, area, of) })))
    .slice(0, 5)
    .map(({ area, key, name }) => ({
      name,
      points: times.map((time): ChartPoint => {
        const figure = figureAt(series, { area, time, variant: key })
        return { value: figure?.number ?? null, text: figureText(t, series, figure) }
      }),
    }))
    .filter(({ points }) => points.some(({ value }) => value !== null))
  if (times.length < 2 || lines.length === 0) return null
  return {
    kind: 'line',
    title: titleIn(series, t.locale),
    axis: isPercent(series.unit) ? 'percent' : 'number',
    periods: times.map((time) => formatTimeCode(time, t.locale)),
    series: lines,
    targets: [],
  }
}

const nameOf = (t: Words, area: Region, of: Figure['dimensions']): string =>
  [titleIn(area, t.locale), variantText(t, of)].filter(Boolean).join(', ')

/** Every county's figures of the newest times, the whole country last. */
export function countyTable(t: Words, series: FollowedSeries, areas: Areas, variant: string) {
  const times = timesOf(series).slice(-inTable)
  const shown = [...areas.counties, ...(areas.country ? [areas.country] : [])]
  return {
    times: times.map((time) => ({ key: time, text: formatTimeCode(time, t.locale) })),
    rows: shown.map((area) => ({
      key: `${area.category} ${area.code}`,
      title: titleIn(area, t.locale),
      isOwn: area.category === areas.own?.category && area.code === areas.own.code,
      cells: times.map((time) => {
        const figure = figureAt(series, { area, time, variant })
        return { text: figureText(t, series, figure), unknown: !figure || figure.number === null }
      }),
    })),
  }
}
