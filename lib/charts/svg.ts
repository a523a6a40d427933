import { drawBars, drawFunnel } from '@/lib/charts/bars'
import type { Drawing, DrawOptions } from '@/lib/charts/drawing'
import { drawLights } from '@/lib/charts/lights'
import { drawLine } from '@/lib/charts/line'
import type { ChartModel } from '@/lib/charts/model'
import { drawRisks } from '@/lib/charts/risk-matrix'
import { tag } from '@/lib/charts/svg-parts'

export type SvgOptions = DrawOptions & {
  /** Text alternative beside the title: what `describeChart` says. Empty where the same text stands under the chart. */
  description: string
}

/**
 * A chart as one SVG file: shapes and real text, presentation attributes only, no script, no style.
 * The same string goes into the page, into Typst and, rendered, into office files.
 */
export function chartSvg(model: ChartModel, options: SvgOptions): string {
  return svgOf(drawChart(model, options), model.title, options)
}

/** A drawing as a file of its own, with its text alternative. */
export function svgOf({ height, body }: Drawing, title: string, { width, palette, description }: SvgOptions): string {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${Math.ceil(height)}`,
    width,
    height: Math.ceil(height),
    role: 'img',
    'aria-label': description ? `${title}. ${description}` : title,
    'font-family': palette.font,
  }
  return tag('svg', attributes, body)
}

/** The shapes of a chart, to be put into a drawing. */
export function drawChart(model: ChartModel, options: DrawOptions): Drawing {
  switch (model.kind) {
    case 'line':
      return drawLine(model, options)
    case 'bars':
      return drawBars(model, options)
    case 'lights':
      return drawLights(model, options)
    case 'funnel':
      return drawFunnel(model, options)
    case 'risks':
      return drawRisks(model, options)
  }
}
