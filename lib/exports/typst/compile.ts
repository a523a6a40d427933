import fs from 'node:fs'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { ReportDocument } from '../../final-report/document/model.ts'
import type { PdfStandard } from '../../final-report/export/model.ts'
import type { MinutesDocument } from '../../meetings/minutes/model.ts'
import { type Fonts, loadFonts } from './fonts.ts'
import { printable, printableCopy } from './printable.ts'
import type { PrintedReview } from './review-document.ts'

/** Everything that the maker of the file is told; plain data, so that it can be sent to another process. */
export type PdfJob = {
  document: ReportDocument | PrintedReview | MinutesDocument
  /** Which template lays it out; the final report's when none is named */
  layout?: keyof typeof templates
  /** PDF/UA-1 when none is named: the maker of the file takes one standard at a time */
  standard?: PdfStandard
  /** What a final report is dressed in: the county's looks, and its pictures as drawings by the id of their file */
  dressing?: { looks?: PrintedLooks; pictures: Record<string, string> }
  /** JSON text attached to the file */
  data: string
  /** Seconds since 1970; the same job gives the same bytes */
  createdAt: number
}

export type PrintedLooks = { brand: string | null; accent: string | null; logo: { svg: string; alt: string } | null }

export type PdfMade = { pdf: Uint8Array; pages: number; replaced: string[] }

export const reportTemplate = path.join(import.meta.dirname, 'report.typ')
export const reviewTemplate = path.join(import.meta.dirname, 'review.typ')
export const minutesTemplate = path.join(import.meta.dirname, 'minutes.typ')
const templates = { report: reportTemplate, review: reviewTemplate, minutes: minutesTemplate }

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
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.files.map((file) => Buffer.from(file)) }] })
  const report = JSON.stringify({ ...printableCopy(job.document, make), ...job.dressing })
  const compiled = compiler.compile({
    mainFileContent: template ?? fs.readFileSync(templates[job.layout ?? 'report'], 'utf8'),
    inputs: {
      report,
      fonts: JSON.stringify(familiesFor(report, fonts.families)),
      data: job.data.toWellFormed(),
    },
  })
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
  const pdf = compiler.pdf(compiled.result, {
    ...(standard && { pdfStandard: standard }),
    creationTimestamp: job.createdAt,
  })
  const made = { pdf, pages: compiled.result.numOfPages, replaced: make.replaced() }
  // What the compiler remembers is of no use for the next report: its data belong to everything that was remembered.
  compiler.evictCache(0)
  return made
}

/**
 * The families that the text needs. What a family covers is told only when the text has something that it does not cover: the
 * compiler looks at every piece of text for it, which takes a quarter of its time.
 */
function familiesFor(text: string, families: Fonts['families']): Fonts['families'] {
  const characters = [...new Set(text)]
  return families.map(({ name, covers }) => {
    const pattern = covers === undefined ? null : new RegExp(covers, 'u')
    return pattern && characters.some((character) => !pattern.test(character)) ? { name, covers } : { name }
  })
}
