import { periodPart } from '@/components/finance/forms/fields'
import type { RecordPart } from '@/components/ui/record-fields'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'

/** A table from a spreadsheet, and the period of its rows that name none. */
export function pasteParts(t: Words, periods: readonly PeriodHeader[]): RecordPart[] {
  return [
    periodPart(t, periods, t('finance.paste.periodHelp')),
    { as: 'text', name: 'text', label: t('finance.paste.text'), help: t('finance.paste.textHelp'), rows: 12 },
  ]
}
