import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { keepFile } from '@/lib/evidence/files/commands'
import type { FileReason } from '@/lib/evidence/files/model'
import type { BlockFile } from '@/lib/final-report/blocks/model'
import { type FinalReportReason, isWritable } from '@/lib/final-report/model'
import { documentRights, documentsOf } from '@/lib/final-report/permissions'
import { auditOf } from '@/lib/final-report/sections/commands'
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
      where: { id: sectionId, report: documentsOf(viewer) },
      select: { organisationId: true, report: { select: { id: true, kind: true, projectId: true, state: true } } },
    })
    if (!section) return fail('NOT_FOUND')
    const { organisationId, report } = section
    const right = rightTo(viewer, documentRights[report.kind].write, report.projectId)
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
      ...auditOf[report.kind],
      right,
      subjectId: sectionId,
      organisationId,
      data: { report: report.id, change: 'picture', file: file.id, sha256: file.sha256 },
    })
    return ok(file)
  })
}
