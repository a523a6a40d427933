import type { StatisticsService, Titles } from '@/lib/statistics/model'

/** Something that can be followed: an entry of a catalogue, or a series that has been added with choices of its own. */
export type Found = Titles & {
  service: StatisticsService
  code: string
  producer: string | null
  dataUpdatedOn: string | null
  /** Null: not a series yet */
  seriesId: string | null
  /** Choices in words: "measure=87578"; empty where there are none */
  choices: string
}

/** How many are shown at once. */
export const mostFound = 50

/** What is searched for: every word of it must be found, in a title or as the code itself. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\s+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .slice(0, 8)
}
