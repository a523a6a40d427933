import type { DrawOptions } from '@/lib/charts/drawing'
import type { ChartModel } from '@/lib/charts/model'
import { printPalette } from '@/lib/charts/palette'
import { drawChart } from '@/lib/charts/svg'
import { lines, tag } from '@/lib/charts/svg-parts'
import { wrapText } from '@/lib/charts/text-size'

export type ChartPicture = Pick<DrawOptions, 'locale'> & {
  /** Said under the drawing: what is shown, whose, as of when. */
  source: string
  /** Text alternative beside the title. */
  description: string
}

const [width, edge, titleStep, sourceStep] = [880, 24, 25, 17]
// Who has not got the letters of the product sees those of the system.
const palette = { ...printPalette, font: 'Source Sans 3, Source Sans Pro, Arial, sans-serif' }

/** A chart to be taken elsewhere: with its title and its source in the drawing, on a white ground. */
export function chartPicture(model: ChartModel, { locale, source, description }: ChartPicture): string {
  const inner = width - 2 * edge
  const title = wrapText(model.title, inner, 20, 3)
  const told = wrapText(source, inner, 13, 4)
  const top = edge + title.length * titleStep + 8
  const { height, body } = drawChart(model, { palette, locale, width: inner, prefix: 'picture', wholeNames: true })
  const bottom = top + Math.ceil(height) + 28
  const whole = bottom + told.length * sourceStep + edge - sourceStep
  const parts = [
    tag('rect', { width, height: whole, fill: palette.page }),
    lines(edge, edge + 16, title, { size: 20, bold: true, fill: palette.ink }, titleStep),
    tag('g', { transform: `translate(${edge} ${top})` }, body),
    lines(edge, bottom, told, { size: 13, fill: palette.muted }, sourceStep),
  ]
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${whole}`,
      width,
      height: whole,
      role: 'img',
      'aria-label': `${model.title}. ${description}`,
      'font-family': palette.font,
    },
    parts.join(''),
  )
}
