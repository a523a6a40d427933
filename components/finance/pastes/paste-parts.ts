import { periodPart } from '@/components/finance/forms/fields'
import { type RecordPart, withKnown } from '@/components/ui/record-fields'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'

type Before = { text: string; periodId: string | null }

/** A table from a spreadsheet, and the period of its rows that name none; with what was pasted before, when it is mended. */
export function pasteParts(t: Words, periods: readonly PeriodHeader[], before: Before | null): RecordPart[] {
  const parts: RecordPart[] = [
    periodPart(t, periods, t('finance.paste.periodHelp')),
    { as: 'text', name: 'text', label: t('finance.paste.text'), help: t('finance.paste.textHelp'), rows: 12 },
  ]
  return before ? withKnown(parts, { periodId: before.periodId ?? '', text: before.text }) : parts
}
