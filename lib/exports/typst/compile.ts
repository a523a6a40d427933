import fs from 'node:fs'
import path from 'node:path'
import { documentData, type ReportDocument } from '../../final-report/document/model.ts'
import type { PdfStandard } from '../../final-report/export/model.ts'
import type { MinutesDocument } from '../../meetings/minutes/model.ts'
import { compilerWith } from './compiler.ts'
import { type Fonts, loadFonts } from './fonts.ts'
import { packedPdf } from './packed-pdf.ts'
import { printable, printableCopy } from './printable.ts'
import { withFittedTables, withPrintedTables } from './report-tables.ts'
import type { PrintedReview } from './review-document.ts'

/** Everything that the maker of the file is told; plain data, so that it can be sent to another process. */
export type PdfJob = {
  /** PDF/UA-1 when none is named: the maker of the file takes one standard at a time */
  standard?: PdfStandard
  /** What a final report is dressed in: the county's looks, and its pictures as drawings by the id of their file */
  dressing?: { looks?: PrintedLooks; pictures: Record<string, string> }
  /** Seconds since 1970; the same job gives the same bytes */
  createdAt: number
} & (
  | { layout?: 'report'; document: ReportDocument; data?: undefined }
  /** `data`: JSON text attached to the file; a final report's is made of its document */
  | { layout: 'review'; document: PrintedReview; data: string }
  | { layout: 'minutes'; document: MinutesDocument; data: string }
)

export type PrintedLooks = { brand: string | null; accent: string | null; logo: { svg: string; alt: string } | null }

export type PdfMade = { pdf: Uint8Array; pages: number; replaced: string[] }

export const reportTemplate = path.join(import.meta.dirname, 'report.typ')
export const reviewTemplate = path.join(import.meta.dirname, 'review.typ')
export const minutesTemplate = path.join(import.meta.dirname, 'minutes.typ')
const templates = { report: reportTemplate, review: reviewTemplate, minutes: minutesTemplate } as const

type Options = { template?: string; standard?: PdfStandard | null; fonts?: Fonts }

/**
 * Makes the PDF in this process. It holds the thread for as long as it takes: the product calls it in a child process only.
 * Options are for tests that need a faulty file.
 * @throws with the compiler's own words when the template or the standard is broken
 */
export function compileReport(
  job: PdfJob,
  { template, standard = job.standard ?? 'ua-1', fonts = loadFonts() }: Options = {},
): PdfMade {
  const make = printable(fonts.has)
  const report = JSON.stringify({ ...printableCopy(printedDocument(job, fonts), make), ...job.dressing })
  const { files, families } = fonts.drawing(report)
  const compiler = compilerWith(files)
  // What the compiler remembers of another report is of no use for this one: its data belong to everything that it remembers.
  compiler.evictCache(0)
  const compiled = compiler.compile({
    mainFileContent: template ?? fs.readFileSync(templates[job.layout ?? 'report'], 'utf8'),
    inputs: { report, fonts: JSON.stringify(families), data: attachedData(job).toWellFormed() },
  })
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
  const pdf = compiler.pdf(compiled.result, {
    ...(standard && { pdfStandard: standard }),
    creationTimestamp: job.createdAt,
  })
  return { pdf: packedPdf(pdf), pages: compiled.result.numOfPages, replaced: make.replaced() }
}

const isReport = (job: PdfJob): job is Extract<PdfJob, { layout?: 'report' }> => (job.layout ?? 'report') === 'report'

function printedDocument(job: PdfJob, { widths }: Fonts): object {
  if (isReport(job)) return { ...job.document, sections: withPrintedTables(job.document.sections, widths) }
  return job.layout === 'review' ? withFittedTables(job.document, widths) : job.document
}

const attachedData = (job: PdfJob): string =>
  isReport(job) ? JSON.stringify(documentData(job.document), null, 1) : job.data
