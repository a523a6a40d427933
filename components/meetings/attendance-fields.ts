import type { FieldGroup, RecordField } from '@/components/ui/record-fields'
import type { AttendanceRow } from '@/lib/meetings/model'
import { attendanceRows } from '@/lib/meetings/schema'
import type { Words } from '@/lib/platform/words'

const emptyRows = 4

/** The fields of everybody who took part, and a few empty rows after them. */
export function attendanceFields(t: Words, rows: readonly AttendanceRow[]): FieldGroup[] {
  const count = Math.min(attendanceRows, Math.max(rows.length, 2) + emptyRows)
  const optional = t('ui.optional')
  return Array.from({ length: count }, (_, index) => {
    const row = rows[index]
    const line = (part: string, key: string, value: string | null | undefined): RecordField => ({
      as: 'line',
      name: `${part}/${index}`,
      label: t(key),
      optional: part === 'role' ? undefined : optional,
      known: value ?? '',
    })
    return {
      as: 'group',
      name: `person/${index}`,
      label: t('meetings.attendance.person', { no: index + 1 }),
      layout: 'grid',
      fields: [
        line('role', 'meetings.attendance.role', row?.role),
        line('name', 'meetings.attendance.name', row?.name),
        {
          as: 'choice',
          name: `present/${index}`,
          label: t('meetings.attendance.present'),
          options: [
            { value: 'yes', label: t('meetings.attendance.yes') },
            { value: 'no', label: t('meetings.attendance.no') },
          ],
          known: row?.present === false ? 'no' : 'yes',
        },
        line('note', 'meetings.attendance.note', row?.note),
      ],
    }
  })
}
