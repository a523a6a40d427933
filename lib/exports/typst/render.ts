import 'server-only'
import { inChild } from '@/lib/exports/child'
import type { PdfJob, PdfMade, PrintedLooks } from '@/lib/exports/typst/compile'
import { logoSvg } from '@/lib/exports/typst/logo-svg'
import type { DocumentLooks, ReportDocument } from '@/lib/final-report/document/model'
import type { Drawing } from '@/lib/final-report/export/model'
import { isLogoType } from '@/lib/projects/looks/model'

const drawer = { script: 'lib/exports/typst/worker.mts', what: 'PDF' }

/**
 * A report as PDF/UA-1, or as PDF/A-3a for the archive, made in a child process. The same document, pictures and moment give
 * the same bytes. A picture of a kind that is not drawn keeps its place and its text alternative.
 * @throws when the child fails, or is not ready within the limit after its turn has come
 */
export function renderReport(
  document: ReportDocument,
  createdAt: Date,
  { seconds, ...drawing }: Partial<Drawing> & { seconds?: number } = {},
): Promise<PdfMade> {
  return renderJob(reportJob(document, createdAt, drawing), seconds === undefined ? {} : { seconds })
}

/** Everything that the child process is told of a report. */
export function reportJob(
  { looks, ...document }: ReportDocument,
  createdAt: Date,
  { pictures = [], standard }: Partial<Drawing> = {},
): PdfJob {
  const drawn = pictures.flatMap(({ id, bytes, mediaType }) =>
    isLogoType(mediaType) ? [[id, logoSvg({ bytes, mediaType })]] : [],
  )
  return {
    document,
    createdAt: Math.floor(createdAt.getTime() / 1000),
    ...(standard && { standard }),
    dressing: { pictures: Object.fromEntries(drawn), ...(looks && { looks: printedLooks(looks) }) },
  }
}

function printedLooks({ logo, ...colours }: DocumentLooks): PrintedLooks {
  if (!logo) return { ...colours, logo: null }
  const { mediaType, alt } = logo
  return {
    ...colours,
    logo: { svg: logoSvg({ bytes: new Uint8Array(Buffer.from(logo.data, 'base64')), mediaType }), alt },
  }
}

/** The same for any document that has a template. @throws as renderReport */
export function renderJob(job: PdfJob, limits: { seconds?: number } = {}): Promise<PdfMade> {
  return inChild<PdfJob, PdfMade>(drawer, job, limits.seconds)
}
