import { describe, expect, it } from 'vitest'
import { layoutLine } from '@/lib/charts/line-layout'
import type { LineChart } from '@/lib/charts/model'
import { screenPalette } from '@/lib/charts/palette'
import { chartPicture } from '@/lib/charts/picture'
import { chartSvg } from '@/lib/charts/svg'
import { compilePicture } from '@/lib/exports/pictures/compile'
import { line } from '@/tests/charts/examples'

const options = { locale: 'fi', source: 'Hanke. Julkaistu Q3/2025.', description: 'Nousi.' } as const
const told: LineChart = {
  ...line,
  series: line.series.map(({ points, ...one }) => ({
    ...one,
    points: points.map((point) => ({ ...point, told: point.value === null })),
  })),
}

describe('a gap with a word', () => {
  const draw = (model: LineChart) =>
    chartSvg(model, { palette: screenPalette, locale: 'fi', width: 480, prefix: 'x', description: '' })

  it('has a mark of its own, and a gap without a word has none', () => {
    expect(draw(told).match(/stroke-dasharray="2.2 1.7"/g)).toHaveLength(1)
    expect(draw(line)).not.toContain('stroke-dasharray="2.2 1.7"')
  })

  it('marks of several series at one time stand on each other', () => {
    const gaps = { name: '', points: told.series[0]?.points.map((one) => ({ ...one, value: null, told: true })) ?? [] }
    const at = layoutLine({ ...told, series: [gaps, { ...gaps, name: 'b' }] }, { width: 480, locale: 'fi' }).gaps
    expect(at).toHaveLength(8)
    expect(new Set(at.map(({ x, y }) => `${x} ${y}`)).size).toBe(8)
  })
})

describe('a shared scale', () => {
  it('has room for values of the charts beside', () => {
    const top = (model: LineChart) => layoutLine(model, { width: 480, locale: 'fi' }).ticks.at(-1)?.text
    expect(top(line)).not.toBe(top({ ...line, besides: ['400'] }))
  })
})

describe('a picture to be taken elsewhere', () => {
  const svg = chartPicture({ ...line, title: 'Osuus <&> "nyt"' }, options)

  it('says its title, its source and what it shows, with nothing of the page in it', () => {
    expect(svg).toContain('Osuus &lt;&amp;&gt; &quot;nyt&quot;')
    expect(svg).toContain('Hanke. Julkaistu Q3/2025.')
    expect(svg).toContain('Nousi.')
    expect(svg).not.toMatch(/var\(|style=|<script/)
  })

  it('writes the names of its series to their end, which a page cuts: there is no table beside it', () => {
    const name =
      'Osuus sosiaali- ja terveydenhuollon (vähintään 20 v.) kontakteista, jotka hoidetaan etänä sähköisin välinein, Kainuun HVA'
    const [first] = line.series
    if (!first) throw new Error('the example has no series')
    const model: LineChart = { ...line, series: [first, { ...first, name }] }
    const words = (drawn: string) => [...drawn.matchAll(/>([^<>]+)</g)].map(([, text]) => text).join(' ')
    const onPage = chartSvg(model, { palette: screenPalette, locale: 'fi', width: 480, prefix: 'x', description: '' })
    expect(words(onPage)).toContain('…')
    const picture = words(chartPicture(model, options))
    expect(picture).not.toContain('…')
    expect(picture).toContain(name)
  })

  it('is drawn as dots, twice as fine', () => {
    const { bytes } = compilePicture({ svg })
    const view = Buffer.from(bytes)
    expect(view.subarray(1, 4).toString()).toBe('PNG')
    expect([view.readUInt32BE(16), view.readUInt32BE(20)]).toEqual([1760, 2 * Number(/height="(\d+)"/.exec(svg)?.[1])])
    // Letters were found: without them the file is far smaller.
    const bare = compilePicture({ svg: svg.replace(/<text[\s\S]*?<\/text>/g, '') }).bytes
    expect(bytes.length).toBeGreaterThan(bare.length * 1.3)
  })
})
