import { MarkPoint } from '@/components/meetings/action-points'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import { dueStateOf, type OpenActionPoint } from '@/lib/meetings/action-points/model'
import { itemAnchor, meetingAddress } from '@/lib/meetings/addresses'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  projectKey: string
  points: readonly OpenActionPoint[]
  /** Day on which lateness is judged */
  today: string
  mark: FormAction | null
}

/** What was agreed on and is not done yet, the earliest due day first. */
export function OpenPoints({ t, projectKey, points, today, mark }: Props) {
  const columns = [
    { key: 'text', header: t('meetings.field.actionPoint') },
    { key: 'by', header: t('meetings.field.responsible') },
    { key: 'due', header: t('meetings.field.dueOn') },
    { key: 'from', header: t('meetings.point.from') },
    ...(mark ? [{ key: 'mark', header: t('meetings.point.markDone'), hideHeader: true }] : []),
  ]
  return (
    <Section id="action-points" title={t('meetings.point.openTitle')}>
      <DataTable
        caption={t('meetings.point.openTitle')}
        hideCaption
        columns={columns}
        rows={points.map((point) => ({
          key: point.id,
          cells: [
            point.text,
            point.responsibleRole ?? { text: t('meetings.point.byUnknown'), unknown: true },
            dueCell(t, point, today),
            {
              text: point.meeting.title,
              href: `${meetingAddress(projectKey, point.meeting.id)}#${itemAnchor(point.itemId)}`,
              note: point.itemTitle,
            },
            ...(mark
              ? [<MarkPoint key={point.id} t={t} action={mark} values={valuesOf(projectKey, point)} point={point} />]
              : []),
          ],
        }))}
        empty={<p className="text-muted">{t('meetings.point.noneOpen')}</p>}
      />
    </Section>
  )
}

function valuesOf(projectKey: string, { itemId, meeting }: OpenActionPoint): Record<string, string> {
  return { project: projectKey, meetingId: meeting.id, itemId, back: 'decisions' }
}

function dueCell(t: Words, point: OpenActionPoint, today: string) {
  if (point.dueOn === null) return { text: t('meetings.point.noDue'), unknown: true }
  const text = formatDate(point.dueOn, t.locale)
  return dueStateOf(point, today) === 'late' ? { text, note: t('meetings.point.late') } : text
}
