/**
 * What a chart shows, as plain data. The same model is drawn on the page, in PDF and as native charts of slides.
 * Values are exact decimal strings; `text` is how the value is written. An unknown value is `null` with its word as text.
 */
export type ChartPoint = {
  value: string | null
  text: string
  source?: ChartSource
  /** Somebody has told of this point, though not a number that could be placed: a line marks the gap. */
  told?: boolean
}

/** The row or the sum that a number stands for, where the reader can be led to it. */
export type ChartSource = { kind: string; id: string }

export type ChartSeries = { name: string; points: readonly ChartPoint[] }

/** How the numbers of the axis are written. */
export type AxisUnit = 'number' | 'percent' | 'euro'

type Titled = { title: string }

export type TargetLine = {
  /** Label at the line, value included: "Tavoite 80 %". */
  label: string
  value: string
  kind: 'interim' | 'final'
  source?: ChartSource
  /** Index of the first and last period it concerns; without them it runs through the whole chart. */
  from?: number
  to?: number
}

/** Change over time: at most five series, unknown periods are gaps. */
export type LineChart = Titled & {
  kind: 'line'
  axis: AxisUnit
  periods: readonly string[]
  series: readonly ChartSeries[]
  targets: readonly TargetLine[]
  /** False lets the axis start near the smallest value. */
  fromZero?: boolean
  /** Values that the axis has room for besides its own: charts side by side share a scale. */
  besides?: readonly string[]
}

/** Amounts side by side, always from zero; one or more series per category. */
export type BarChart = Titled & {
  kind: 'bars'
  axis: AxisUnit
  categories: readonly string[]
  series: readonly ChartSeries[]
  targets: readonly TargetLine[]
}

/** ● ▲ ◆ ■ ○; their words come with the model. `neutral` is told but not judged. */
export type ChartLight = 'good' | 'warning' | 'danger' | 'neutral' | 'unknown'
export const chartLights: readonly ChartLight[] = ['good', 'warning', 'danger', 'neutral', 'unknown']

/** How many units have each light, per group. */
export type LightsChart = Titled & {
  kind: 'lights'
  /** Translated word of each light. */
  words: Readonly<Record<ChartLight, string>>
  rows: readonly {
    name: string
    counts: Readonly<Record<ChartLight, number>>
    sources?: Readonly<Record<ChartLight | 'total', ChartSource>>
  }[]
  /** How many units there really are, when one unit may stand in several rows. */
  totals?: Readonly<Record<ChartLight, number>>
  totalSources?: Readonly<Record<ChartLight | 'total', ChartSource>>
}

/** How many units of the chart have the light; each unit once. */
export function unitsWith({ rows, totals }: Pick<LightsChart, 'rows' | 'totals'>, light: ChartLight): number {
  return totals?.[light] ?? countLights(rows, light)
}

/** The states that have a key, a column and a series of their own: all but the neutral one where nobody stands so. */
export function keptLights(model: Pick<LightsChart, 'rows' | 'totals'>): ChartLight[] {
  return chartLights.filter((light) => light !== 'neutral' || unitsWith(model, light) > 0)
}

/** How many marks of the lights given stand in the rows given. */
export function countLights(rows: LightsChart['rows'], ...lights: readonly ChartLight[]): number {
  return rows.reduce((sum, row) => lights.reduce((inRow, light) => inRow + row.counts[light], sum), 0)
}

/** Steps that each hold a part of the one before. */
export type FunnelChart = Titled & {
  kind: 'funnel'
  steps: readonly { name: string; point: ChartPoint; note?: string }[]
}

export type RiskScore = { probability: number; impact: number }

export type ChartRisk = {
  /** Short mark in the matrix: "3". */
  mark: string
  name: string
  /** Null: not scored. */
  score: RiskScore | null
  previous?: RiskScore | null
  source?: ChartSource
}

/** Probability 1–5 by impact 1–5, with the movement since the previous period. */
export type RiskMatrix = Titled & {
  kind: 'risks'
  axes: { probability: string; impact: string }
  /** Highest score of the scale, which begins at 1 */
  highest: number
  risks: readonly ChartRisk[]
  /** From how many points (probability × impact) each level starts, lowest first; without it the cells are shaded by points. */
  levels?: readonly { from: number; light: Exclude<ChartLight, 'neutral' | 'unknown'>; word: string }[]
}

export type ChartModel = LineChart | BarChart | LightsChart | FunnelChart | RiskMatrix

/** The numbers of a chart as a table. */
export type ChartTable = {
  columns: readonly { key: string; header: string; numeric: boolean }[]
  rows: readonly { key: string; cells: readonly string[] }[]
}
