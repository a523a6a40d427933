import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { settings } from '@/lib/platform/env'
import {
  countyCategory,
  type Region,
  type SeriesState,
  type ServiceState,
  type StatisticsService,
  seriesStates,
  statisticsServices,
} from '@/lib/statistics/model'
import { countyOf } from '@/lib/statistics/regions/model'

/** Services that the operator has switched on. Nothing of a county is told. */
export function servicesOn(): readonly StatisticsService[] {
  return settings().statistics.on
}

/** For administrators; null for everybody else. */
export async function findStatisticsState(viewer: Viewer): Promise<{
  services: ServiceState[]
  schedule: boolean
  counties: number
  own: Region | null
} | null> {
  if (!can(viewer, 'statistics.state', null)) return null
  const { on, addresses, schedule } = settings().statistics
  return asViewer(viewer, async (tx) => {
    const entries = await tx.statisticsCatalogueEntry.groupBy({
      by: ['service'],
      _count: true,
      _max: { retrievedAt: true },
    })
    const series = await tx.statisticsSeries.groupBy({
      by: ['service', 'state'],
      _count: true,
      _max: { retrievedAt: true, triedAt: true },
    })
    const regions = await tx.statisticsRegion.findMany({ where: { service: 'sotkanet' } })
    const organisation = await tx.organisation.findUnique({
      where: { id: viewer.organisationId ?? '' },
      select: { name: true, regionCode: true },
    })
    const services = statisticsServices.map((service): ServiceState => {
      const catalogue = entries.find((one) => one.service === service)
      const own = series.filter((one) => one.service === service)
      const count = (state: SeriesState) => own.find((one) => one.state === state)?._count ?? 0
      return {
        service,
        isOn: on.includes(service),
        address: addresses[service],
        entries: catalogue?._count ?? 0,
        catalogueAt: catalogue?._max.retrievedAt ?? null,
        series: Object.fromEntries(seriesStates.map((state) => [state, count(state)])) as Record<SeriesState, number>,
        lastRetrieved: newest(own.map(({ _max }) => _max.retrievedAt)),
        lastTried: newest(own.map(({ _max }) => _max.triedAt)),
      }
    })
    const counties = regions.filter(({ category }) => category === countyCategory).length
    return { services, schedule, counties, own: organisation && countyOf(regions, organisation) }
  })
}

function newest(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce<Date | null>((last, one) => (one && (!last || one > last) ? one : last), null)
}

/** Every series there is, for the operator; nobody else is told how many counties follow it. */
export async function listSeries(viewer: Viewer) {
  if (viewer.kind !== 'system') return []
  const rows = await asViewer(viewer, (tx) =>
    tx.statisticsSeries.findMany({
      orderBy: [{ service: 'asc' }, { code: 'asc' }],
      select: {
        id: true,
        service: true,
        code: true,
        choicesKey: true,
        titleFi: true,
        state: true,
        problem: true,
        retrievedAt: true,
        _count: { select: { indicators: true } },
      },
    }),
  )
  return rows.map(({ choicesKey, _count, ...row }) => ({ ...row, choices: choicesKey, indicators: _count.indicators }))
}
