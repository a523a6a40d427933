import { roundAddress } from '@/lib/projects/addresses'

/** Where one unit's report of a period is read and reviewed. */
export function reportAddress(projectKey: string, periodKey: string, unitId: string): string {
  return `${roundAddress(projectKey, periodKey)}/${encodeURIComponent(unitId)}`
}

/** Where it is written; a field's own place can be given. */
export function reportFormAddress(projectKey: string, periodKey: string, unitId: string): string {
  return `${reportAddress(projectKey, periodKey, unitId)}/edit`
}

/** Where its indicators are written as a grid. */
export function reportGridAddress(projectKey: string, periodKey: string, unitId: string): string {
  return `${reportAddress(projectKey, periodKey, unitId)}/grid`
}

/** Where it is compared with the unit's report of another period: the one before, unless chosen there. */
export function differencesAddress(projectKey: string, periodKey: string, unitId: string): string {
  return `${reportAddress(projectKey, periodKey, unitId)}/differences`
}

/** Where one figure of an approved report is corrected, by its path. */
export function correctionAddress(projectKey: string, periodKey: string, unitId: string, path: string): string {
  return `${reportAddress(projectKey, periodKey, unitId)}/correct?field=${encodeURIComponent(path)}`
}

/** The path that an address of a correction names; null when it names none. */
export function correctedPath(query: { field?: string | string[] }): string | null {
  return typeof query.field === 'string' && query.field !== '' ? query.field : null
}

/** Where a step of the report stands in its timeline. */
export const eventAnchor = (eventId: string): string => `event-${eventId}`
