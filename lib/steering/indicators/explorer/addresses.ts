import { indicatorsAddress } from '@/lib/projects/addresses'
import type { ExplorerChoice } from '@/lib/steering/indicators/explorer/model'
import { explorerQuery } from '@/lib/steering/indicators/explorer/schema'

/** The page of a choice; the plain page without one. */
export function explorerAddress(project: string, choice: ExplorerChoice | null = null): string {
  return `${indicatorsAddress(project)}/explorer${choice ? explorerQuery(choice) : ''}`
}

/** The values of a choice as a file. */
export function explorerDataAddress(project: string, choice: ExplorerChoice, format: string): string {
  return withLast(`/api${indicatorsAddress(project)}/explorer/data`, choice, `format=${format}`)
}

/** One chart of a choice as a picture, by its number on the page from 1. */
export function explorerPictureAddress(project: string, choice: ExplorerChoice, no: number, format: string): string {
  return withLast(`/api${indicatorsAddress(project)}/explorer/picture`, choice, `no=${no}&format=${format}`)
}

function withLast(path: string, choice: ExplorerChoice, last: string): string {
  const query = explorerQuery(choice)
  return `${path}${query}${query === '' ? '?' : '&'}${last}`
}
