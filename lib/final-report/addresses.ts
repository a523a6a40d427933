import type { DocumentKind, DocumentPlace } from '@/lib/final-report/model'
import { planDocumentAddress } from '@/lib/plan/addresses'
import { finalReportAddress } from '@/lib/projects/addresses'

const documents: Record<DocumentKind, (key: string) => string> = {
  final_report: finalReportAddress,
  project_plan: planDocumentAddress,
}

/** The document of a project: both kinds have the same pages under their own address. */
export const documentAddress = ({ key, kind }: DocumentPlace): string => documents[kind](key)

/** Where the whole document is read: the page that references in it lead to. */
export const readAddress = (place: DocumentPlace): string =>
  place.kind === 'final_report' ? previewAddress(place.key) : documentAddress(place)
export const previewAddress = (key: string): string => `${finalReportAddress(key)}/preview`
export const sectionAddress = (place: DocumentPlace, sectionId: string): string =>
  `${documentAddress(place)}/${sectionId}`
export const editAddress = (place: DocumentPlace, sectionId: string): string =>
  `${sectionAddress(place, sectionId)}/edit`
export const checkAddress = (place: DocumentPlace): string => `${documentAddress(place)}/check`
export const findingAddress = (place: DocumentPlace, id: string): string => `${checkAddress(place)}/${id}`
export const lifeAddress = (key: string): string => `${finalReportAddress(key)}/life`
export const importAddress = (key: string): string => `${finalReportAddress(key)}/import`
export const importPreviewAddress = (key: string, id: string): string => `${importAddress(key)}/${id}`
/** Where a written report is sent to be read. */
export const importFileAddress = (key: string): string => `/api/projects/${encodeURIComponent(key)}/final-report/import`
export const archiveAddress = (key: string): string => `/api/projects/${encodeURIComponent(key)}/final-report/archive`
export const historyAddress = (place: DocumentPlace, sectionId: string): string =>
  `${sectionAddress(place, sectionId)}/history`
export const pdfAddress = (key: string): string => `/api/projects/${encodeURIComponent(key)}/final-report/pdf`
export const wordAddress = (key: string): string => `/api/projects/${encodeURIComponent(key)}/final-report/docx`
export const archivePdfAddress = (key: string): string => `${pdfAddress(key)}?standard=a-3a`

const sectionApi = (sectionId: string): string => `/api/final-report/${sectionId}`
/** Where the editor of a section saves it, has it checked, tells who writes it, and keeps its pictures. */
export const sectionSaveAddress = (sectionId: string): string => `${sectionApi(sectionId)}/blocks`
export const sectionCheckAddress = (sectionId: string): string => `${sectionApi(sectionId)}/check`
export const sectionPresenceAddress = (sectionId: string): string => `${sectionApi(sectionId)}/presence`
export const sectionPicturesAddress = (sectionId: string): string => `${sectionApi(sectionId)}/pictures`
export const sectionPicksAddress = (sectionId: string): string => `${sectionApi(sectionId)}/picks`
/** A picture of a report, for those who read the report. */
export const pictureAddress = (fileId: string): string => `/api/final-report/pictures/${fileId}`
