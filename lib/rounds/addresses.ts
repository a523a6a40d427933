import { roundAddress } from '@/lib/projects/addresses'
import { reportAddress } from '@/lib/status-reports/addresses'

/** Where the days of a period are changed. */
export function periodDaysAddress(projectKey: string, periodKey: string): string {
  return `${roundAddress(projectKey, periodKey)}/days`
}

/** Where a period is checked and published. */
export function publishAddress(projectKey: string, periodKey: string): string {
  return `${roundAddress(projectKey, periodKey)}/publish`
}

/** Where a unit is given a last day of its own in a period. */
export function exceptionAddress(projectKey: string, periodKey: string, unitId: string): string {
  return `${reportAddress(projectKey, periodKey, unitId)}/exception`
}
