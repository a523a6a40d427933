import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { withRoleLabels } from '@/lib/access/role-words'
import { env } from '@/lib/platform/env'
import { words } from '@/lib/platform/words'
import type { Looks } from '@/lib/projects/looks/model'
import { findLooks } from '@/lib/projects/looks/queries'
import type { PublishedPeriod } from '@/lib/steering/model'
import { findSnapshot, listVersions } from '@/lib/steering/queries'
import { composeReview } from '@/lib/steering/review/composition/model'
import { type Review, withSections } from '@/lib/steering/review/model'
import type { ReviewChoice } from '@/lib/steering/review/schema'

export type ReviewRequest = ReviewChoice & { projectKey: string; periodKey: string }

export type FoundReview = {
  review: Review
  published: PublishedPeriod
  project: { id: string; organisationId: string }
  /** Colours and logo of the county's files */
  looks: Looks
}

/** The review of a published period; null when there is no such publication, or none that the viewer may read. */
export async function findReview(viewer: Viewer, request: ReviewRequest): Promise<FoundReview | null> {
  const versions = await listVersions(viewer, request.projectKey, request.periodKey)
  const published =
    request.version === null ? versions.at(-1) : versions.find(({ version }) => version === request.version)
  const body = published && (await findSnapshot(viewer, published.snapshotId))
  if (!published || !body) return null
  const { code, version, publishedAt } = published
  const review = composeReview(withRoleLabels(words(request.locale), viewer.roleLabels), body, {
    origin: env().appUrl,
    code,
    version,
    publishedAt,
    earlier: null,
  })
  return {
    review: withSections(review, request.sections),
    published,
    project: { id: body.project.id, organisationId: body.project.organisationId },
    looks: await findLooks(viewer, body.project.id),
  }
}
