import fs from 'node:fs'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { ReportDocument } from '../../final-report/document/model.ts'
import type { MinutesDocument } from '../../meetings/minutes/model.ts'
import { type Fonts, loadFonts } from './fonts.ts'
import { printable, printableCopy } from './printable.ts'
import type { PrintedReview } from './review-document.ts'

/** Everything that the maker of the file is told; plain data, so that it can be sent to another process. */
export type PdfJob = {
  document: ReportDocument | PrintedReview | MinutesDocument
  /** Which template lays it out; the final report's when none is named */
  layout?: keyof typeof templates
  /** JSON text attached to the file */
  data: string
  /** Seconds since 1970; the same job gives the same bytes */
  createdAt: number
}

export type PdfMade = { pdf: Uint8Array; pages: number; replaced: string[] }

export const reportTemplate = path.join(import.meta.dirname, 'report.typ')
export const reviewTemplate = path.join(import.meta.dirname, 'review.typ')
export const minutesTemplate = path.join(import.meta.dirname, 'minutes.typ')
const templates = { report: reportTemplate, review: reviewTemplate, minutes: minutesTemplate }

type Options = { template?: string; standard?: 'ua-1' | null; fonts?: Fonts }

/**
 * Makes the PDF in this process. It holds the thread for as long as it takes: the product calls it in a child process only.
 * Options are for tests that need a faulty file.
 * @throws with the compiler's own words when the template or the standard is broken
 */
export function compileReport(
  job: PdfJob,
  { template, standard = 'ua-1', fonts = loadFonts() }: Options = {},
): PdfMade {
  const make = printable(fonts.has)
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.files.map((file) => Buffer.from(file)) }] })
  const compiled = compiler.compile({
    mainFileContent: template ?? fs.readFileSync(templates[job.layout ?? 'report'], 'utf8'),
    inputs: {
      report: JSON.stringify(printableCopy(job.document, make)),
      fonts: JSON.stringify(fonts.families),
      data: job.data.toWellFormed(),
    },
  })
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
  const pdf = compiler.pdf(compiled.result, {
    ...(standard && { pdfStandard: standard }),
    creationTimestamp: job.createdAt,
  })
  return { pdf, pages: compiled.result.numOfPages, replaced: make.replaced() }
}
