import type { MeetingState } from '@/lib/meetings/model'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

/** What a decision may concern; a decision may concern several things of several kinds. */
export const concernKinds = [
  'work_package',
  'toimintamalli',
  'investment',
  'purchase',
  'plan_change',
  'section',
] as const
export type ConcernKind = (typeof concernKinds)[number]

/** Column of a decision's subject that points at a thing of this kind. */
export const concernColumns = {
  work_package: 'workPackageId',
  toimintamalli: 'toimintamalliId',
  investment: 'investmentId',
  purchase: 'purchaseId',
  plan_change: 'planChangeId',
  section: 'sectionId',
} as const satisfies Record<ConcernKind, string>
export type ConcernColumn = (typeof concernColumns)[ConcernKind]

/** One thing, named by its column: `{ workPackageId: … }`. */
export type ConcernedThing = { [Column in ConcernColumn]: Record<Column, string> }[ConcernColumn]

export type Concern = { kind: ConcernKind; id: string; title: string }

/** päätös, with where it was made; without a meeting when it is only told of in a report. */
export type DecisionRow = {
  id: string
  text: string
  decidedOn: string | null
  decidedAsWritten: string | null
  meeting: {
    id: string
    title: string
    body: string
    heldOn: string | null
    state: MeetingState
    itemId: string
    itemTitle: string
    number: number | null
  } | null
  concerns: Concern[]
}

/** "Hankkeiden ohjausryhmä, § 4, 15.12.2025: Jatketaan." What is not known of its place is left out. */
export function decisionText(decision: DecisionRow, { locale }: Pick<Words, 'locale'>): string {
  const { meeting, text, decidedAsWritten } = decision
  const day = dayOfDecision(decision)
  const place = [
    meeting?.title,
    meeting?.number && `§ ${meeting.number}`,
    day ? formatDate(day, locale) : decidedAsWritten,
  ].filter(Boolean)
  return place.length > 0 ? `${place.join(', ')}: ${text}` : text
}

/** The day of a decision: its own, else that of its meeting. */
export function dayOfDecision({ decidedOn, meeting }: Pick<DecisionRow, 'decidedOn' | 'meeting'>): string | null {
  return decidedOn ?? meeting?.heldOn ?? null
}
