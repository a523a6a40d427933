import { roundAddress } from '@/lib/projects/addresses'

/** Where one unit's report of a period is read and reviewed. */
export function reportAddress(projectKey: string, periodKey: string, unitId: string): string {
  return `${roundAddress(projectKey, periodKey)}/${encodeURIComponent(unitId)}`
}

/** Where it is written; a field's own place can be given. */
export function reportFormAddress(projectKey: string, periodKey: string, unitId: string): string {
  return `${reportAddress(projectKey, periodKey, unitId)}/edit`
}
