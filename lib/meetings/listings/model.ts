import type { OpenActionPoint } from '@/lib/meetings/action-points/model'
import { type DecisionRow, dayOfDecision } from '@/lib/meetings/decisions/model'
import { meetingStateLabels } from '@/lib/meetings/labels'
import type { Words } from '@/lib/platform/words'
import { type Listing, lines, listingOf } from '@/lib/values/listing'

/** Decisions with where they were made and what they concern. */
export function decisionListing(t: Words, title: string, rows: readonly DecisionRow[]): Listing {
  return listingOf({ name: 'decisions', title }, rows, [
    [t('listings.column.decidedDay'), 'day', (row) => dayOfDecision(row)],
    [t('listings.column.timeAsWritten'), 'text', (row) => row.decidedAsWritten],
    [t('listings.column.body'), 'text', (row) => row.meeting?.body],
    [t('listings.column.meeting'), 'text', (row) => row.meeting?.title],
    [t('listings.column.minutes'), 'text', (row) => row.meeting && t(meetingStateLabels[row.meeting.state])],
    [t('listings.column.section'), 'count', (row) => row.meeting?.number],
    [t('listings.column.item'), 'text', (row) => row.meeting?.itemTitle],
    [t('listings.column.decision'), 'text', (row) => row.text],
    [t('listings.column.concerns'), 'text', (row) => lines(row.concerns.map((concern) => concern.title))],
  ])
}

/** What was agreed on and is not done. */
export function actionPointListing(t: Words, title: string, rows: readonly OpenActionPoint[]): Listing {
  return listingOf({ name: 'action_points', title }, rows, [
    [t('listings.column.actionPoint'), 'text', (row) => row.text],
    [t('listings.column.responsible'), 'text', (row) => row.responsibleRole],
    [t('listings.column.dueOn'), 'day', (row) => row.dueOn],
    [t('listings.column.body'), 'text', (row) => row.meeting.body],
    [t('listings.column.meeting'), 'text', (row) => row.meeting.title],
    [t('listings.column.meetingDay'), 'day', (row) => row.meeting.heldOn],
    [t('listings.column.item'), 'text', (row) => row.itemTitle],
  ])
}
