import type { Translate } from '@/lib/charts/describe'
import type { TextLink } from '@/lib/charts/link-texts'
import {
  type ChartLight,
  type ChartModel,
  type ChartSource,
  keptLights,
  type LightsChart,
  unitsWith,
} from '@/lib/charts/model'
import { formatNumber } from '@/lib/values/format'

type Sources = (ChartSource | undefined)[][]

/** What each cell of the chart's table stands for, in the same places as `chartTable`. */
export function chartSources(model: ChartModel): Sources {
  switch (model.kind) {
    case 'line':
      return [
        ...seriesSources(model.periods.length, model.series),
        ...model.targets.map((one) => [undefined, one.source]),
      ]
    case 'bars':
      return [
        ...seriesSources(model.categories.length, model.series),
        ...model.targets.map((one) => [undefined, one.source]),
      ]
    case 'lights':
      return model.rows.map(({ sources }) => [undefined, ...lightSources(keptLights(model), sources)])
    case 'funnel':
      return model.steps.map(({ point }) => [undefined, point.source])
    case 'risks':
      return model.risks.map(({ source, score }) => {
        const own = score ? source : undefined
        return [undefined, undefined, own, own, own, undefined]
      })
  }
}

type Series = { points: readonly { source?: ChartSource }[] }

function seriesSources(length: number, series: readonly Series[]): Sources {
  return Array.from({ length }, (_, at) => [undefined, ...series.map(({ points }) => points[at]?.source)])
}

function lightSources(
  lights: readonly ChartLight[],
  sources: LightsChart['totalSources'],
): (ChartSource | undefined)[] {
  return sources ? [...lights.map((light) => sources[light]), sources.total] : []
}

/** Numbers as the summary of the chart writes them, with where they lead. */
export function sourcedTexts(model: ChartModel, t: Translate, hrefOf: (source: ChartSource) => string): TextLink[] {
  const link = (text: string, source: ChartSource | undefined) => (source ? [{ text, href: hrefOf(source) }] : [])
  switch (model.kind) {
    case 'line':
    case 'bars':
      return [
        ...model.series.flatMap(({ points }) => points.flatMap(({ text, source }) => link(text, source))),
        ...model.targets.flatMap(({ label, source }) => link(label, source)),
      ]
    case 'lights': {
      const lights = keptLights(model)
      const all = lights.reduce((sum, light) => sum + unitsWith(model, light), 0)
      return [
        ...link(formatNumber(all, t.locale), model.totalSources?.total),
        ...lights.flatMap((light) =>
          link(formatNumber(unitsWith(model, light), t.locale), model.totalSources?.[light]),
        ),
      ]
    }
    case 'funnel':
      return model.steps.flatMap(({ point }) => link(point.text, point.source))
    case 'risks': {
      const scored = model.risks.map(({ score, source }) => ({
        points: score ? score.probability * score.impact : -1,
        source,
      }))
      const highest = scored.toSorted((a, b) => b.points - a.points)[0]
      return highest && highest.points >= 0 ? link(String(highest.points), highest.source) : []
    }
  }
}
