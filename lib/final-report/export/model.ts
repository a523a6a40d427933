import { dateInHelsinki } from '@/lib/values/calendar'
import { plainName } from '@/lib/values/file-names'

/** Accessible for readers (PDF/UA-1), or for the archive (PDF/A-3a). */
export const pdfStandards = ['ua-1', 'a-3a'] as const
export type PdfStandard = (typeof pdfStandards)[number]

export const isPdfStandard = (text: string): text is PdfStandard => pdfStandards.some((one) => one === text)

/** A picture of a report with its bytes. */
export type Picture = { id: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }

/** How a report is drawn, besides its document. */
export type Drawing = { standard: PdfStandard; pictures: readonly Picture[] }

/** What a report is made into: a PDF of either standard, or a Word document. */
export type ReportFileKind = PdfStandard | 'docx'

const endings: Record<ReportFileKind, string> = { 'ua-1': '.pdf', 'a-3a': '-pdfa.pdf', docx: '.docx' }

/** `kkk2-loppuraportti-2025-11-21.pdf`: safe on every system, and sorts by day; the archive's copy says `-pdfa`. */
export function fileName({ key }: { key: string }, at: Date, heading: string, kind: ReportFileKind): string {
  return `${key}-${plainName(heading)}-${dateInHelsinki(at)}${endings[kind]}`
}
