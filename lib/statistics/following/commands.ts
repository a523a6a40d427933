import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import type { Choices, StatisticsService } from '@/lib/statistics/model'
import { wrongChoices } from '@/lib/statistics/options/model'
import { findOptions } from '@/lib/statistics/options/queries'
import { rightToFollow, visibleIndicators } from '@/lib/statistics/permissions'
import { keepSeries } from '@/lib/statistics/refreshing/commands'
import type { Follow, Unfollow } from '@/lib/statistics/schema'
import { fail, ok, type Result } from '@/lib/values/result'

/** ALREADY: the series is followed beside this indicator. NO_OPTIONS: the service does not tell what can be chosen. */
export type FollowReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'ALREADY' | 'NO_OPTIONS' | 'INVALID'

/**
 * Follows a series beside an indicator. The series itself is shared by all counties and kept by the product; its figures come
 * with the next retrieval. What is chosen of it must be there today. Reasons: NOT_FOUND (indicator, series, or the catalogue has
 * no such), NOT_ALLOWED, ALREADY, NO_OPTIONS, INVALID (at the field of the dimension).
 */
export async function follow(
  viewer: Viewer,
  { indicatorId, ...wanted }: Follow,
): Promise<Result<{ seriesId: string }, FollowReason>> {
  if (!('seriesId' in wanted)) {
    const checked = await checkChoices(viewer, indicatorId, wanted)
    if (!checked.ok) return checked
  }
  return asViewer(viewer, async (tx) => {
    const place = await placeOf(viewer, tx, indicatorId)
    if (!place.ok) return place
    const { organisationId, right } = place.value
    const found =
      'seriesId' in wanted
        ? await tx.statisticsSeries.findUnique({ where: { id: wanted.seriesId }, select: { id: true } })
        : await keepSeries(systemViewer('statistics'), wanted)
    if (!found) return fail('NOT_FOUND')
    const seriesId = found.id
    const last = await tx.indicatorSeries.aggregate({ where: { indicatorId }, _max: { sort: true } })
    const added = await tx.indicatorSeries.createMany({
      data: [{ organisationId, indicatorId, seriesId, addedById: viewer.userId, sort: (last._max.sort ?? -1) + 1 }],
      skipDuplicates: true,
    })
    if (added.count === 0) return fail('ALREADY')
    await record(viewer, tx, 'statistics.followed', { organisationId, indicatorId, right, seriesId })
    return ok({ seriesId })
  })
}

/**
 * Stops following. What was taken from the series as the project's own stays, with its source. Reasons: NOT_FOUND,
 * NOT_ALLOWED.
 */
export function unfollow(
  viewer: Viewer,
  { indicatorId, seriesId }: Unfollow,
): Promise<Result<{ seriesId: string }, FollowReason>> {
  return asViewer(viewer, async (tx) => {
    const place = await placeOf(viewer, tx, indicatorId)
    if (!place.ok) return place
    const removed = await tx.indicatorSeries.deleteMany({ where: { indicatorId, seriesId } })
    if (removed.count === 0) return fail('NOT_FOUND')
    await record(viewer, tx, 'statistics.unfollowed', { ...place.value, indicatorId, seriesId })
    return ok({ seriesId })
  })
}

type Wanted = { service: StatisticsService; code: string; choices: Choices }

/** The service is asked only for somebody who may follow, and outside the transaction. Nothing chosen needs no asking. */
async function checkChoices(viewer: Viewer, indicatorId: string, wanted: Wanted): Promise<Result<null, FollowReason>> {
  if (wanted.service !== 'thl_pivot' && Object.keys(wanted.choices).length === 0) return ok(null)
  const place = await asViewer(viewer, (tx) => placeOf(viewer, tx, indicatorId))
  if (!place.ok) return place
  const options = await findOptions(viewer, wanted)
  if (!options.ok) return fail('NO_OPTIONS')
  const wrong = wrongChoices(options.value, wanted.choices)
  if (wrong.length === 0) return ok(null)
  return fail('INVALID', Object.fromEntries(wrong.map((name) => [`of/${name}`, 'statistics.error.choice'])))
}

async function placeOf(viewer: Viewer, tx: Tx, id: string) {
  const indicator = await tx.indicator.findFirst({
    where: { id, ...visibleIndicators(viewer) },
    select: { projectId: true, organisationId: true },
  })
  if (!indicator) return fail('NOT_FOUND')
  const right = rightToFollow(viewer, indicator.projectId)
  return right ? ok({ ...indicator, right }) : fail('NOT_ALLOWED')
}

async function record(
  viewer: Viewer,
  tx: Tx,
  action: 'statistics.followed' | 'statistics.unfollowed',
  told: { organisationId: string; indicatorId: string; right: string; seriesId: string },
): Promise<void> {
  const { service, code, titleFi } = await tx.statisticsSeries.findUniqueOrThrow({
    where: { id: told.seriesId },
    select: { service: true, code: true, titleFi: true },
  })
  await recordAudit(tx, viewer, {
    action,
    right: told.right,
    subjectType: 'indicator',
    subjectId: told.indicatorId,
    organisationId: told.organisationId,
    data: { service, code, title: titleFi },
  })
}
