import type { Words } from '@/lib/platform/words'
import type { SnapshotIndicator } from '@/lib/rounds/snapshot/model'
import { daysOf, type ExplorerChoice, measuredBetween } from '@/lib/steering/indicators/explorer/model'
import { type ExplorerPanel, grouped } from '@/lib/steering/indicators/explorer/panels/model'
import { partPanels } from '@/lib/steering/indicators/explorer/panels/parts/model'
import { barPanels, linePanels, valuesOf } from '@/lib/steering/indicators/explorer/panels/values/model'
import { partsOf } from '@/lib/steering/indicators/explorer/parts/model'
import { type HasCard, seriesOf } from '@/lib/steering/indicators/explorer/series/model'
import { seriesPeriods } from '@/lib/steering/series/model'

/** Why nothing of an indicator is drawn. */
export type NotDrawn = { name: string; why: 'no_values' | 'no_numbers' | 'no_parts' }

export type ExplorerCharts = {
  panels: ExplorerPanel[]
  notDrawn: NotDrawn[]
  /** How the charts are to be read together */
  remarks: string[]
}

/** The charts of a choice; none for a table. Different units are never on one axis. */
export function chartsOf(
  t: Words,
  chosen: readonly SnapshotIndicator[],
  choice: ExplorerChoice,
  hasCard: HasCard,
): ExplorerCharts {
  if (choice.shape === 'table') return { panels: [], notDrawn: [], remarks: [] }
  const days = daysOf(choice)
  const shown = chosen.map((indicator) => ({ ...indicator, measurements: measuredBetween(indicator, days) }))
  const panels = panelsOf(t, shown, choice, hasCard)
  return { panels, notDrawn: notDrawn(shown, panels, choice), remarks: remarksOf(t, panels, choice) }
}

function panelsOf(
  t: Words,
  shown: readonly SnapshotIndicator[],
  choice: ExplorerChoice,
  hasCard: HasCard,
): ExplorerPanel[] {
  if (choice.part !== '') return partPanels(t, shown, choice, hasCard)
  if (choice.shape === 'bars') return barPanels(t, shown, hasCard)
  const series = shown.flatMap(seriesOf)
  if (choice.shape === 'line') {
    const groups = grouped(series, ({ unit }) => unit.key)
    return groups.flatMap((group) => linePanels(t, group, seriesPeriods(group), hasCard))
  }
  const common = choice.axis === 'common'
  return grouped(series, ({ unit, indicator }) => `${indicator.id} ${unit.key}`).flatMap((group) => {
    const alike = series.filter(({ unit }) => common && unit.key === group[0]?.unit.key)
    return linePanels(t, group, seriesPeriods(common ? series : group), hasCard, valuesOf(t, alike))
  })
}

function notDrawn(
  shown: readonly SnapshotIndicator[],
  panels: readonly ExplorerPanel[],
  { part }: ExplorerChoice,
): NotDrawn[] {
  const drawn = new Set(panels.flatMap(({ indicatorIds }) => indicatorIds))
  return shown
    .filter(({ id }) => !drawn.has(id))
    .map(({ name, measurements }) => {
      if (measurements.length === 0) return { name, why: 'no_values' }
      const divided = part === '' || measurements.some((one) => partsOf(one, part).length > 0)
      return { name, why: divided ? 'no_numbers' : 'no_parts' }
    })
}

function remarksOf(t: Words, panels: readonly ExplorerPanel[], { shape, axis, part }: ExplorerChoice): string[] {
  if (panels.length < 2) return []
  if (part !== '') return [t('explorer.remark.parts')]
  if (shape === 'small') return [t(axis === 'common' ? 'explorer.remark.commonAxis' : 'explorer.remark.ownAxis')]
  return [t('explorer.remark.units')]
}
