import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { chooseOther } from '@/lib/status-reports/differences/model'
import { comparePublished, type PublishedComparison } from '@/lib/steering/differences/model'
import { findSnapshot, listPublished } from '@/lib/steering/queries'

type Place = { projectKey: string; periodKey: string; unitId: string; with: string | null }

/**
 * One unit in two published periods, each by its newest publication. Null when the period, or the unit in it, is not
 * published for the viewer. `compared` is null when there is no other period or no approved report in one of the two.
 */
export async function findPublishedComparison(viewer: Viewer, place: Place): Promise<PublishedComparison | null> {
  const published = await listPublished(viewer, place.projectKey)
  const shown = published.find(({ periodKey }) => periodKey === place.periodKey)
  const body = shown && (await findSnapshot(viewer, shown.snapshotId))
  const unit = body?.units.find(({ id, reports }) => id === place.unitId && reports)
  if (!shown || !body || !unit) return null
  const other = chooseOther(published, shown.periodKey, place.with)
  const otherBody = other && (await findSnapshot(viewer, other.snapshotId))
  const told = ({ periodKey }: { periodKey: string }) => ({ periodKey, state: 'published' as const })
  const [before, after] = otherBody && other.lastDay < shown.lastDay ? [otherBody, body] : [body, otherBody]
  const sections = before && after && comparePublished(before, after, unit.id)
  return {
    projectName: shown.projectName,
    unit: { id: unit.id, code: unit.code, title: unit.title },
    shown: told(shown),
    others: published
      .filter((one) => one !== shown)
      .reverse()
      .map(told),
    chosen: other?.periodKey ?? null,
    notFound: place.with !== null && other?.periodKey !== place.with ? place.with : null,
    compared: sections && {
      before: told({ periodKey: before.period.key }),
      after: told({ periodKey: after.period.key }),
      sections,
    },
  }
}
