import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { dataTable } from '@/lib/steering/review/data-tables/model'
import {
  indicatorCharts,
  indicatorReasons,
  indicatorSources,
  indicatorTable,
} from '@/lib/steering/review/indicators/model'
import { lightsBlock, reviewLight } from '@/lib/steering/review/lights/model'
import type { ReviewBlock, ReviewPage, Run } from '@/lib/steering/review/model'
import { boardHref, joined, list, type ReviewContext, run } from '@/lib/steering/review/runs/model'
import { type AreaGroup, areaGroups } from '@/lib/steering/review/service-areas/model'
import { unitBlocks, unitLead, unitNotes, unitPage } from '@/lib/steering/review/unit-pages/model'
import { nationalRows } from '@/lib/steering/targets/model'

/** Per service area: its overview, its ended units, a page per unit that reported in full, and the other units. */
export function areaPages(context: ReviewContext): ReviewPage[] {
  const groups = areaGroups(context.body, context.units)
  return groups.flatMap((group, index) => {
    const full = group.units.filter(({ unit }) => scopeOf(unit) === 'full')
    const ended = group.units.filter(({ unit }) => scopeOf(unit) === 'ended')
    const others = group.units.filter(({ unit }) => scopeOf(unit) === 'other')
    const national = index === 0
    const told = full.length > 0 || group.tiles.length > 0 || national
    return [
      // Units that all are told of on the next page need no overview of their own.
      ...(told ? [overview(context, group, { national, full, others: [...ended, ...others] })] : []),
      ...gathered(context, group, 'ended', ended),
      ...full.map(({ row, unit }) => unitPage(context, row, unit)),
      ...gathered(context, group, 'others', others),
    ]
  })
}

type Units = AreaGroup['units']

function scopeOf({ report, ended }: Units[number]['unit']): 'full' | 'ended' | 'other' {
  if (report?.scope === 'full') return 'full'
  return ended || report?.scope === 'ended' ? 'ended' : 'other'
}

function groupTitle({ t }: ReviewContext, { title }: AreaGroup): string {
  return title ?? t('steering.units.noArea')
}

type Parts = { national: boolean; full: Units; others: Units }

function overview(context: ReviewContext, group: AreaGroup, { national, full, others }: Parts): ReviewPage {
  const { t, body } = context
  const rows = (units: Units) => units.map(({ row }) => row)
  const indicators = national ? nationalRows(body).map((row) => row.indicator) : []
  return {
    id: `area-${group.id}`,
    kind: 'overview',
    title: groupTitle(context, group),
    lead: joined(
      names(context, group.areaIds).map((name) => [run(name)]),
      ' · ',
    ),
    light: null,
    blocks: [
      ...tileBlocks(context, group),
      ...lightsBlock(context, t('review.areas.lights'), rows(full)),
      ...lightsBlock(context, t('review.areas.otherLights'), rows(others)),
      ...(national ? nationalBlocks(context, indicators) : []),
    ],
    notes: [...indicatorReasons(context, indicators), ...indicatorSources(indicators, t('review.word.source'))],
    href: boardHref(context, 'units'),
  }
}

/** Service areas of a group; nothing where the title has said the only one. */
function names({ body }: ReviewContext, areaIds: readonly string[]): string[] {
  const all = areaIds.flatMap((id) => body.serviceAreas.filter((area) => area.id === id).map(({ name }) => name))
  return all.length > 1 ? all : []
}

/** The county's tiles: what is under way in each part of the area, and how it stands when that was said. */
function tileBlocks({ t, body }: ReviewContext, { tiles, areaIds }: AreaGroup): ReviewBlock[] {
  return areaIds.flatMap((areaId) => {
    const area = body.serviceAreas.find(({ id }) => id === areaId)
    const own = tiles.filter((tile) => tile.serviceAreaId === areaId)
    return list(
      areaIds.length > 1 ? (area?.name ?? null) : t('review.areas.underWay'),
      own.map(({ unitAsWritten, text, statusAsWritten }): Run[] => [
        ...(unitAsWritten ? [run(`${unitAsWritten}: `)] : []),
        run(text),
        ...(statusAsWritten ? [run(` (${statusAsWritten})`)] : []),
      ]),
    )
  })
}

function nationalBlocks(context: ReviewContext, indicators: SnapshotBody['indicators']): ReviewBlock[] {
  const { t, body } = context
  const tables = body.dataTables.filter((table) => table.workPackageId === null)
  if (indicators.length === 0 && tables.length === 0) return []
  return [
    ...(indicators.length > 0 ? [indicatorTable(context, t('steering.targets.title'), indicators)] : []),
    ...indicatorCharts(context, indicators),
    ...tables.map((table) => dataTable(context, table)),
  ]
}

/** Units that share a page, each under its own heading. */
function gathered(context: ReviewContext, group: AreaGroup, kind: 'ended' | 'others', units: Units): ReviewPage[] {
  const { t } = context
  if (units.length === 0) return []
  return [
    {
      id: `${kind}-${group.id}`,
      kind: kind === 'ended' ? 'ended' : 'overview',
      title: t(`review.areas.${kind}`, { area: groupTitle(context, group) }),
      lead: [],
      light: null,
      blocks: units.flatMap(({ row, unit }): ReviewBlock[] => {
        const light = reviewLight(context, row)
        return [
          { kind: 'heading', text: unit.title, light },
          { kind: 'paragraph', label: null, runs: unitLead(context, unit) },
          ...unitBlocks(context, row, unit),
        ]
      }),
      notes: units.flatMap(({ unit }) => unitNotes(context, unit).map((note) => [run(`${unit.title}. `), ...note])),
      href: boardHref(context, kind === 'ended' ? 'ended' : 'units'),
    },
  ]
}
