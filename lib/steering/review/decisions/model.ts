import type { SnapshotAgendaItem, SnapshotMeeting } from '@/lib/rounds/snapshot/meetings/model'
import type { ReviewBlock, ReviewPage, Run } from '@/lib/steering/review/model'
import { boardHref, figure, joined, type ReviewContext, run, strong, unitRun } from '@/lib/steering/review/runs/model'
import { table } from '@/lib/steering/review/tables/model'
import { formatDate } from '@/lib/values/format'

/** What is asked of the meeting that handles this review, and what meetings up to the end of the period decided. */
export function decisionPages(context: ReviewContext): ReviewPage[] {
  const { t, body } = context
  const asked = body.meetings.filter((meeting) => meeting.handles)
  const made = body.meetings.flatMap((meeting) =>
    meeting.items.flatMap((item) => item.decisions.map((decision) => ({ meeting, item, decision }))),
  )
  const page = (id: string, title: string, blocks: ReviewBlock[]): ReviewPage => ({
    id,
    kind: 'register',
    title,
    lead: [],
    light: null,
    blocks,
    notes: [],
    href: boardHref(context, 'decisions'),
  })
  const questions = asked.flatMap((meeting) => askedBlocks(context, meeting))
  const none: ReviewBlock[] = [
    { kind: 'paragraph', label: null, runs: [strong(t('steering.decisions.none')), run('. ')] },
    { kind: 'paragraph', label: null, runs: [run(t('steering.decisions.noneText'))] },
  ]
  if (questions.length === 0 && made.length === 0) return [page('decisions', t('review.section.decisions'), none)]
  return [
    ...(questions.length > 0 ? [page('decisions-asked', t('review.decisions.asked'), questions)] : []),
    ...(made.length > 0
      ? [
          page('decisions-made', t('review.decisions.made'), [
            table({
              caption: t('review.decisions.made'),
              columns: ['item', 'decision', 'meeting'].map((key, index) => ({
                title: t(`review.decisions.${key}`),
                weight: [3, 5, 3][index] ?? 1,
              })),
              rows: made.map(({ meeting, item, decision }) => [
                [run(itemTitle(item))],
                joined(
                  [[figure(context, 'decision', decision.id, decision.text)], concerned(context, decision.concerns)],
                  ' ',
                ),
                [run([meeting.body, dayOf(context, decision, meeting)].filter(Boolean).join(', '))],
              ]),
            }),
          ]),
        ]
      : []),
  ]
}

function askedBlocks(context: ReviewContext, meeting: SnapshotMeeting): ReviewBlock[] {
  const { t, body } = context
  const items = meeting.items.filter((item) => item.proposal !== null)
  if (items.length === 0) return []
  const day = meeting.heldOn ? formatDate(meeting.heldOn, t.locale) : meeting.dateAsWritten
  const about = (item: SnapshotAgendaItem): Run[] => {
    const unit = body.units.find((one) => one.id === item.workPackageId)
    const change = body.planChanges.find((one) => one.id === item.planChangeId)
    const runs = [
      ...(unit ? [unitRun(context, unit)] : []),
      ...(change ? [figure(context, 'plan_change', change.id, change.title)] : []),
    ]
    return runs.length > 0
      ? [
          run(' ('),
          ...joined(
            runs.map((one) => [one]),
            '; ',
          ),
          run(')'),
        ]
      : []
  }
  return [
    { kind: 'heading', text: [meeting.title, day].filter(Boolean).join(', ') },
    {
      kind: 'list',
      label: null,
      items: items.map((item) => [strong(`${itemTitle(item)}. `), run(item.proposal ?? ''), ...about(item)]),
    },
  ]
}

function itemTitle({ number, year, title }: SnapshotAgendaItem): string {
  return number === null ? title : `§ ${number}${year === null ? '' : `/${year}`} ${title}`
}

function dayOf(
  { t }: ReviewContext,
  { decidedOn, decidedAsWritten }: SnapshotAgendaItem['decisions'][number],
  { heldOn, dateAsWritten }: SnapshotMeeting,
): string | null {
  const day = decidedOn ?? heldOn
  return day ? formatDate(day, t.locale) : (decidedAsWritten ?? dateAsWritten)
}

/** The units, toimintamallit, purchases and changes that a decision is about, by name. */
function concerned(context: ReviewContext, concerns: SnapshotAgendaItem['decisions'][number]['concerns']): Run[] {
  const { body } = context
  const runs = concerns.flatMap(({ kind, id }): Run[] => {
    if (kind === 'work_package') return body.units.filter((one) => one.id === id).map((one) => unitRun(context, one))
    if (kind === 'toimintamalli')
      return body.toimintamallit
        .filter((one) => one.id === id)
        .map((one) => figure(context, 'toimintamalli', id, one.name))
    if (kind === 'purchase')
      return body.finance.purchases
        .filter((one) => one.id === id)
        .map((one) => figure(context, 'purchase', id, one.title))
    if (kind === 'plan_change')
      return body.planChanges.filter((one) => one.id === id).map((one) => figure(context, 'plan_change', id, one.title))
    return body.investments.filter((one) => one.id === id).map((one) => run(one.code ?? one.title))
  })
  return runs.length > 0
    ? [
        run('('),
        ...joined(
          runs.map((one) => [one]),
          '; ',
        ),
        run(')'),
      ]
    : []
}
