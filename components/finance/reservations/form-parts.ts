import { investmentPart, typedAmount } from '@/components/finance/forms/fields'
import type { RecordPart } from '@/components/ui/record-fields'
import type { ReservationRow } from '@/lib/finance/model'
import type { Places } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'

/** The amount of something, or that it is not known, beside how the source writes it. */
export function amountParts(t: Words, asWritten: string): RecordPart[] {
  return [
    {
      as: 'line',
      name: 'amount',
      label: t('finance.field.amount'),
      help: t('finance.field.unknownHelp'),
      width: 'number',
      unit: '€',
    },
    {
      as: 'line',
      name: asWritten,
      label: t('finance.field.asWritten'),
      help: t('finance.field.asWrittenHelp'),
      optional: t('ui.optional'),
    },
  ]
}

/** Money set aside. */
export function reservationParts(t: Words, places: Places): RecordPart[] {
  return [
    investmentPart(t, places),
    ...amountParts(t, 'asWritten'),
    { as: 'text', name: 'note', label: t('finance.field.note'), optional: t('ui.optional'), rows: 3 },
  ]
}

export const knownReservation = ({
  investmentId,
  amount,
  asWritten,
  note,
}: ReservationRow): Record<string, string> => ({
  investmentId: investmentId ?? '',
  amount: typedAmount(amount),
  asWritten: asWritten ?? '',
  note: note ?? '',
})
