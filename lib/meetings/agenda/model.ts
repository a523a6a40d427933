import type { ActionPointRow } from '@/lib/meetings/action-points/model'
import type { AttachmentRow } from '@/lib/meetings/attachments/model'
import type { Concern } from '@/lib/meetings/decisions/model'

/** § of a meeting with everything that hangs on it. */
export type ItemRow = {
  id: string
  number: number | null
  title: string
  proposal: string | null
  background: string | null
  discussion: string[]
  presenterRole: string | null
  /** Personal data: null for those who may not know names */
  presenterName: string | null
  workPackage: { id: string; title: string } | null
  planChange: { id: string; title: string } | null
  decisions: ItemDecision[]
  actionPoints: ActionPointRow[]
  attachments: AttachmentRow[]
  version: number
}

export type ItemDecision = {
  id: string
  text: string
  decidedOn: string | null
  decidedAsWritten: string | null
  concerns: Concern[]
  version: number
}

/**
 * The numbers the items will get when the meeting is checked, in order, going on from the body's last one in the year. Null
 * for an item that keeps what it came with, and for all while the year is not known.
 * @param last the body's last number in the year of the meeting; null when the meeting has no day
 */
export function expectedNumbers(
  items: readonly Pick<ItemRow, 'id' | 'number'>[],
  last: number | null,
): Map<string, number> {
  if (last === null) return new Map()
  const waiting = items.filter(({ number }) => number === null)
  return new Map(waiting.map(({ id }, index) => [id, last + index + 1]))
}

/** Discussion as it is typed: one point per line. */
export function pointsOf(text: string): string[] {
  return text
    .split('\n')
    .map((point) => point.trim())
    .filter((point) => point !== '')
}
