import { investmentPart } from '@/components/finance/forms/fields'
import type { RecordPart } from '@/components/ui/record-fields'
import type { FinanceNoteRow } from '@/lib/finance/model'
import type { Places } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'

/** A remark and the investment it is about. */
export function noteParts(t: Words, places: Places): RecordPart[] {
  return [
    investmentPart(t, places),
    { as: 'text', name: 'text', label: t('finance.remarks.text'), help: t('finance.remarks.textHelp'), rows: 4 },
  ]
}

export const knownNote = ({ investmentId, text }: FinanceNoteRow): Record<string, string> => ({
  investmentId: investmentId ?? '',
  text,
})
