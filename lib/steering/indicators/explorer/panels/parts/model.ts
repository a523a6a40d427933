import type { Words } from '@/lib/platform/words'
import type { SnapshotIndicator } from '@/lib/rounds/snapshot/model'
import { timeText } from '@/lib/steering/figure-texts/model'
import type { ExplorerChoice } from '@/lib/steering/indicators/explorer/model'
import {
  type ExplorerPanel,
  gapNotes,
  inFives,
  titleOfPart,
  unitNotes,
} from '@/lib/steering/indicators/explorer/panels/model'
import { type PartGroup, partGroups, partPoint } from '@/lib/steering/indicators/explorer/parts/model'
import { axisOf, type HasCard } from '@/lib/steering/indicators/explorer/series/model'
import { seriesPeriods } from '@/lib/steering/series/model'
import { formatTimeCode } from '@/lib/values/format'

/** The parts of each indicator by themselves: over time where they were measured more than once, else the newest side by side. */
export function partPanels(
  t: Words,
  shown: readonly SnapshotIndicator[],
  { part, shape }: Pick<ExplorerChoice, 'part' | 'shape'>,
  hasCard: HasCard,
): ExplorerPanel[] {
  return shown
    .flatMap((indicator) => partGroups(indicator, part))
    .flatMap((group) => {
      const codes = codesOf(group)
      return shape === 'bars' || codes.length < 2 ? [barPanel(t, group, hasCard)] : linePanels(t, group, codes, hasCard)
    })
}

function codesOf({ parts }: PartGroup): string[] {
  const points = parts.flatMap(({ measurement }) => {
    const { code, from, to } = measurement.time
    const day = from ?? to
    return code === null || day === null ? [] : [{ code, from: day, measurement }]
  })
  return seriesPeriods([{ scope: null, points }])
}

function linePanels(t: Words, group: PartGroup, codes: readonly string[], hasCard: HasCard): ExplorerPanel[] {
  const { indicator, unit, parts } = group
  const names = [...new Set(parts.map(({ name }) => name))]
  const chunks = inFives(names)
  const untimed = parts.some(({ measurement }) => measurement.time.code === null)
  return chunks.map((own, index) => {
    const series = own.map((name) => ({
      name,
      points: codes.map((code) => {
        const found = parts.findLast((one) => one.name === name && one.measurement.time.code === code)
        return partPoint(t, found, hasCard)
      }),
    }))
    return {
      key: `${indicator.id} ${unit.key} ${index}`,
      model: {
        kind: 'line',
        title: titleOfPart(t, indicator.name, index, chunks.length),
        axis: axisOf(unit),
        periods: codes.map((code) => formatTimeCode(code, t.locale)),
        series,
        targets: [],
      },
      notes: [
        ...unitNotes(t, unit),
        t('explorer.note.parts'),
        ...(untimed ? [t('explorer.note.untimed')] : []),
        ...gapNotes(t, series),
      ],
      indicatorIds: [indicator.id],
    }
  })
}

function barPanel(t: Words, group: PartGroup, hasCard: HasCard): ExplorerPanel {
  const { indicator, unit, parts } = group
  const dayOf = ({ measurement: { time } }: (typeof parts)[number]) => time.to ?? time.from ?? ''
  const newest = parts.reduce((last, one) => (dayOf(one) >= dayOf(last) ? one : last))
  const own = parts.filter(({ measurement }) => measurement === newest.measurement)
  const time = timeText(t, newest.measurement.time) ?? t('indicators.noTime')
  return {
    key: `${indicator.id} ${unit.key}`,
    model: {
      kind: 'bars',
      title: t('explorer.panel.at', { title: indicator.name, time }),
      axis: axisOf(unit),
      categories: own.map(({ name }) => name),
      series: [{ name: '', points: own.map((one) => partPoint(t, one, hasCard)) }],
      targets: [],
    },
    notes: [...unitNotes(t, unit), t('explorer.note.parts')],
    indicatorIds: [indicator.id],
  }
}
