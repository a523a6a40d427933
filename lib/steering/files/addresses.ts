import { steeringAddress } from '@/lib/projects/addresses'

/** Where the files of a publication are chosen; null is the newest publication. */
export function filesAddress(projectKey: string, periodKey: string, version: number | null): string {
  return `${steeringAddress(projectKey, periodKey)}/files${version === null ? '' : `?version=${version}`}`
}

export const deckAddress = (projectKey: string, periodKey: string): string =>
  `${steeringAddress(projectKey, periodKey)}/deck`

export const reviewPdfAddress = (projectKey: string, periodKey: string): string =>
  `${steeringAddress(projectKey, periodKey)}/review-pdf`
