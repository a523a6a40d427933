import { roundAddress } from '@/lib/projects/addresses'
import { reportAddress } from '@/lib/status-reports/addresses'

/** Where the days of a period are changed. */
export function periodDaysAddress(projectKey: string, periodKey: string): string {
  return `${roundAddress(projectKey, periodKey)}/days`
}

/** Where the indicators of all its reports are one grid. */
export function roundGridAddress(projectKey: string, periodKey: string): string {
  return `${roundAddress(projectKey, periodKey)}/grid`
}

/** Where figures of its reports are filled in as a spreadsheet. */
export function figureSheetsAddress(projectKey: string, periodKey: string): string {
  return `${roundAddress(projectKey, periodKey)}/sheet`
}

/** Where a sent one is looked at before it is taken. */
export function figureSheetAddress(projectKey: string, periodKey: string, sheetId: string): string {
  return `${figureSheetsAddress(projectKey, periodKey)}/${sheetId}`
}

/** Where the form comes from, of one unit or of all one's own, and where a filled-in one is sent. */
export function figureSheetFileAddress(projectKey: string, periodKey: string, unitId?: string): string {
  const file = `/api/projects/${encodeURIComponent(projectKey)}/rounds/${encodeURIComponent(periodKey)}/sheet`
  return unitId === undefined ? file : `${file}?unit=${encodeURIComponent(unitId)}`
}

/** Where a period is checked and published. */
export function publishAddress(projectKey: string, periodKey: string): string {
  return `${roundAddress(projectKey, periodKey)}/publish`
}

/** Where a unit is given a last day of its own in a period. */
export function exceptionAddress(projectKey: string, periodKey: string, unitId: string): string {
  return `${reportAddress(projectKey, periodKey, unitId)}/exception`
}
