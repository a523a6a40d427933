import type { TargetLine } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import { newestByScope, scopeOf } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type { SnapshotIndicator } from '@/lib/rounds/snapshot/model'
import { measurementText, timeText } from '@/lib/steering/figure-texts/model'
import { targetLines } from '@/lib/steering/indicator-charts/model'
import {
  type ExplorerPanel,
  gapNotes,
  grouped,
  inFives,
  titleOfPart,
  unitNotes,
} from '@/lib/steering/indicators/explorer/panels/model'
import {
  axisOf,
  cardSource,
  chartPoint,
  durationIn,
  type ExplorerSeries,
  type HasCard,
  placedValue,
  type UnitOfAxis,
} from '@/lib/steering/indicators/explorer/series/model'
import { formatTimeCode } from '@/lib/values/format'
import { isDurationUnit } from '@/lib/values/units'

/** The series of one unit as lines, at most five to a chart. */
export function linePanels(
  t: Words,
  group: readonly ExplorerSeries[],
  codes: readonly string[],
  hasCard: HasCard,
  besides: readonly string[] = [],
): ExplorerPanel[] {
  const chunks = inFives(group)
  return chunks.map((own, index): ExplorerPanel => {
    const { indicators, unit, title } = headOf(t, group)
    const alone = indicators.length === 1
    const series = own.map((one) => ({
      name: nameOf(one, alone),
      points: codes.map((code) =>
        chartPoint(
          t,
          one.points.findLast((point) => point.code === code),
          hasCard,
        ),
      ),
    }))
    return {
      key: `${indicators[0]?.id} ${unit.key} ${index}`,
      model: {
        kind: 'line',
        title: titleOfPart(t, title, index, chunks.length),
        axis: axisOf(unit),
        periods: codes.map((code) => formatTimeCode(code, t.locale)),
        series,
        targets: alone ? targetsOf(t, indicators[0], unit, hasCard) : [],
        ...(besides.length > 0 && { besides }),
      },
      notes: [
        ...notesOf(t, indicators, unit),
        ...(own.some(hasTwoAtOnce) ? [t('explorer.note.sameTime')] : []),
        ...gapNotes(t, series),
      ],
      indicatorIds: indicators.map(({ id }) => id),
    }
  })
}

const hasTwoAtOnce = ({ points }: ExplorerSeries): boolean =>
  new Set(points.map(({ code }) => code)).size < points.length

/** Every number that stands on the axis of the series, those of targets too. */
export function valuesOf(t: Words, series: readonly ExplorerSeries[]): string[] {
  const targets = series.flatMap(({ indicator, unit }) => targetsOf(t, indicator, unit, () => false))
  return [...series.flatMap(({ points }) => points), ...targets].flatMap(({ value }) => value ?? [])
}

function headOf(t: Words, group: readonly Pick<ExplorerSeries, 'indicator' | 'unit'>[]) {
  const indicators = [...new Map(group.map(({ indicator }) => [indicator.id, indicator])).values()]
  const unit = group[0]?.unit ?? { key: '', name: null }
  const [first] = indicators
  const title = indicators.length === 1 && first ? first.name : t('explorer.panel.several', { unit: unit.name ?? '' })
  return { indicators, unit, title }
}

function nameOf({ indicator, scope }: Pick<ExplorerSeries, 'indicator' | 'scope'>, alone: boolean): string {
  return alone ? (scope ?? '') : [indicator.name, scope].filter(Boolean).join(', ')
}

function notesOf(t: Words, indicators: readonly SnapshotIndicator[], unit: UnitOfAxis): string[] {
  const several = indicators.length > 1 && indicators.some(({ targets }) => targets.length > 0)
  return [...unitNotes(t, unit), ...(several ? [t('explorer.note.targets')] : [])]
}

/** The targets of an indicator in the unit of the axis, as on the page of the indicator. */
function targetsOf(
  t: Words,
  indicator: SnapshotIndicator | undefined,
  unit: UnitOfAxis,
  hasCard: HasCard,
): TargetLine[] {
  if (!indicator || (indicator.unit !== null && unit.name !== indicator.unit)) return []
  return targetLines(t, indicator).map(({ source, value, ...line }) => ({
    ...line,
    value: isDurationUnit(indicator.unit) ? durationIn(value, indicator.unit) : value,
    ...(source && hasCard(source.id) && { source }),
  }))
}

/** The newest value of each indicator and scope side by side; one without a number is its word. */
export function barPanels(t: Words, shown: readonly SnapshotIndicator[], hasCard: HasCard): ExplorerPanel[] {
  const bars = shown.flatMap((indicator) =>
    [...newestByScope(indicator.measurements).values()].map((measurement) => ({
      indicator,
      measurement,
      ...placedValue(measurement, indicator),
    })),
  )
  return grouped(bars, ({ unit }) => unit.key)
    .filter((group) => group.some(({ value }) => value !== null))
    .map((group): ExplorerPanel => {
      const { indicators, unit, title } = headOf(t, group)
      const alone = indicators.length === 1
      return {
        key: `${indicators[0]?.id} ${unit.key}`,
        model: {
          kind: 'bars',
          title,
          axis: axisOf(unit),
          categories: group.map(({ indicator, measurement }) =>
            [nameOf({ indicator, scope: scopeOf(measurement) }, alone), timeText(t, measurement.time)]
              .filter(Boolean)
              .join(', '),
          ),
          series: [
            {
              name: '',
              points: group.map(({ measurement, value }) => ({
                value,
                text: measurementText(t, measurement),
                ...cardSource(measurement.id, hasCard),
              })),
            },
          ],
          targets: alone ? targetsOf(t, indicators[0], unit, hasCard) : [],
        },
        notes: [...notesOf(t, indicators, unit), t('explorer.note.newest')],
        indicatorIds: indicators.map(({ id }) => id),
      }
    })
}
