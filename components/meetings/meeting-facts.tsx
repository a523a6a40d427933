import { DataTable } from '@/components/ui/data-table'
import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'
import type { AttendanceRow, MeetingFacts } from '@/lib/meetings/model'
import type { Words } from '@/lib/platform/words'
import { formatDate, formatPeriodKey } from '@/lib/values/format'

/** When, where and by whom the meeting was held; what is not known says so. */
export function MeetingFactsList({ t, facts }: { t: Words; facts: MeetingFacts }) {
  const { body, heldOn, dateAsWritten, timeAsWritten, place, period, chairRole, secretaryRole, note } = facts
  const unknown = <span className="unknown">{t('meetings.unknown')}</span>
  const day = heldOn ? formatDate(heldOn, t.locale) : dateAsWritten
  return (
    <DefinitionList
      items={[
        { term: t('meetings.field.body'), value: body },
        { term: t('meetings.field.heldOn'), value: day ?? unknown },
        { term: t('meetings.field.time'), value: timeAsWritten ?? unknown },
        { term: t('meetings.field.place'), value: place ?? unknown },
        { term: t('meetings.field.chair'), value: chairRole ?? unknown },
        { term: t('meetings.field.secretary'), value: secretaryRole ?? unknown },
        ...(period ? [{ term: t('meetings.field.period'), value: formatPeriodKey(period.key, t.locale) }] : []),
        ...(note ? [{ term: t('meetings.field.note'), value: note }] : []),
      ]}
    />
  )
}

type Props = { t: Words; rows: readonly AttendanceRow[]; withoutNames: boolean; change: string | null }

/** Who took part, by role; names only for those who may know them. */
export function AttendanceTable({ t, rows, withoutNames, change }: Props) {
  const hasNames = !withoutNames && rows.some(({ name }) => name !== null)
  return (
    <Section
      id="attendance"
      title={t('meetings.attendance.title')}
      actions={change && <a href={change}>{t('meetings.attendance.change')}</a>}
    >
      <DataTable
        caption={t('meetings.attendance.title')}
        hideCaption
        columns={[
          { key: 'role', header: t('meetings.attendance.role') },
          ...(hasNames ? [{ key: 'name', header: t('meetings.attendance.name') }] : []),
          { key: 'present', header: t('meetings.attendance.present') },
          { key: 'note', header: t('meetings.attendance.note') },
        ]}
        rows={rows.map(({ id, role, name, present, note }) => ({
          key: id,
          cells: [
            role,
            ...(hasNames ? [name ?? ''] : []),
            t(present ? 'meetings.attendance.yes' : 'meetings.attendance.no'),
            note ?? '',
          ],
        }))}
        empty={<p className="text-muted">{t('meetings.attendance.none')}</p>}
      />
    </Section>
  )
}
