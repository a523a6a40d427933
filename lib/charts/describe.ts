import { Decimal } from 'decimal.js'
import type {
  BarChart,
  ChartModel,
  ChartSeries,
  FunnelChart,
  LightsChart,
  LineChart,
  RiskMatrix,
} from '@/lib/charts/model'
import { keptLights, unitsWith } from '@/lib/charts/model'
import { formatNumber } from '@/lib/values/format'
import type { FormatLocale } from '@/lib/values/intl'

/** The translator of the product's catalogues; only its shape is needed here. */
export type Translate = { (key: string, values?: Record<string, string | number>): string; locale: FormatLocale }

/**
 * A chart in words: what the eye would take from it. Used as text alternative in pages, PDF and office files, and shown
 * under the chart. Every number in it is the written text of the model.
 */
export function describeChart(model: ChartModel, t: Translate): string {
  switch (model.kind) {
    case 'line':
      return sentences([...model.series.map((series) => trend(series, model, t)), targets(model, t)])
    case 'bars':
      return sentences([...bars(model, t), targets(model, t)])
    case 'lights':
      return lights(model, t)
    case 'funnel':
      return funnel(model, t)
    case 'risks':
      return risks(model, t)
  }
}

function sentences(parts: readonly string[]): string {
  return parts.filter(Boolean).join(' ')
}

function trend({ name, points }: ChartSeries, { periods, series }: LineChart, t: Translate): string {
  const known = points.flatMap((point, index) =>
    point.value === null ? [] : [{ ...point, value: point.value, period: periods[index] ?? '' }],
  )
  const [first] = known
  const last = known.at(-1)
  const missing = periods.length - known.length
  const who = series.length > 1 && name ? `${name}: ` : ''
  if (!first || !last) return who + t('charts.describe.noValues')
  const gap = missing > 0 ? t('charts.describe.missing', { count: missing }) : ''
  if (known.length === 1)
    return sentences([who + t('charts.describe.one', { period: last.period, value: last.text }), gap])
  const difference = new Decimal(last.value).comparedTo(first.value)
  const direction = difference > 0 ? 'rose' : difference < 0 ? 'fell' : 'same'
  const story = { from: first.text, fromPeriod: first.period, to: last.text, toPeriod: last.period }
  return sentences([who + t(`charts.describe.${direction}`, story), gap])
}

function targets({ targets: list }: LineChart | BarChart, t: Translate): string {
  return list.length > 0 ? t('charts.describe.targets', { targets: list.map((target) => target.label).join('; ') }) : ''
}

/** All values of a short chart; of a longer one the ends of each series and how many are unknown. */
function bars({ categories, series }: BarChart, t: Translate): string[] {
  const short = categories.length * series.length <= 6
  return series.map(({ name, points }) => {
    const who = series.length > 1 && name ? `${name}: ` : ''
    const all = categories.map((category, index) => ({
      category,
      value: points[index]?.value ?? null,
      text: points[index]?.text ?? '',
    }))
    if (short)
      return t('charts.describe.list', {
        name: who,
        list: all.map(({ category, text }) => `${category} ${text}`.trim()).join('; '),
      })
    const known = all
      .filter((one) => one.value !== null)
      .toSorted((a, b) => new Decimal(b.value ?? 0).comparedTo(a.value ?? 0))
    const [most, least] = [known[0], known.at(-1)]
    if (!most || !least) return who + t('charts.describe.noValues')
    const ends = { most: most.category, mostValue: most.text, least: least.category, leastValue: least.text }
    const missing = all.length - known.length
    return sentences([
      who + t('charts.describe.ends', ends),
      missing > 0 ? t('charts.describe.missingItems', { count: missing }) : '',
    ])
  })
}

function lights(model: LightsChart, t: Translate): string {
  const kept = keptLights(model)
  const list = kept.map(
    (light) => `${model.words[light].toLocaleLowerCase()} ${formatNumber(unitsWith(model, light), t.locale)}`,
  )
  return t('charts.describe.lights', {
    total: formatNumber(
      kept.reduce((sum, light) => sum + unitsWith(model, light), 0),
      t.locale,
    ),
    // A word may hold a comma of its own.
    list: list.join(kept.some((light) => model.words[light].includes(',')) ? '; ' : ', '),
  })
}

function funnel({ steps }: FunnelChart, t: Translate): string {
  return t('charts.describe.list', {
    name: '',
    list: steps.map((step) => `${step.name} ${step.point.text}`).join(' → '),
  })
}

function risks({ risks: all }: RiskMatrix, t: Translate): string {
  const scored = all.flatMap((risk) =>
    risk.score ? [{ ...risk, score: risk.score, points: risk.score.probability * risk.score.impact }] : [],
  )
  const highest = scored.toSorted((a, b) => b.points - a.points)[0]
  const moved = scored.filter(({ previous, points }) => previous && previous.probability * previous.impact !== points)
  const rose = moved.filter(
    ({ previous, points }) => previous && points > previous.probability * previous.impact,
  ).length
  return sentences([
    t('charts.describe.risks', { count: all.length, scored: scored.length }),
    highest ? t('charts.describe.highestRisk', { name: highest.name, points: highest.points }) : '',
    moved.length > 0 ? t('charts.describe.movedRisks', { rose, fell: moved.length - rose }) : '',
  ])
}
