import { itemKindLabels } from '@/lib/communications/labels'
import { communicationItemKinds } from '@/lib/communications/model'
import type { SnapshotCommunication } from '@/lib/rounds/snapshot/model'
import type { ReviewBlock, ReviewPage, Run } from '@/lib/steering/review/model'
import { boardHref, joined, type ReviewContext, run } from '@/lib/steering/review/runs/model'
import { table } from '@/lib/steering/review/tables/model'
import { formatDate } from '@/lib/values/format'

/** The communication plan and what was done of it. */
export function communicationPages(context: ReviewContext): ReviewPage[] {
  const { t, body } = context
  const rows = body.communications
  const roles = [...new Set(rows.flatMap((row) => row.responsibleRole ?? []))]
  const blocks: ReviewBlock[] =
    rows.length === 0
      ? [{ kind: 'paragraph', label: null, runs: [run(t('steering.communications.none'))] }]
      : [
          table({
            caption: t('steering.communications.title'),
            columns: [
              { title: t('steering.communications.topic'), weight: 3 },
              ...communicationItemKinds.map((kind) => ({ title: t(itemKindLabels[kind]), weight: 4 })),
              { title: t('steering.communications.channels'), weight: 2 },
              { title: t('steering.communications.state'), weight: 2 },
            ],
            rows: rows.map((row) => cells(context, row)),
          }),
        ]
  return [
    {
      id: 'communications',
      kind: 'register',
      title: t('steering.communications.title'),
      lead: [
        ...(body.project.communicationMessage ? [run(`${body.project.communicationMessage}. `)] : []),
        ...(roles.length > 0 ? [run(t('steering.communications.responsible', { role: roles.join(', ') }))] : []),
      ],
      light: null,
      blocks,
      notes: [],
      href: boardHref(context, 'communications'),
    },
  ]
}

function cells({ t }: ReviewContext, row: SnapshotCommunication): Run[][] {
  const items = (kind: SnapshotCommunication['items'][number]['kind']) =>
    joined(
      row.items
        .filter((item) => item.kind === kind)
        .map(({ text, url, happenedOn }) => [
          url ? { text, href: url } : run(text),
          ...(happenedOn ? [run(` (${formatDate(happenedOn, t.locale)})`)] : []),
        ]),
      '; ',
    )
  const about = [row.audience, row.aim].filter((text) => text !== null)
  return [
    [run([row.topic, ...about].join('. '))],
    ...communicationItemKinds.map(items),
    [run(row.channels.join(', '))],
    [run([row.statusText, row.dateAsWritten].filter(Boolean).join(', '))],
  ]
}
