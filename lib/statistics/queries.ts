import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Role, Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { dayText, decimalText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { bySort } from '@/lib/platform/order'
import {
  type Areas,
  type ChosenFigure,
  countryCategory,
  countyCategory,
  type FollowedSeries,
} from '@/lib/statistics/model'
import { visibleIndicators } from '@/lib/statistics/permissions'
import { countyOf } from '@/lib/statistics/regions/model'
import { sortedBy } from '@/lib/values/sort'

const figureFields = {
  regionCategory: true,
  regionCode: true,
  timeCode: true,
  dimensions: true,
  asWritten: true,
  number: true,
  absolute: true,
  unknown: true,
} as const satisfies Prisma.StatisticsValueSelect

const figureOrder: Prisma.StatisticsValueOrderByWithRelationInput[] = [
  { timeCode: 'asc' },
  { regionCategory: 'asc' },
  { regionCode: 'asc' },
  { dimensionsKey: 'asc' },
]

const seriesFields = {
  id: true,
  service: true,
  code: true,
  choices: true,
  titleFi: true,
  titleSv: true,
  titleEn: true,
  unit: true,
  decimals: true,
  producer: true,
  licence: true,
  dataUpdatedOn: true,
  retrievedAt: true,
  triedAt: true,
  state: true,
  problem: true,
  values: { orderBy: figureOrder, select: figureFields },
} as const satisfies Prisma.StatisticsSeriesSelect

/** What an indicator's page tells of official statistics. */
export type Followed = { series: FollowedSeries[]; areas: Areas; chosen: ChosenFigure[] }

const chosenFields = {
  id: true,
  role: true,
  number: true,
  unit: true,
  timeCode: true,
  area: true,
  source: true,
  chosenReason: true,
  createdAt: true,
  chosenBy: { select: { memberships: { orderBy: { role: 'asc' }, select: { role: true, projectId: true } } } },
} as const satisfies Prisma.MeasurementSelect

/** The series followed beside an indicator, in the order in which they were added; null when it is not the viewer's. */
export function findFollowed(viewer: Viewer, indicatorId: string): Promise<Followed | null> {
  return asViewer(viewer, async (tx) => {
    const indicator = await tx.indicator.findFirst({
      where: { id: indicatorId, ...visibleIndicators(viewer) },
      select: {
        projectId: true,
        project: { select: { organisation: { select: { name: true, regionCode: true } } } },
        series: { orderBy: bySort, select: { series: { select: seriesFields } } },
        measurements: {
          where: { chosenById: { not: null }, replacedById: null },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          select: chosenFields,
        },
      },
    })
    if (!indicator) return null
    const { projectId, project, series, measurements } = indicator
    return {
      series: series.map((one) => toSeries(one.series)),
      areas: series.length === 0 ? noAreas : await areasFor(tx, project.organisation),
      chosen: measurements.map((row) => toChosen(row, projectId)),
    }
  })
}

const noAreas: Areas = { counties: [], country: null, own: null }

function toSeries(row: Prisma.StatisticsSeriesGetPayload<{ select: typeof seriesFields }>): FollowedSeries {
  const { values, choices, dataUpdatedOn, ...series } = row
  return {
    ...series,
    choices: textsOf(choices),
    dataUpdatedOn: dayText(dataUpdatedOn),
    figures: values.map((one) => ({
      ...one,
      number: decimalText(one.number),
      absolute: decimalText(one.absolute),
      dimensions: textsOf(one.dimensions),
    })),
  }
}

function textsOf(stored: Prisma.JsonValue): Record<string, string> {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {}
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, String(value)]))
}

async function areasFor(tx: Tx, organisation: { name: string; regionCode: string | null }): Promise<Areas> {
  const regions = await tx.statisticsRegion.findMany({ where: { service: 'sotkanet' } })
  const counties = regions.filter(({ category }) => category === countyCategory)
  return {
    counties: sortedBy(counties, ({ titleFi }) => titleFi, 'fi'),
    country: regions.find(({ category }) => category === countryCategory) ?? null,
    own: countyOf(regions, organisation),
  }
}

type StoredChoice = Prisma.MeasurementGetPayload<{ select: typeof chosenFields }>

function toChosen({ id, number, chosenReason, createdAt, chosenBy, ...row }: StoredChoice, projectId: string) {
  const chosen: ChosenFigure = {
    ...row,
    measurementId: id,
    number: decimalText(number),
    reason: chosenReason ?? '',
    chosenBy: roleIn(chosenBy?.memberships ?? [], projectId),
    chosenAt: createdAt,
  }
  return chosen
}

function roleIn(held: readonly { role: Role; projectId: string | null }[], projectId: string): Role | null {
  const own = held.find((one) => one.projectId === projectId) ?? held.find((one) => one.projectId === null)
  return own?.role ?? null
}
