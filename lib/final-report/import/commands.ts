import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { keepFile } from '@/lib/evidence/files/commands'
import { readWritten } from '@/lib/final-report/import/reading/model'
import type { KeptContent } from '@/lib/final-report/import/rows/model'
import { isWritable } from '@/lib/final-report/model'
import { visibleTo } from '@/lib/final-report/permissions'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { Refusal } from '@/lib/platform/refused-file'
import { fail, ok, type Result } from '@/lib/values/result'

export type ImportReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'LOCKED'

type Open = { reportId: string; organisationId: string; projectId: string; right: string }

/** The report of a project that the viewer may write into now. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED. */
export async function openForImport(viewer: Viewer, tx: Tx, project: string): Promise<Result<Open, ImportReason>> {
  const report = await tx.finalReport.findFirst({
    where: { AND: [{ project: { key: project } }, visibleTo(viewer)] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, organisationId: true, projectId: true, state: true },
  })
  if (!report) return fail('NOT_FOUND')
  const { id: reportId, organisationId, projectId, state } = report
  const right = rightTo(viewer, 'final_report.write', projectId)
  if (!right) return fail('NOT_ALLOWED')
  return isWritable[state] ? ok({ reportId, organisationId, projectId, right }) : fail('LOCKED')
}

type Sent = { project: string; name: string; bytes: Uint8Array<ArrayBuffer> }

/** `at`: addresses within the file, when it was refused. */
type KeepAnswer = Result<{ id: string }, ImportReason> | { ok: false; reason: Refusal; at: readonly string[] }

/**
 * Reads a report written elsewhere and keeps it, so that it can be looked at before it is taken in. The file is refused as a
 * whole, with addresses, or kept whole. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, and those of reading.
 */
export function keepImport(viewer: Viewer, { project, name, bytes }: Sent): Promise<KeepAnswer> {
  return asViewer(viewer, async (tx): Promise<KeepAnswer> => {
    const open = await openForImport(viewer, tx, project)
    if (!open.ok) return open
    const read = readWritten(name, bytes)
    if (!read.ok) return read
    const { reportId, organisationId, right } = open.value
    const { written, mediaType } = read.value
    const kept = await keepFile(viewer, { organisationId, name, bytes, mediaType })
    if (!kept.ok) throw new Error(`a file that was read could not be kept: ${kept.reason}`)
    const { fileId } = kept.value
    const { id } = await tx.reportImport.create({
      data: {
        organisationId,
        reportId,
        fileId,
        content: { written, taken: null } satisfies KeptContent,
        createdById: viewer.userId,
        createdAt: now(),
      },
      select: { id: true },
    })
    const subject = { subjectType: 'final_report', subjectId: reportId, organisationId }
    const data = { import: id, file: fileId, sections: written.sections.length }
    await recordAudit(tx, viewer, { action: 'final_report.import_read', right, ...subject, data })
    return ok({ id })
  })
}

/** Lets a read file go that was not taken in; the file itself stays among the county's. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED. */
export function removeImport(
  viewer: Viewer,
  { project, import: id }: { project: string; import: string },
): Promise<Result<{ removed: true }, ImportReason>> {
  return asViewer(viewer, async (tx) => {
    const open = await openForImport(viewer, tx, project)
    if (!open.ok) return open
    const { reportId, organisationId, right } = open.value
    const gone = await tx.reportImport.deleteMany({ where: { id, reportId, takenAt: null } })
    if (gone.count === 0) return fail('NOT_FOUND')
    const subject = { subjectType: 'final_report', subjectId: reportId, organisationId }
    await recordAudit(tx, viewer, { action: 'final_report.import_removed', right, ...subject, data: { import: id } })
    return ok({ removed: true })
  })
}
