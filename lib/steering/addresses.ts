import { steeringAddress } from '@/lib/projects/addresses'

/** The query part that names an earlier publication; empty for the newest one. */
function versionQuery(version: number | null): string {
  return version === null ? '' : `?version=${version}`
}

/** One publication of a period; null is the newest, whichever that is when the page is opened. */
export function versionAddress(projectKey: string, periodKey: string, version: number | null): string {
  return steeringAddress(projectKey, periodKey) + versionQuery(version)
}

/** A unit compared with another published period, each by its newest publication. */
export function publishedDifferencesAddress(projectKey: string, periodKey: string, unitId: string): string {
  return `${publishedUnitAddress(projectKey, periodKey, unitId, null)}/differences`
}

/** A unit as it stands in a publication. */
export function publishedUnitAddress(
  projectKey: string,
  periodKey: string,
  unitId: string,
  version: number | null,
): string {
  return `${steeringAddress(projectKey, periodKey)}/${unitId}${versionQuery(version)}`
}
