import type { LineChart } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { indicatorChart } from '@/lib/steering/indicator-charts/model'

/** A series that can be looked at closer. `at` places it on the axis only; `text` is the figure. */
export type ExplorerSeries = { name: string; points: { at: number | null; text: string }[] }

export type ExplorerIndicator = {
  id: string
  name: string
  /** The unit it belongs to; null for a national one */
  unit: string | null
  percent: boolean
  periods: string[]
  series: ExplorerSeries[]
  targets: { label: string; at: number; interim: boolean }[]
}

/** Indicators measured more than once, the national ones first: one value has nothing to look closer at. */
export function explorableIndicators(t: Words, body: SnapshotBody): ExplorerIndicator[] {
  const units = new Map(body.units.map((unit) => [unit.id, unit.title]))
  const found = body.indicators.flatMap((indicator): ExplorerIndicator[] => {
    const chart = indicatorChart(t, indicator)
    if (chart?.kind !== 'line') return []
    const { id, name, scope, workPackageId } = indicator
    return [{ id, name, unit: scope === 'national' ? null : (units.get(workPackageId ?? '') ?? ''), ...drawn(chart) }]
  })
  return [...found.filter(({ unit }) => unit === null), ...found.filter(({ unit }) => unit !== null)]
}

function drawn({ axis, periods, series, targets }: LineChart): Omit<ExplorerIndicator, 'id' | 'name' | 'unit'> {
  return {
    percent: axis === 'percent',
    periods: [...periods],
    series: series.map(({ name, points }) => ({
      name,
      points: points.map(({ value, text }) => ({ at: value === null ? null : Number(value), text })),
    })),
    targets: targets.map(({ label, value, kind }) => ({ label, at: Number(value), interim: kind === 'interim' })),
  }
}
