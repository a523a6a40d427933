import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { keepFile } from '@/lib/evidence/files/commands'
import type { FileReason } from '@/lib/evidence/files/model'
import type { BlockFile } from '@/lib/final-report/blocks/model'
import { type FinalReportReason, isWritable } from '@/lib/final-report/model'
import { visibleTo } from '@/lib/final-report/permissions'
import { recordAudit } from '@/lib/platform/audit'
import { fail, ok, type Result } from '@/lib/values/result'

type Sent = { sectionId: string; name: string; bytes: Uint8Array<ArrayBuffer> }

/**
 * Keeps a picture that a section is going to show; the text of the section then names it. Reasons: NOT_FOUND, NOT_ALLOWED,
 * LOCKED, EMPTY_FILE, TOO_LARGE, WRONG_KIND (not a PNG or JPEG picture).
 */
export function keepPicture(
  viewer: Viewer,
  { sectionId, name, bytes }: Sent,
): Promise<Result<BlockFile, FinalReportReason | FileReason>> {
  return asViewer(viewer, async (tx) => {
    const section = await tx.finalReportSection.findFirst({
      where: { id: sectionId, report: visibleTo(viewer) },
      select: { organisationId: true, report: { select: { id: true, projectId: true, state: true } } },
    })
    if (!section) return fail('NOT_FOUND')
    const { organisationId, report } = section
    const right = rightTo(viewer, 'final_report.write', report.projectId)
    if (!right) return fail('NOT_ALLOWED')
    if (!isWritable[report.state]) return fail('LOCKED')
    if (bytes.length > 0 && !/\.(png|jpe?g)$/i.test(name)) return fail('WRONG_KIND')
    const kept = await keepFile(viewer, { organisationId, name, bytes })
    if (!kept.ok) return kept
    const file = await tx.storedFile.findUniqueOrThrow({
      where: { id: kept.value.fileId },
      select: { id: true, name: true, mediaType: true, sha256: true },
    })
    await recordAudit(tx, viewer, {
      action: 'final_report.saved',
      right,
      subjectType: 'final_report_section',
      subjectId: sectionId,
      organisationId,
      data: { report: report.id, change: 'picture', file: file.id, sha256: file.sha256 },
    })
    return ok(file)
  })
}
