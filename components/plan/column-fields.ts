import type { RecordPart } from '@/components/ui/record-fields'
import type { PhaseTable, ScheduleColumn } from '@/lib/plan/schedule/model'
import type { Words } from '@/lib/platform/words'
import { formatTimeCode } from '@/lib/values/format'
import { parseTime } from '@/lib/values/parse-time'
import { timeSpanFromCode } from '@/lib/values/time'

/** A column of a schedule: its name, its time if it is one, and where it stands. A new one stands last. */
export function columnFields(t: Words, { columns }: PhaseTable, column: ScheduleColumn | null): RecordPart[] {
  const others = columns.filter(({ id }) => id !== column?.id)
  const at = column ? columns.indexOf(column) : columns.length
  const code = column?.timeCode ?? null
  return [
    { as: 'line', name: 'label', label: t('plan.field.label'), known: column?.label ?? '' },
    {
      as: 'line',
      name: 'time',
      label: t('plan.field.time'),
      help: t('plan.field.timeHelp'),
      optional: t('ui.optional'),
      known: code === null ? '' : typedTime(code),
    },
    {
      as: 'choice',
      name: 'afterId',
      label: t('plan.field.after'),
      options: others.map(({ id, label }) => ({ value: id, label: t('plan.field.afterColumn', { column: label }) })),
      empty: t('plan.field.afterFirst'),
      known: columns[at - 1]?.id ?? '',
    },
  ]
}

/** A time as people write it, where that is understood again; else its code. */
function typedTime(code: string): string {
  if (!timeSpanFromCode(code).ok) return code
  const written = formatTimeCode(code, 'fi')
  return parseTime(written).ok ? written : code
}
