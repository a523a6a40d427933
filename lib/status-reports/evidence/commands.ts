import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { keepFile } from '@/lib/evidence/files/commands'
import { cleanFileName, type FileReason } from '@/lib/evidence/files/model'
import type { Tx } from '@/lib/platform/db'
import { isWritable } from '@/lib/status-reports/model'
import { rightToEvent } from '@/lib/status-reports/permissions'
import { type HeldReport, holdReport } from '@/lib/status-reports/standing/queries'
import { fail, ok, type Result } from '@/lib/values/result'

export type EvidenceReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'LOCKED'

/** Hangs a link on a report that is being written. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED. */
export function addLink(
  viewer: Viewer,
  input: { reportId: string; label: string; url: string },
): Promise<Result<{ evidenceId: string }, EvidenceReason>> {
  return whileWriting(viewer, input.reportId, async (tx, report) => {
    const { organisationId, id: reportId } = report
    const { label, url } = input
    const row = await tx.evidence.create({ data: { organisationId, reportId, label, url }, select: { id: true } })
    return ok({ evidenceId: row.id })
  })
}

/** Hangs a file on a report that is being written. Reasons: as `addLink` and `keepFile`. */
export function addFile(
  viewer: Viewer,
  input: { reportId: string; label: string; name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Result<{ evidenceId: string }, EvidenceReason | FileReason>> {
  return whileWriting<{ evidenceId: string }, FileReason>(viewer, input.reportId, async (tx, report) => {
    const { organisationId, id: reportId } = report
    const kept = await keepFile(viewer, { organisationId, name: input.name, bytes: input.bytes })
    if (!kept.ok) return kept
    const label = input.label.trim().slice(0, 300) || cleanFileName(input.name)
    const { fileId } = kept.value
    const row = await tx.evidence.create({ data: { organisationId, reportId, label, fileId }, select: { id: true } })
    return ok({ evidenceId: row.id })
  })
}

/** Takes a link or file off a report that is being written; the file's bytes stay. Reasons: as `addLink`. */
export function removeEvidence(
  viewer: Viewer,
  input: { reportId: string; evidenceId: string },
): Promise<Result<null, EvidenceReason>> {
  return whileWriting<null>(viewer, input.reportId, async (tx, report) => {
    const gone = await tx.evidence.deleteMany({ where: { id: input.evidenceId, reportId: report.id } })
    return gone.count === 1 ? ok(null) : fail('NOT_FOUND')
  })
}

function whileWriting<T, Reason extends string = never>(
  viewer: Viewer,
  reportId: string,
  work: (tx: Tx, report: HeldReport) => Promise<Result<T, EvidenceReason | Reason>>,
): Promise<Result<T, EvidenceReason | Reason>> {
  return asViewer(viewer, async (tx) => {
    const report = await holdReport(viewer, tx, reportId)
    if (!report) return fail('NOT_FOUND')
    if (!rightToEvent(viewer, 'saved', report.place)) return fail('NOT_ALLOWED')
    return isWritable(report.standing.state) ? work(tx, report) : fail('LOCKED')
  })
}
