import { describe, expect, it } from 'vitest'
import { linearAxis } from '@/lib/charts/axis'
import { layoutBars } from '@/lib/charts/bars'
import { emblem, emblemStars, emblemSvg } from '@/lib/charts/emblem'
import { layoutLine } from '@/lib/charts/line-layout'
import { overlap, placeLabel, stack } from '@/lib/charts/place-labels'
import { layoutRisks } from '@/lib/charts/risk-matrix'
import { textWidth, wrapText } from '@/lib/charts/text-size'
import { bars, fiveLines, line, risks } from './examples'

describe('axis', () => {
  it('starts bars from zero and writes exact ticks', () => {
    const axis = linearAxis(['0.1', '0.3'], [0, 100], { fromZero: true, unit: 'number', locale: 'fi', count: 3 })
    expect(axis.ticks.map((tick) => tick.text)).toEqual(['0,0', '0,1', '0,2', '0,3'])
    expect(axis.at('0')).toBe(0)
  })

  it('holds negative values beside zero', () => {
    const axis = linearAxis(['-40', '60'], [0, 100], { fromZero: true, unit: 'percent', locale: 'fi', count: 5 })
    expect(axis.ticks[0]?.text).toBe('\u221240\u00a0%')
    expect(axis.zero).toBeGreaterThan(0)
  })

  it('draws lengths in proportion', () => {
    const at = layoutBars(bars, { width: 480, locale: 'fi' })
    const widths = at.categories.flatMap((category) => category.bars.map((bar) => bar.width))
    expect((widths[2] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(1_200_000.5 / 2_900_000, 4)
    expect(widths[3]).toBe(0)
  })
})

describe('labels', () => {
  it('of line ends keep apart and stay inside', () => {
    for (const width of [360, 480, 880]) {
      const at = layoutLine(fiveLines, { width, locale: 'fi' })
      const blocks = at.series
        .map(({ end }) => ({ top: end.top, bottom: end.top + (end.rows.length + 1) * 17 }))
        .sort((a, b) => a.top - b.top)
      for (const [index, block] of blocks.slice(1).entries())
        expect(block.top).toBeGreaterThanOrEqual(blocks[index]?.bottom ?? 0)
      expect(blocks.at(-1)?.bottom).toBeLessThanOrEqual(at.height)
    }
  })

  it('of targets touch neither each other nor the written values', () => {
    const at = layoutLine(line, { width: 480, locale: 'fi' })
    const boxes = [...at.targets.map(({ label }) => label), ...at.written].map(({ x, y, text, anchor }) => {
      const long = textWidth(text, 13)
      const start = anchor === 'middle' ? x - long / 2 : x
      return { x1: start, x2: start + long, y1: y - 10, y2: y + 2 }
    })
    const touching = boxes.filter((box, index) => boxes.some((other, at2) => at2 > index && overlap(box, other)))
    expect(boxes.length).toBeGreaterThanOrEqual(4)
    expect(touching).toEqual([])
  })

  it('of values stay right of the axis and off the line where one of both sides is free', () => {
    const points = ['18', '33', '7'].map((value) => ({ value, text: `${value} kpl, n = ${value}` }))
    const drawn = { ...line, periods: ['2023', '2024', '8/2025'], series: [{ name: 'n', points }], targets: [] }
    const at = layoutLine(drawn, { width: 480, locale: 'fi' })
    expect(at.written.map(({ text }) => text)).toEqual(['18 kpl, n = 18', '33 kpl, n = 33'])
    const [first, second] = at.written
    const [from, to] = at.series[0]?.spots ?? []
    if (!first || !second || !from || !to) throw new Error('nothing was drawn')
    const half = textWidth(first.text, 13) / 2
    expect(first.x - half).toBeGreaterThanOrEqual(at.left)
    // the line rises from the first point: its value stands below it, that of the highest one above
    expect(first.y - 10).toBeGreaterThan(from.y)
    expect(second.y).toBeLessThan(to.y)
    const valley = [points[1], points[2], points[0]].flatMap((point) => point ?? [])
    const turned = layoutLine({ ...drawn, series: [{ name: 'n', points: valley }] }, { width: 480, locale: 'fi' })
    const [top, low] = turned.series[0]?.spots ?? []
    expect(turned.written[0]?.y).toBeLessThan(top?.y ?? 0)
    expect(turned.written[1]?.y).toBeGreaterThan(low?.y ?? Infinity)
  })

  it('take the first free place', () => {
    const box = { x1: 0, x2: 10, y1: 0, y2: 10 }
    const free = { x1: 20, x2: 30, y1: 0, y2: 10 }
    const taken = [box]
    expect(placeLabel([{ box }, { box: free }], taken).box).toBe(free)
    expect(taken).toHaveLength(2)
    expect(placeLabel([{ box }], taken).box).toBe(box)
  })

  it('are stacked in their order', () => {
    expect(stack([10, 12, 11], [10, 10, 10], 0, 100)).toEqual([5, 25, 15])
    expect(stack([95, 99], [10, 10], 0, 100)).toEqual([80, 90])
  })

  it('break at spaces and end with an ellipsis', () => {
    expect(wrapText('yksi kaksi kolme neljä viisi', 60, 14, 2)).toHaveLength(2)
    expect(wrapText('yksi kaksi kolme neljä viisi', 60, 14, 2)[1]).toMatch(/…$/)
    expect(wrapText('yksi', 60, 14, 2)).toEqual(['yksi'])
  })
})

it('risks of one cell stand side by side', () => {
  const { placed } = layoutRisks(risks, { width: 480 })
  const [second, third] = placed.slice(1)
  expect(Math.abs((second?.x ?? 0) - (third?.x ?? 0))).toBeGreaterThanOrEqual(22)
  expect(placed[0]?.from).not.toBeNull()
})

describe('emblem of the European Union', () => {
  const stars = emblemStars()
    .split('Z')
    .filter(Boolean)
    .map((star) =>
      star
        .slice(1)
        .split('L')
        .map((point) => point.split(' ').map(Number)),
    )
  const centre = (points: number[][]) =>
    [0, 1].map((axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length)

  it('has twelve stars of ten corners on a circle of a third of the height', () => {
    expect(emblem.width / emblem.height).toBe(1.5)
    expect(stars).toHaveLength(12)
    for (const star of stars) {
      expect(star).toHaveLength(10)
      const [x = 0, y = 0] = centre(star)
      expect(Math.hypot(x - emblem.width / 2, y - emblem.height / 2)).toBeCloseTo(emblem.height / 3, 0)
      // Upright: the first corner is straight above the middle, at the star's radius.
      expect(star[0]?.[0]).toBeCloseTo(x, 1)
      expect(y - (star[0]?.[1] ?? 0)).toBeCloseTo(emblem.height / 18, 1)
    }
  })

  it('has its two colours and a text alternative', () => {
    const svg = emblemSvg('Euroopan unionin "lippu"')
    expect(svg).toContain('#003399')
    expect(svg).toContain('#FFCC00')
    expect(svg).toContain('<title>Euroopan unionin')
  })
})
