import { type Address, readPath } from '@/lib/status-reports/fields/model'
import type { ReportEventType, ReportState } from '@/lib/status-reports/model'

/** A period that ends after the report's own, and how far it has come. */
export type LaterPeriod = {
  key: string
  to: string
  published: boolean
  /** State of the same unit's report in it; null when it has none */
  report: ReportState | null
}

/** How far an approved or published report opens again, and when only its texts do, because of which later period. */
export type Reopening = { scope: 'full' } | { scope: 'texts'; because: 'published' | 'report'; periodKey: string }

/**
 * Everything opens when nothing builds on the report. A later period builds on it when it has been published, or when the
 * unit's own report in it has been begun: sums and comparisons have been made of the figures. Then only texts open, and
 * the first such period is told as the reason. Source: the product description, "The reporting round".
 */
export function reopeningOf(later: readonly LaterPeriod[]): Reopening {
  const building = later
    .filter(({ published, report }) => published || (report !== null && report !== 'not_started'))
    .toSorted((a, b) => (a.to < b.to ? -1 : 1))
  const [first] = building
  if (!first) return { scope: 'full' }
  return { scope: 'texts', because: first.published ? 'published' : 'report', periodKey: first.key }
}

const textFields: readonly Address['field'][] = ['reason', 'text', 'change']

/** Whether a field only tells in words: figures, lights, states and a proposed plan change are built on and are not. */
export function isText(path: string): boolean {
  const address = readPath(path)
  return address !== null && textFields.includes(address.field)
}

/** What the unit's report can tell of: its rows by id, and the fields that it has already. */
export type Subjects = {
  actionIds: readonly string[]
  toimintamalliIds: readonly string[]
  paths: readonly string[]
}

const fixedTexts = [
  'overall/reason',
  'actions/general/text',
  'results/text',
  'nextSteps/text',
  'deviations/text',
  'risks/text',
]

/** Every text field of a report, written or not, for a reopening that opens these and nothing else. */
export function textPaths({ actionIds, toimintamalliIds, paths }: Subjects): string[] {
  const possible = [
    ...fixedTexts,
    ...actionIds.map((id) => `actions/${id}/text`),
    ...toimintamalliIds.map((id) => `toimintamallit/${id}/change`),
    ...paths,
  ]
  return [...new Set(possible.filter(isText))].sort()
}

/** The reopening that the report is still written under: none has followed it that closed the report again. */
export function openReopening<Event extends { type: ReportEventType }>(events: readonly Event[]): Event | null {
  const last = events.findLast(({ type }) => type === 'reopened' || type === 'approved')
  return last?.type === 'reopened' ? last : null
}
