import type { SnapshotAgendaItem, SnapshotMeeting } from '@/lib/rounds/snapshot/meetings/model'
import type { SnapshotBody, SnapshotPlanChange } from '@/lib/rounds/snapshot/model'
import { addDays } from '@/lib/values/calendar'

export type AskedItem = { meeting: SnapshotMeeting; item: SnapshotAgendaItem }

export type Asked = {
  /** Proposals to the meeting that handles the period, which has not decided on them yet */
  items: AskedItem[]
  /** Changes of the plan that wait for a decision and stand on no such agenda */
  planChanges: SnapshotPlanChange[]
}

export type MadeDecision = AskedItem & {
  decision: SnapshotAgendaItem['decisions'][number]
  /** The day of the decision, else of the meeting */
  day: string | null
}

/** What the steering group is asked to decide. */
export function askedOf(body: SnapshotBody): Asked {
  const items = body.meetings
    .filter((meeting) => meeting.handles)
    .flatMap((meeting) => meeting.items.map((item) => ({ meeting, item })))
    .filter(({ item }) => item.proposal !== null && item.decisions.length === 0)
  const onAgenda = new Set(items.map(({ item }) => item.planChangeId))
  return {
    items,
    planChanges: body.planChanges.filter(
      ({ id, state }) => (state === 'proposed' || state === 'in_preparation') && !onAgenda.has(id),
    ),
  }
}

/** What has been decided, the newest first: after the given day or at an unknown time, and before. */
export function madeSince(
  body: SnapshotBody,
  lastDay: string | null,
): { fresh: MadeDecision[]; older: MadeDecision[] } {
  const after = lastDay ?? addDays(body.period.from, -1)
  const made = body.meetings
    .flatMap((meeting) =>
      meeting.items.flatMap((item) =>
        item.decisions.map((decision): MadeDecision => {
          return { meeting, item, decision, day: decision.decidedOn ?? meeting.heldOn }
        }),
      ),
    )
    .sort((a, b) => ((a.day ?? '9') < (b.day ?? '9') ? 1 : (a.day ?? '9') > (b.day ?? '9') ? -1 : 0))
  const isFresh = ({ day }: MadeDecision) => day === null || day > after
  return { fresh: made.filter(isFresh), older: made.filter((one) => !isFresh(one)) }
}
