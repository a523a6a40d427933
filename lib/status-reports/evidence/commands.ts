import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { keepFile } from '@/lib/evidence/files/commands'
import { cleanFileName, type FileReason } from '@/lib/evidence/files/model'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { isClosed } from '@/lib/status-reports/closing/model'
import { isWritable } from '@/lib/status-reports/model'
import { rightToEvent } from '@/lib/status-reports/permissions'
import { type HeldReport, holdReport } from '@/lib/status-reports/standing/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

export type EvidenceReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'LOCKED' | 'CLOSED'

/** Hangs a link on a report that is being written. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, CLOSED. */
export function addLink(
  viewer: Viewer,
  input: { reportId: string; label: string; url: string; path?: string | null },
): Promise<Result<{ evidenceId: string }, EvidenceReason>> {
  return whileWriting(viewer, input.reportId, async (tx, report, audit) => {
    const { organisationId, id: reportId } = report
    const { label, url, path = null } = input
    const row = await tx.evidence.create({ data: { organisationId, reportId, label, url, path }, select: { id: true } })
    await audit('report.evidence_added', row.id)
    return ok({ evidenceId: row.id })
  })
}

/** Hangs a file on a report that is being written. Reasons: as `addLink` and `keepFile`. */
export function addFile(
  viewer: Viewer,
  input: { reportId: string; label: string; name: string; bytes: Uint8Array<ArrayBuffer>; path?: string | null },
): Promise<Result<{ evidenceId: string }, EvidenceReason | FileReason>> {
  return whileWriting<{ evidenceId: string }, FileReason>(viewer, input.reportId, async (tx, report, audit) => {
    const { organisationId, id: reportId } = report
    const kept = await keepFile(viewer, { organisationId, name: input.name, bytes: input.bytes })
    if (!kept.ok) return kept
    const label = input.label.trim().slice(0, 300) || cleanFileName(input.name)
    const { fileId } = kept.value
    const data = { organisationId, reportId, label, fileId, path: input.path ?? null }
    const row = await tx.evidence.create({ data, select: { id: true } })
    await audit('report.evidence_added', row.id)
    return ok({ evidenceId: row.id })
  })
}

/**
 * Takes a link or file off a report that is being written; the file's bytes stay. What an approved figure rests on stays while
 * only texts are open (LOCKED). Reasons: as `addLink`.
 */
export function removeEvidence(
  viewer: Viewer,
  input: { reportId: string; evidenceId: string },
): Promise<Result<null, EvidenceReason>> {
  return whileWriting<null>(viewer, input.reportId, async (tx, report, audit) => {
    if (report.standing.within) return fail('LOCKED')
    const gone = await tx.evidence.deleteMany({ where: { id: input.evidenceId, reportId: report.id } })
    if (gone.count === 0) return fail('NOT_FOUND')
    await audit('report.evidence_removed', input.evidenceId)
    return ok(null)
  })
}

type Audit = (action: 'report.evidence_added' | 'report.evidence_removed', evidenceId: string) => Promise<void>

function whileWriting<T, Reason extends string = never>(
  viewer: Viewer,
  reportId: string,
  work: (tx: Tx, report: HeldReport, audit: Audit) => Promise<Result<T, EvidenceReason | Reason>>,
): Promise<Result<T, EvidenceReason | Reason>> {
  return asViewer(viewer, async (tx) => {
    const report = await holdReport(viewer, tx, reportId)
    if (!report) return fail('NOT_FOUND')
    const right = rightToEvent(viewer, 'saved', report.place)
    if (!right) return fail('NOT_ALLOWED')
    if (!isWritable(report.standing.state)) return fail('LOCKED')
    if (isClosed(report.standing.state, report.closing, dateInHelsinki(now()))) return fail('CLOSED')
    return work(tx, report, (action, evidenceId) =>
      recordAudit(tx, viewer, {
        action,
        right,
        subjectType: 'status_report',
        subjectId: report.id,
        organisationId: report.organisationId,
        data: { evidenceId },
      }),
    )
  })
}
