import 'server-only'
import { createHash } from 'node:crypto'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { ReportDocument } from '@/lib/final-report/document/model'
import { readEdition } from '@/lib/final-report/editions/queries'
import {
  type Drawing,
  fileName,
  type PdfStandard,
  type Picture,
  type ReportFileKind,
} from '@/lib/final-report/export/model'
import { readPictures, withLooks } from '@/lib/final-report/export/queries'
import type { FinalReportReason } from '@/lib/final-report/model'
import { canReadReport } from '@/lib/final-report/permissions'
import { openReport } from '@/lib/final-report/queries'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { findProject } from '@/lib/projects/queries'
import { fail, ok, type Result } from '@/lib/values/result'

/** Draws a document as a PDF. `replaced`: characters that no font could show, by code point. */
export type Renderer = (
  document: ReportDocument,
  createdAt: Date,
  drawing: Drawing,
) => Promise<{ pdf: Uint8Array; pages: number; replaced: string[] }>

/** Draws a document as a Word file. `replaced`: characters that the format cannot hold, by code point. */
export type WordRenderer = (
  document: ReportDocument,
  createdAt: Date,
  drawing: Pick<Drawing, 'pictures'>,
) => Promise<{ docx: Uint8Array; pages: number; replaced: string[] }>

export type ExportedReport = { bytes: Uint8Array; sha256: string; name: string; pages: number; replaced: string[] }

/**
 * The final report as a PDF, accessible (PDF/UA-1) or for the archive (PDF/A-3a): of a locked report its newest edition, or
 * the edition asked for; the same edition gives the same bytes whenever it is made. The file is made outside the database's
 * transaction, and handed over only after the audit row with its hash has been written. Reasons: NOT_FOUND, NOT_ALLOWED.
 * @throws when the renderer fails
 */
export function exportFinalReport(
  viewer: Viewer,
  projectKey: string,
  render: Renderer,
  { edition = null, standard = 'ua-1' }: { edition?: number | null; standard?: PdfStandard } = {},
): Promise<Result<ExportedReport, FinalReportReason>> {
  return exportAs(viewer, projectKey, edition, {
    format: `pdf/${standard}`,
    kind: standard,
    async draw(document, at, pictures) {
      const { pdf, ...told } = await render(document, at, { standard, pictures })
      return { bytes: pdf, ...told }
    },
  })
}

/** The same as a Word document, for commenting. Reasons and failures as of `exportFinalReport`. */
export function exportWordReport(
  viewer: Viewer,
  projectKey: string,
  render: WordRenderer,
  { edition = null }: { edition?: number | null } = {},
): Promise<Result<ExportedReport, FinalReportReason>> {
  return exportAs(viewer, projectKey, edition, {
    format: 'docx',
    kind: 'docx',
    async draw(document, at, pictures) {
      const { docx, ...told } = await render(document, at, { pictures })
      return { bytes: docx, ...told }
    },
  })
}

/** One way of drawing a report as a file. */
type Form = {
  /** As the audit log names it */
  format: string
  kind: ReportFileKind
  draw(
    document: ReportDocument,
    at: Date,
    pictures: readonly Picture[],
  ): Promise<{ bytes: Uint8Array; pages: number; replaced: string[] }>
}

async function exportAs(
  viewer: Viewer,
  projectKey: string,
  number: number | null,
  { format, kind, draw }: Form,
): Promise<Result<ExportedReport, FinalReportReason>> {
  const project = await findProject(viewer, projectKey)
  if (!project || !canReadReport(viewer, project.id)) return fail('NOT_FOUND')
  const right = rightTo(viewer, 'final_report.export', project.id)
  if (!right) return fail('NOT_ALLOWED')
  const open = await openReport(viewer, project)
  const edition = number === null ? (open?.edition ?? null) : await readEdition(viewer, project.id, number)
  if (!open || (number !== null && !edition)) return fail('NOT_FOUND')
  const document = edition?.document ?? (await withLooks(viewer, project.id, open.document))
  const at = edition ? new Date(edition.frozenAt) : draftMoment()
  const { bytes, pages, replaced } = await draw(document, at, await readPictures(viewer, document))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = fileName(project, at, document.heading, kind)
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, {
      action: 'final_report.exported',
      right,
      subjectType: 'final_report',
      subjectId: open.report.id,
      organisationId: project.organisationId,
      data: {
        format,
        name,
        sha256,
        bytes: bytes.length,
        pages,
        replaced,
        template: open.report.template,
        edition: edition?.number ?? null,
      },
    }),
  )
  return ok({ bytes, sha256, name, pages, replaced })
}

/** A draft is dated to ten minutes: unchanged and asked for again within them, it is the same file. */
function draftMoment(): Date {
  const step = 10 * 60_000
  return new Date(Math.floor(now().getTime() / step) * step)
}
