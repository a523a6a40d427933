import { describe, expect, it } from 'vitest'
import { chartTable } from '@/lib/charts/chart-table'
import { describeChart } from '@/lib/charts/describe'
import type { ChartModel } from '@/lib/charts/model'
import { locales, words } from '@/lib/platform/words'
import { bars, every, fiveLines, funnel, lights, line, risks } from './examples'

const t = words('fi')

describe('summary', () => {
  it('tells the direction, the ends, what is missing and the targets', () => {
    expect(describeChart(line, t)).toBe(
      'Nousi: Q1/2025 54\u00a0%, Q4/2025 71\u00a0%. Yhdeltä jaksolta luku puuttuu. Tavoitteet: Välitavoite 66 %; Tavoite 80 %.',
    )
    const falling = {
      ...line,
      targets: [],
      series: [{ name: '', points: [...(line.series[0]?.points ?? [])].reverse() }],
    }
    expect(describeChart(falling, t)).toMatch(/^Laski: Q1\/2025 71/)
  })

  it('names each of several series', () => {
    for (const { name } of fiveLines.series) expect(describeChart(fiveLines, t)).toContain(`${name}: Nousi`)
  })

  it('compares exactly, not as floats', () => {
    const points = ['0.10000000000000001', '0.1'].map((value) => ({ value, text: value }))
    expect(describeChart({ ...line, periods: ['a', 'b'], targets: [], series: [{ name: '', points }] }, t)).toMatch(
      /^Laski/,
    )
  })

  it('counts the lights and the risks', () => {
    expect(describeChart(lights, t)).toBe(
      'Yhteensä 25: suunnitelman mukaan 11, poikkeamia 4, vaarassa 1, ei raporttia 9.',
    )
    expect(describeChart(risks, t)).toBe(
      '4 riskiä, joista 3 on pisteytetty. Suurin on Henkilöstö, 16 pistettä. Edellisestä jaksosta yksi kasvoi ja yksikään ei pienentynyt.',
    )
  })

  it('says that an unknown value is unknown', () => {
    expect(describeChart(funnel, t)).toContain('Jäi käyttöön ei tiedossa')
    const nothing: ChartModel = {
      ...line,
      targets: [],
      series: [{ name: '', points: line.periods.map(() => ({ value: null, text: 'ei tiedossa' })) }],
    }
    expect(describeChart(nothing, t)).toBe('Lukuja ei ole.')
  })

  it('of a longer bar chart gives the ends', () => {
    const many = {
      ...bars,
      categories: ['a', 'b', 'c', 'd'],
      series: bars.series.map((series) => ({ ...series, points: [...series.points, ...series.points] })),
    }
    expect(describeChart(many, t)).toContain('budjetti: Suurin on a (2 900 000 €), pienin d (1 200 000,50 €).')
    expect(describeChart(many, t)).toContain('2 lukua puuttuu.')
  })
})

describe('table', () => {
  /** Texts of the model that its table does not hold. */
  function lost(model: ChartModel, cells: readonly string[]): string[] {
    const texts = [...JSON.stringify(model).matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text ?? '')
    return texts.filter((text) => !cells.includes(text))
  }

  it('holds every value of the chart as it is written, in every language', () => {
    let values = 0
    for (const locale of locales) {
      for (const model of every) {
        const { columns, rows } = chartTable(model, words(locale))
        for (const row of rows) expect(row.cells).toHaveLength(columns.length)
        const cells = rows.flatMap((row) => row.cells)
        values += cells.length
        expect(lost(model, cells)).toEqual([])
      }
    }
    console.log(`chart tables: ${values} cells`)
    expect(values).toBeGreaterThan(150)
    expect(lost(line, ['54'])).not.toEqual([])
  })

  it('lists the targets and the unscored risks', () => {
    expect(chartTable(line, t).rows.at(-1)?.cells).toEqual(['Tavoite', 'Tavoite 80 %'])
    expect(chartTable(risks, t).rows.at(-1)?.cells).toEqual(['4', 'Muu', '–', '–', 'ei pisteytetty', '–'])
    expect(chartTable(risks, t).rows[0]?.cells).toEqual(['1', 'Henkilöstö', '4', '4', '16', '12'])
  })
})
