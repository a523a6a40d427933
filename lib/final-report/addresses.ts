import { finalReportAddress } from '@/lib/projects/addresses'

export const previewAddress = (key: string): string => `${finalReportAddress(key)}/preview`
export const sectionAddress = (key: string, sectionId: string): string => `${finalReportAddress(key)}/${sectionId}`
export const editAddress = (key: string, sectionId: string): string => `${sectionAddress(key, sectionId)}/edit`
export const checkAddress = (key: string): string => `${finalReportAddress(key)}/check`
export const findingAddress = (key: string, id: string): string => `${checkAddress(key)}/${id}`
export const lifeAddress = (key: string): string => `${finalReportAddress(key)}/life`
export const importAddress = (key: string): string => `${finalReportAddress(key)}/import`
export const importPreviewAddress = (key: string, id: string): string => `${importAddress(key)}/${id}`
/** Where a written report is sent to be read. */
export const importFileAddress = (key: string): string => `/api/projects/${encodeURIComponent(key)}/final-report/import`
export const archiveAddress = (key: string): string => `/api/projects/${encodeURIComponent(key)}/final-report/archive`
export const historyAddress = (key: string, sectionId: string): string => `${sectionAddress(key, sectionId)}/history`
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
