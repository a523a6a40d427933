import type { DocumentLooks, ReportDocument } from '../../final-report/document/model.ts'
import type { Picture } from '../../final-report/export/model.ts'

/** Everything that the maker of the file is told; plain data, so that it can be sent to another process. */
export type DocxJob = {
  document: Omit<ReportDocument, 'looks'>
  looks: DocumentLooks | null
  pictures: readonly Picture[]
  /** Milliseconds since 1970; the same job gives the same bytes */
  createdAt: number
}

/** `pages`: as the pages were counted for the contents; `replaced`: characters that XML cannot hold, by code point. */
export type DocxMade = { docx: Uint8Array; pages: number; replaced: string[] }

/** Measures in twentieths of a point, as the format counts: A4 with the margins of the printed report. */
export const page = { short: 11906, long: 16838, margin: 1361 } as const

export const textWidth = (isLying: boolean): number => (isLying ? page.long : page.short) - 2 * page.margin
