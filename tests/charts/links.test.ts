import { describe, expect, it } from 'vitest'
import { layoutBars } from '@/lib/charts/bars'
import { chartSources, sourcedTexts } from '@/lib/charts/chart-sources'
import { chartTable } from '@/lib/charts/chart-table'
import { linkTexts } from '@/lib/charts/link-texts'
import type { BarChart, ChartModel } from '@/lib/charts/model'
import { words } from '@/lib/platform/words'
import { bars, funnel, lights, line, risks } from './examples'

const t = words('fi')

describe('figures in a text', () => {
  const linked = (text: string, ...pieces: [string, string][]) =>
    linkTexts(
      text,
      pieces.map(([piece, href]) => ({ text: piece, href })),
    )

  const cases: [string, string, [string, string][], unknown[]][] = [
    ['nothing to link', 'Nousi.', [], ['Nousi.']],
    ['a figure in the middle', 'Luku 87 %.', [['87 %', '/a']], ['Luku ', { text: '87 %', href: '/a' }, '.']],
    ['not inside a longer number', '187 % ja 1,87 %', [['87 %', '/a']], ['187 % ja 1,87 %']],
    ['not before more digits', '8,5 ja 8', [['8', '/a']], ['8,5 ja ', { text: '8', href: '/a' }]],
    [
      'the longer one wins',
      'Tavoite 35 %',
      [
        ['35 %', '/b'],
        ['Tavoite 35 %', '/a'],
      ],
      [{ text: 'Tavoite 35 %', href: '/a' }],
    ],
    [
      'twice the same, in turn',
      '5, 5',
      [
        ['5', '/a'],
        ['5', '/b'],
      ],
      [{ text: '5', href: '/a' }, ', ', { text: '5', href: '/b' }],
    ],
    ['signs of patterns are letters', 'a (5) b', [['(5)', '/a']], ['a ', { text: '(5)', href: '/a' }, ' b']],
  ]
  it.each(cases)('%s', (_name, text, pieces, expected) => {
    const parts = linked(text, ...pieces)
    expect(parts).toEqual(expected)
    expect(parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')).toBe(text)
  })
})

describe('where the numbers of a chart lead', () => {
  const models: [string, ChartModel][] = [
    ['line', line],
    ['bars', bars],
    ['lights', lights],
    ['funnel', funnel],
    ['risks', risks],
  ]
  it.each(models)('%s: sources stand in the same places as the cells of the table', (_name, model) => {
    const { rows, columns } = chartTable(model, t)
    const sources = chartSources(model)
    expect(sources.length).toBe(rows.length)
    for (const row of sources) expect(row.length).toBeLessThanOrEqual(columns.length)
  })

  it('a point with a source leads to it from its own cell and from the summary', () => {
    const source = { kind: 'measurement', id: 'm1' }
    const model: BarChart = {
      kind: 'bars',
      title: 'Kuva',
      axis: 'percent',
      categories: ['Kainuu', 'Kajaani'],
      series: [
        {
          name: '',
          points: [
            { value: '5', text: '5 %' },
            { value: '7', text: '7 %', source },
          ],
        },
      ],
      targets: [],
    }
    expect(chartSources(model)).toEqual([
      [undefined, undefined],
      [undefined, source],
    ])
    expect(sourcedTexts(model, t, ({ id }) => `/${id}`)).toEqual([{ text: '7 %', href: '/m1' }])
  })
})

describe('names of targets over bars', () => {
  const model = (...values: string[]): BarChart => ({
    kind: 'bars',
    title: 'Kuva',
    axis: 'percent',
    categories: ['Kainuu'],
    series: [{ name: '', points: [{ value: '87', text: '87 %' }] }],
    targets: values.map((value) => ({ label: `Välitavoite ${value} %`, value, kind: 'final' as const })),
  })

  it('stand in rows of their own when they would touch, and the bars begin below them', () => {
    const near = layoutBars(model('66', '80'), { width: 400, locale: 'fi' })
    expect(near.labels.map(({ row }) => row)).toEqual([0, 1])
    const far = layoutBars(model('5', '80'), { width: 600, locale: 'fi' })
    expect(far.labels.map(({ row }) => row)).toEqual([0, 0])
    expect(near.top).toBeGreaterThan(far.top)
  })
})
