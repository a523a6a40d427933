import 'server-only'
import { createHash } from 'node:crypto'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { ReportDocument } from '@/lib/final-report/document/model'
import { fileName } from '@/lib/final-report/export/model'
import type { FinalReportReason } from '@/lib/final-report/model'
import { canReadReport } from '@/lib/final-report/permissions'
import { openReport } from '@/lib/final-report/queries'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { findProject } from '@/lib/projects/queries'
import { fail, ok, type Result } from '@/lib/values/result'

/** Draws a document as a file. `replaced`: characters that no font could show, by code point. */
export type Renderer = (
  document: ReportDocument,
  createdAt: Date,
) => Promise<{ pdf: Uint8Array; pages: number; replaced: string[] }>

export type ExportedReport = { bytes: Uint8Array; sha256: string; name: string; pages: number; replaced: string[] }

/**
 * The final report as a PDF. The file is made outside the database's transaction, and handed over only after the audit row
 * with its hash has been written. Reasons: NOT_FOUND, NOT_ALLOWED.
 * @throws when the renderer fails
 */
export async function exportFinalReport(
  viewer: Viewer,
  projectKey: string,
  render: Renderer,
): Promise<Result<ExportedReport, FinalReportReason>> {
  const project = await findProject(viewer, projectKey)
  if (!project || !canReadReport(viewer, project.id)) return fail('NOT_FOUND')
  const right = rightTo(viewer, 'final_report.export', project.id)
  if (!right) return fail('NOT_ALLOWED')
  const open = await openReport(viewer, project)
  if (!open) return fail('NOT_FOUND')
  const at = now()
  const { pdf, pages, replaced } = await render(open.document, at)
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  const name = fileName(project, at, open.document.heading)
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, {
      action: 'final_report.exported',
      right,
      subjectType: 'final_report',
      subjectId: open.report.id,
      organisationId: project.organisationId,
      data: { format: 'pdf/ua-1', name, sha256, bytes: pdf.length, pages, replaced, template: open.report.template },
    }),
  )
  return ok({ bytes: pdf, sha256, name, pages, replaced })
}
