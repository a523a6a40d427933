import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { decimalText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { words } from '@/lib/platform/words'
import { citation } from '@/lib/statistics/citations/model'
import { countyCategory } from '@/lib/statistics/model'
import { rightToFollow, visibleIndicators } from '@/lib/statistics/permissions'
import { countyOf } from '@/lib/statistics/regions/model'
import type { Choose, Withdraw } from '@/lib/statistics/schema'
import { isPercent } from '@/lib/statistics/shown/model'
import { round } from '@/lib/values/decimal'
import { fail, ok, type Result } from '@/lib/values/result'
import { timeSpanFromCode } from '@/lib/values/time'

/**
 * NO_FIGURE: there is no number of that area and time. NOT_OWN_AREA: only the county's own figure can be its actual. ALREADY:
 * taken before. IN_USE: evidence or a report hangs on it.
 */
export type ChooseReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'NO_FIGURE' | 'NOT_OWN_AREA' | 'ALREADY' | 'IN_USE'

/**
 * Takes a figure of official statistics as the project's own, or to compare with: only a person does, and says why. The
 * measurement keeps the citation as its source and stays as it is whatever the service tells later.
 */
export function chooseFigure(
  viewer: Viewer,
  { indicatorId, seriesId, area, time, of, role, reason }: Choose,
): Promise<Result<{ measurementId: string }, ChooseReason>> {
  return asViewer(viewer, async (tx) => {
    const indicator = await tx.indicator.findFirst({
      where: { id: indicatorId, ...visibleIndicators(viewer) },
      select: { projectId: true, organisationId: true, series: { where: { seriesId }, select: { id: true } } },
    })
    if (!indicator) return fail('NOT_FOUND')
    const right = viewer.userId === null ? null : rightToFollow(viewer, indicator.projectId)
    if (!right) return fail('NOT_ALLOWED')
    if (indicator.series.length === 0) return fail('NOT_FOUND')
    const { organisationId } = indicator
    const [regionCategory = '', regionCode = ''] = area.split(' ')
    const figure = await tx.statisticsValue.findFirst({
      where: { seriesId, regionCategory, regionCode, timeCode: time, dimensionsKey: of },
      select: { number: true, retrievedAt: true, series: true },
    })
    const span = timeSpanFromCode(time)
    if (!figure?.number || !span.ok) return fail('NO_FIGURE', { time: 'statistics.error.noFigure' })
    const regions = await tx.statisticsRegion.findMany({ where: { service: 'sotkanet' } })
    const region = regions.find(({ category, code }) => category === regionCategory && code === regionCode)
    if (!region) return fail('NO_FIGURE', { area: 'statistics.error.area' })
    const organisation = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { name: true, regionCode: true },
    })
    const isOwn = regionCategory === countyCategory && countyOf(regions, organisation)?.code === regionCode
    if (role === 'actual' && !isOwn) return fail('NOT_OWN_AREA', { area: 'statistics.error.notOwnArea' })
    // Two who choose the same at the same time make one row.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('statistics/' || ${indicatorId}, 0))`
    const { series } = figure
    const number = shown(decimalText(figure.number), series.decimals)
    const source = citation(words('fi'), series, figure.retrievedAt)
    // The county's own figure is the project's, as it stands; what is compared with is told apart by its area.
    const told = {
      role,
      timeCode: time,
      area: isOwn && role === 'actual' ? null : region.titleFi,
      scope: of || null,
      number,
    }
    const same = await tx.measurement.findFirst({
      where: { indicatorId, ...told, chosenById: { not: null }, replacedById: null },
      select: { id: true },
    })
    if (same) return fail('ALREADY')
    const last = await tx.measurement.aggregate({ where: { indicatorId }, _max: { sort: true } })
    const { id: measurementId } = await tx.measurement.create({
      data: {
        organisationId,
        indicatorId,
        ...told,
        kind: 'number',
        unit: isPercent(series.unit) ? '%' : series.unit,
        timeAsWritten: time,
        timeFrom: day(span.value.from),
        timeTo: day(span.value.to),
        source,
        chosenById: viewer.userId,
        chosenReason: reason,
        sort: (last._max.sort ?? -1) + 1,
      },
      select: { id: true },
    })
    await record(viewer, tx, 'statistics.figure_chosen', {
      organisationId,
      right,
      measurementId,
      data: { service: series.service, code: series.code, area: region.titleFi, time, number, role, reason },
    })
    return ok({ measurementId })
  })
}

const day = (text: string | null) => (text === null ? null : new Date(text))
/** As precise as the service publishes it. */
const shown = (number: string, decimals: number | null) => (decimals === null ? number : round(number, decimals))

/**
 * Takes back what was chosen, unless something hangs on it. What has been published keeps it. Reasons: NOT_FOUND, NOT_ALLOWED,
 * IN_USE.
 */
export function withdrawFigure(
  viewer: Viewer,
  { indicatorId, measurementId }: Withdraw,
): Promise<Result<{ measurementId: string }, ChooseReason>> {
  return asViewer(viewer, async (tx) => {
    const found = await tx.measurement.findFirst({
      where: {
        id: measurementId,
        indicatorId,
        chosenById: { not: null },
        replacedById: null,
        indicator: visibleIndicators(viewer),
      },
      select: {
        organisationId: true,
        area: true,
        timeCode: true,
        source: true,
        indicator: { select: { projectId: true } },
        _count: { select: { evidence: true, bindings: true } },
        replaces: { select: { id: true } },
      },
    })
    if (!found) return fail('NOT_FOUND')
    const right = rightToFollow(viewer, found.indicator.projectId)
    if (!right) return fail('NOT_ALLOWED')
    const { evidence, bindings } = found._count
    if (evidence > 0 || bindings > 0 || found.replaces) return fail('IN_USE')
    await tx.measurement.delete({ where: { id: measurementId } })
    await record(viewer, tx, 'statistics.figure_withdrawn', {
      organisationId: found.organisationId,
      right,
      measurementId,
      data: { area: found.area, time: found.timeCode, source: found.source },
    })
    return ok({ measurementId })
  })
}

function record(
  viewer: Viewer,
  tx: Tx,
  action: 'statistics.figure_chosen' | 'statistics.figure_withdrawn',
  told: { organisationId: string; right: string; measurementId: string; data: Prisma.InputJsonObject },
): Promise<void> {
  const { measurementId, ...rest } = told
  return recordAudit(tx, viewer, { action, subjectType: 'measurement', subjectId: measurementId, ...rest })
}
