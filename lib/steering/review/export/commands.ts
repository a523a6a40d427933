import 'server-only'
import { createHash } from 'node:crypto'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { type ExportedReview, type ReviewDrawing, reviewFileName } from '@/lib/steering/review/export/model'
import { findReview, type ReviewRequest } from '@/lib/steering/review/queries'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * The review of a published period as a file. It is made outside the database's transaction, and handed over only after the
 * audit row with its hash has been written. Reasons: NOT_FOUND, also for those who may not read it.
 * @throws when the drawing fails
 */
export async function exportReview(
  viewer: Viewer,
  request: ReviewRequest,
  { format, extension, draw }: ReviewDrawing,
): Promise<Result<ExportedReview, 'NOT_FOUND'>> {
  const found = await findReview(viewer, request)
  if (!found) return fail('NOT_FOUND')
  const { review, published, project, looks } = found
  const { bytes, pages, replaced } = await draw({ review, looks, publishedAt: new Date(published.publishedAt) })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = reviewFileName(published, review.locale, extension)
  // A national reader's doings are recorded in the reader's own organisation: nobody writes into another one's log.
  const national = viewer.scope === 'national'
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, {
      action: 'review.exported',
      right: rightTo(viewer, 'steering.read', project.id) ?? 'national',
      subjectType: 'snapshot',
      subjectId: published.snapshotId,
      ...(!national && { organisationId: project.organisationId }),
      data: {
        format,
        name,
        sha256,
        bytes: bytes.length,
        pages,
        replaced,
        locale: review.locale,
        version: published.version,
        sections: review.sections.map(({ key }) => key),
      },
    }),
  )
  return ok({ bytes, sha256, name, pages, replaced })
}
