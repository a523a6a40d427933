import { finalReportAddress } from '@/lib/projects/addresses'

export const previewAddress = (key: string): string => `${finalReportAddress(key)}/preview`
export const sectionAddress = (key: string, sectionId: string): string => `${finalReportAddress(key)}/${sectionId}`
export const editAddress = (key: string, sectionId: string): string => `${sectionAddress(key, sectionId)}/edit`
export const pdfAddress = (key: string): string => `/api/projects/${encodeURIComponent(key)}/final-report/pdf`
