import type { ReportSection } from '@/lib/status-reports/fields/model'

/** A paragraph of an approved quarterly report that can be picked into the final report. */
export type PickedParagraph = { reportId: string; path: string; text: string }

/** The paragraphs of one report, in its order. */
export type PickableReport = {
  reportId: string
  periodKey: string
  unitTitle: string
  paragraphs: (PickedParagraph & { section: ReportSection })[]
}

/** Where a picked text is from, and the way there. */
export type Origin = { reportId: string; projectKey: string; periodKey: string; unitId: string; unitTitle: string }

// A word or two is a state or a heading and says nothing by itself.
const shortest = 20

/** The paragraphs of a field: what empty lines keep apart. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph.length >= shortest)
}
