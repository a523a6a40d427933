import {
  type ChartLight,
  type ChartModel,
  type ChartPoint,
  keptLights,
  type ChartSeries as ModelSeries,
} from '../../charts/model.ts'
import type { DeckColours } from './colours.ts'
import type { Chart, ChartSeries } from './slide.ts'

type Drawn = Exclude<ChartModel, { kind: 'risks' }>

// Thousands are parted by a space whatever the language of the program is; a whole number has no separator at its end.
const grouped = (unit: string) => `[>=1000000]#\u00a0###\u00a0##0${unit};[>=1000]#\u00a0##0${unit};General${unit}`
const formats = { number: grouped(''), percent: 'General"\u00a0%"', euro: grouped('"\u00a0€"') } as const
const dashes = ['solid', 'sysDash', 'sysDot', 'lgDashDot', 'dash'] as const
const markers = ['circle', 'square', 'triangle', 'diamond', 'x'] as const

const lightColour = { good: 'green', warning: 'yellow', danger: 'red', neutral: 'reported', unknown: 'none' } as const
const lightMark: Record<ChartLight, string> = { good: '●', warning: '▲', danger: '◆', neutral: '■', unknown: '○' }

/** A chart as the office programs draw it themselves: its numbers stay numbers, and what is unknown stays a gap. */
export function nativeChart(model: Drawn, colours: DeckColours): Chart {
  switch (model.kind) {
    case 'line':
      return {
        kind: 'line',
        categories: [...model.periods],
        series: [
          ...model.series.map((series, index) => drawn(series, index, model.title, colours)),
          ...model.targets.map((target) => ({
            ...plain(target.label, colours.ink, 'sysDash' as const),
            values: model.periods.map((_, at) =>
              at < (target.from ?? 0) || at > (target.to ?? Number.POSITIVE_INFINITY) ? null : target.value,
            ),
            labels: model.periods.map(() => null),
          })),
        ],
        format: formats[model.axis],
        fromZero: model.fromZero !== false,
      }
    case 'bars':
      return {
        kind: 'bars',
        categories: model.categories.map((name, at) =>
          named(name, model.series.length === 1 ? model.series[0]?.points[at] : undefined),
        ),
        series: model.series.map((series, index) => drawn(series, index, model.title, colours)),
        format: formats[model.axis],
        fromZero: true,
      }
    case 'funnel':
      return {
        kind: 'bars',
        categories: model.steps.map(({ name, point }) => named(name, point)),
        series: [drawn({ name: model.title, points: model.steps.map((step) => step.point) }, 0, model.title, colours)],
        format: formats.number,
        fromZero: true,
      }
    case 'lights':
      return {
        kind: 'stacked',
        categories: model.rows.map((row) => row.name || model.title),
        series: keptLights(model).map((light) => {
          const counts = model.rows.map((row) => row.counts[light])
          return {
            ...plain(`${lightMark[light]} ${model.words[light]}`, colours.lights[lightColour[light]], 'solid'),
            values: counts.map(String),
            labels: counts.map((count) => (count === 0 ? null : String(count))),
          }
        }),
        format: '0',
        fromZero: true,
      }
  }
}

/** A lone bar that is unknown says so in its name: there is no mark to stand beside. */
const named = (name: string, point: ChartPoint | undefined): string =>
  point && point.value === null ? `${name} (${point.text})` : name

function drawn({ name, points }: ModelSeries, index: number, title: string, colours: DeckColours): ChartSeries {
  return {
    // A lone series goes by the name of the chart: nothing would be worse than "Series 1".
    name: name || title,
    values: points.map((point) => point.value),
    labels: points.map((point) => (point.value === null ? null : point.text)),
    colour: colours.series[index % colours.series.length] ?? colours.brand,
    dash: dashes[index % dashes.length] ?? 'solid',
    marker: markers[index % markers.length] ?? 'circle',
  }
}

const plain = (name: string, colour: string, dash: ChartSeries['dash']) => ({
  name,
  colour,
  dash,
  marker: 'none' as const,
})

/** How high a chart asks to be, in points: a bar for each value, room for the series' names. */
export function chartHeight(chart: Chart): number {
  if (chart.kind === 'line') return 160
  const bars = chart.categories.length * (chart.kind === 'stacked' ? 1.4 : chart.series.length + 0.6)
  return Math.min(380, Math.max(110, 46 + bars * 20))
}
