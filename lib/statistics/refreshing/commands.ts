import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { settings } from '@/lib/platform/env'
import { describeError, log } from '@/lib/platform/logger'
import {
  type Answer,
  type Choices,
  choicesKey,
  problemText,
  type Region,
  type Retrieved,
  refusal,
  type SeriesState,
  type StatisticsService,
  stateAfter,
} from '@/lib/statistics/model'
import { pxwebCatalogue, pxwebSeries } from '@/lib/statistics/pxweb/client'
import { sotkanetCatalogue, sotkanetRegions, sotkanetSeries } from '@/lib/statistics/sotkanet/client'
import { thlPivotSeries } from '@/lib/statistics/thl-pivot/client'
import { dateInHelsinki, momentInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

/** NOT_ALLOWED: only the product itself retrieves, for all counties at once. */
type Done<T> = Promise<Result<T, 'NOT_ALLOWED'>>

type CatalogueOutcome = { service: StatisticsService; entries: number | null; problem: string | null }

/** Only these have a catalogue that can be asked for; a cube of THL is added by its name. */
const withCatalogue = { sotkanet: sotkanetCatalogue, pxweb: pxwebCatalogue } as const

/**
 * Retrieves the catalogues of the services that are on, at most once a day each, and with Sotkanet's the areas. Each is taken
 * whole or not at all; what could not be retrieved stays as it was.
 */
export async function refreshCatalogues(viewer: Viewer): Done<CatalogueOutcome[]> {
  if (viewer.kind !== 'system') return fail('NOT_ALLOWED')
  const { on, addresses } = settings().statistics
  const outcomes: CatalogueOutcome[] = []
  for (const service of ['sotkanet', 'pxweb'] as const) {
    if (!on.includes(service)) continue
    const entries = await asViewer(viewer, (tx) =>
      tx.statisticsCatalogueEntry.count({ where: { service, retrievedAt: { gte: startOfToday() } } }),
    )
    if (entries > 0) {
      outcomes.push({ service, entries, problem: null })
      continue
    }
    const regions = service === 'sotkanet' ? await freshRegions(viewer) : null
    const answer = regions && !regions.ok ? regions : await withCatalogue[service](addresses[service])
    if (answer.ok) {
      const rows = answer.value.map((entry) => ({ ...entry, service, retrievedAt: now(), dataUpdatedOn: dayOf(entry) }))
      await asViewer(viewer, (tx) => replaceCatalogue(tx, service, rows), { seconds: 120 })
    }
    outcomes.push({
      service,
      entries: answer.ok ? answer.value.length : null,
      problem: answer.ok ? null : problemText(answer),
    })
  }
  return ok(outcomes)
}

async function replaceCatalogue(
  tx: Tx,
  service: StatisticsService,
  data: Prisma.StatisticsCatalogueEntryCreateManyInput[],
): Promise<void> {
  await tx.statisticsCatalogueEntry.deleteMany({ where: { service } })
  await tx.statisticsCatalogueEntry.createMany({ data })
}

const dayOf = ({ dataUpdatedOn }: { dataUpdatedOn: string | null }) => (dataUpdatedOn ? new Date(dataUpdatedOn) : null)
const startOfToday = (): Date => momentInHelsinki(dateInHelsinki(now()), 0)

type SeriesOutcome = {
  id: string
  service: StatisticsService
  code: string
  title: string
  state: SeriesState
  figures: number | null
  problem: string | null
}

type Due = Prisma.StatisticsSeriesGetPayload<{ select: typeof dueFields }>
const dueFields = {
  id: true,
  service: true,
  code: true,
  choices: true,
  titleFi: true,
  retrievedAt: true,
} as const satisfies Prisma.StatisticsSeriesSelect

/**
 * Refreshes the series that somebody follows, or the one named, of the services that are on: each at most once a day, whoever
 * asks and however it ends, one after another. A series is taken whole or not at all; when it cannot be, its old figures stay
 * and its state says so.
 * @param pause milliseconds between two series
 */
export async function refreshFollowed(
  viewer: Viewer,
  { id, pause = 1000, stopping = () => false }: { id?: string; pause?: number; stopping?: () => boolean } = {},
): Done<SeriesOutcome[]> {
  if (viewer.kind !== 'system') return fail('NOT_ALLOWED')
  const notToday = { OR: [{ triedAt: null }, { triedAt: { lt: startOfToday() } }] }
  const wanted = id === undefined ? { indicators: { some: {} } } : { id }
  const due = await asViewer(viewer, (tx) =>
    tx.statisticsSeries.findMany({
      where: { ...wanted, ...notToday, service: { in: [...settings().statistics.on] } },
      orderBy: [{ service: 'asc' }, { code: 'asc' }],
      select: dueFields,
    }),
  )
  const outcomes: SeriesOutcome[] = []
  const areas = new Map<StatisticsService, Answer<Region[]>>()
  for (const series of due) {
    if (stopping()) break
    if (outcomes.length > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    // Of several that work at once one takes the series.
    const taken = await asViewer(viewer, (tx) =>
      tx.statisticsSeries.updateMany({ where: { id: series.id, ...notToday }, data: { triedAt: now() } }),
    )
    if (taken.count === 0) continue
    const regions = areas.get(series.service) ?? (await regionsFor(viewer, series.service))
    areas.set(series.service, regions)
    const answer = await retrieve(series, regions)
    outcomes.push(
      await keep(viewer, series, answer).catch((error: unknown) => {
        // What the database cannot hold is the answer's fault; the transaction has left everything as it was.
        log('error', 'statistics.broken', { series: series.id, error: describeError(error).message })
        return keep(viewer, series, refusal('SHAPE', 'unexpected'))
      }),
    )
  }
  return ok(outcomes)
}

async function retrieve(series: Due, regions: Answer<Region[]>): Promise<Answer<Retrieved>> {
  if (!regions.ok) return regions
  const asked = { code: series.code, choices: choicesOf(series.choices) }
  const base = settings().statistics.addresses[series.service]
  const ask = { sotkanet: sotkanetSeries, thl_pivot: thlPivotSeries, pxweb: pxwebSeries }[series.service]
  try {
    return await ask(base, asked, regions.value)
  } catch (error) {
    log('error', 'statistics.broken', { series: series.id, error: describeError(error).message })
    return refusal('SHAPE', 'unexpected')
  }
}

function choicesOf(stored: Prisma.JsonValue): Choices {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {}
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, String(value)]))
}

/** Sotkanet's numbers of areas hold for a day at most; the others know areas by the names that Sotkanet gave. */
async function regionsFor(viewer: Viewer, service: StatisticsService): Promise<Answer<Region[]>> {
  if (service === 'sotkanet') return freshRegions(viewer)
  const known = await asViewer(viewer, (tx) => tx.statisticsRegion.findMany({ where: { service: 'sotkanet' } }))
  return known.length === 0 ? refusal('NO_REGIONS') : { ok: true, value: known }
}

async function freshRegions(viewer: Viewer): Promise<Answer<Region[]>> {
  const answer = await sotkanetRegions(settings().statistics.addresses.sotkanet)
  if (!answer.ok) return answer
  await asViewer(viewer, async (tx) => {
    await tx.statisticsRegion.deleteMany({ where: { service: 'sotkanet' } })
    await tx.statisticsRegion.createMany({ data: answer.value.map((region) => ({ ...region, service: 'sotkanet' })) })
  })
  return answer
}

function keep(viewer: Viewer, series: Due, answer: Answer<Retrieved>): Promise<SeriesOutcome> {
  const state = stateAfter(answer, series.retrievedAt !== null)
  const { id, service, code, titleFi: title } = series
  return asViewer(
    viewer,
    async (tx) => {
      if (!answer.ok) {
        const problem = problemText(answer)
        await tx.statisticsSeries.update({ where: { id }, data: { state, problem } })
        return { id, service, code, title, state, figures: null, problem }
      }
      const { figures, ...about } = answer.value
      const retrievedAt = now()
      await tx.statisticsValue.deleteMany({ where: { seriesId: id } })
      await tx.statisticsValue.createMany({
        data: figures.map((one) => ({
          ...one,
          seriesId: id,
          retrievedAt,
          dimensionsKey: choicesKey(one.dimensions),
        })),
      })
      await tx.statisticsSeries.update({
        where: { id },
        data: {
          ...about,
          dataUpdatedOn: dayOf(about),
          titleFi: about.titleFi || title,
          state,
          problem: null,
          retrievedAt,
        },
      })
      return { id, service, code, title: about.titleFi || title, state, figures: figures.length, problem: null }
    },
    { seconds: 120 },
  )
}

type NewSeries = { service: StatisticsService; code: string; choices: Choices }

/**
 * A series that can be followed: the same question is one series for all counties. Null: the service's catalogue does not have
 * it. A cube of THL has no catalogue and is taken as it is named.
 */
export function keepSeries(viewer: Viewer, { service, code, choices }: NewSeries): Promise<{ id: string } | null> {
  return asViewer(viewer, async (tx) => {
    const key = choicesKey(choices)
    const known = await tx.statisticsSeries.findUnique({
      where: { service_code_choicesKey: { service, code, choicesKey: key } },
      select: { id: true },
    })
    if (known) return known
    const entry = await tx.statisticsCatalogueEntry.findUnique({
      where: { service_code: { service, code } },
      select: { titleFi: true, titleSv: true, titleEn: true, producer: true },
    })
    if (!entry && service !== 'thl_pivot') return null
    // Somebody else may add it at the same moment.
    await tx.statisticsSeries.createMany({
      data: [{ service, code, choices, choicesKey: key, ...(entry ?? { titleFi: code }) }],
      skipDuplicates: true,
    })
    return tx.statisticsSeries.findUniqueOrThrow({
      where: { service_code_choicesKey: { service, code, choicesKey: key } },
      select: { id: true },
    })
  })
}
