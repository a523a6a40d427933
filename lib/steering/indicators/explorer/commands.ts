import 'server-only'
import { createHash } from 'node:crypto'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { ProjectHeader } from '@/lib/projects/model'
import { type NamedChart, type PictureFormat, pictureFileName } from '@/lib/steering/indicators/explorer/pictures/model'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * A chart as a picture. It is made outside the database's transaction, and handed over only after the audit row with its hash
 * has been written. What it shows has been read by this viewer. Reasons: NOT_FOUND, also for those who may not read.
 * @throws when the drawing fails
 */
export async function exportPicture(
  viewer: Viewer,
  project: ProjectHeader,
  { format, chart, draw }: { format: PictureFormat; chart: NamedChart; draw: () => Promise<Uint8Array> },
): Promise<Result<{ bytes: Uint8Array; sha256: string; name: string }, 'NOT_FOUND'>> {
  const right = rightTo(viewer, 'project.read', project.id)
  if (right === null) return fail('NOT_FOUND')
  const bytes = await draw()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = pictureFileName(project.key, chart, dateInHelsinki(now()), format)
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, {
      action: 'picture.exported',
      right,
      subjectType: 'project',
      subjectId: project.id,
      organisationId: project.organisationId,
      data: { format, name, sha256, bytes: bytes.length },
    }),
  )
  return ok({ bytes, sha256, name })
}
