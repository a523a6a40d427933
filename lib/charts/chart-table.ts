import type { Translate } from '@/lib/charts/describe'
import {
  type BarChart,
  type ChartModel,
  type ChartRisk,
  type ChartTable,
  countLights,
  keptLights,
  type LightsChart,
  type LineChart,
} from '@/lib/charts/model'
import { formatNumber } from '@/lib/values/format'

/** The same numbers as the chart, as a table: for the page, PDF and office files. */
export function chartTable(model: ChartModel, t: Translate): ChartTable {
  switch (model.kind) {
    case 'line':
      return seriesTable(t('charts.period'), model.periods, model, t)
    case 'bars':
      return seriesTable(t('charts.category'), model.categories, model, t)
    case 'lights':
      return lightsTable(model, t)
    case 'funnel':
      return {
        columns: [column('name', t('charts.step')), column('value', t('charts.value'), true)],
        rows: model.steps.map(({ name, point, note }, index) => ({
          key: String(index),
          cells: [name, note ? `${point.text} · ${note}` : point.text],
        })),
      }
    case 'risks':
      return {
        columns: [
          column('mark', t('charts.mark')),
          column('name', t('charts.risk')),
          column('probability', model.axes.probability, true),
          column('impact', model.axes.impact, true),
          column('points', t('charts.points'), true),
          column('previous', t('charts.previousPoints'), true),
        ],
        rows: model.risks.map((risk, index) => ({ key: String(index), cells: riskCells(risk, t) })),
      }
  }
}

function column(key: string, header: string, numeric = false) {
  return { key, header, numeric }
}

function seriesTable(
  head: string,
  names: readonly string[],
  { series, targets }: LineChart | BarChart,
  t: Translate,
): ChartTable {
  const rows = names.map((name, index) => ({
    key: String(index),
    cells: [name || head, ...series.map(({ points }) => points[index]?.text ?? t('charts.unknown'))],
  }))
  const blank = series.slice(1).map(() => '')
  const goals = targets.map((target, index) => ({
    key: `target-${index}`,
    cells: [t('charts.target'), target.label, ...blank],
  }))
  return {
    columns: [
      column('name', head),
      ...series.map(({ name }, index) => column(String(index), name || t('charts.value'), true)),
    ],
    rows: [...rows, ...goals],
  }
}

function lightsTable(model: LightsChart, t: Translate): ChartTable {
  const { rows, words } = model
  const lights = keptLights(model)
  return {
    columns: [
      column('name', t('charts.group')),
      ...lights.map((light) => column(light, words[light], true)),
      column('total', t('charts.total'), true),
    ],
    rows: rows.map((row, index) => ({
      key: String(index),
      cells: [
        row.name || t('charts.all'),
        ...lights.map((light) => formatNumber(row.counts[light], t.locale)),
        formatNumber(countLights([row], ...lights), t.locale),
      ],
    })),
  }
}

function riskCells({ mark, name, score, previous }: ChartRisk, t: Translate): string[] {
  const points = (of: ChartRisk['previous']) =>
    of ? formatNumber(of.probability * of.impact, t.locale) : t('charts.notScored')
  return [
    mark,
    name,
    score ? String(score.probability) : '–',
    score ? String(score.impact) : '–',
    points(score),
    previous === undefined ? '–' : points(previous),
  ]
}
