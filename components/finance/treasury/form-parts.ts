import { typedAmount } from '@/components/finance/forms/fields'
import type { RecordPart } from '@/components/ui/record-fields'
import { paymentTypeLabels, supportFieldLabels } from '@/lib/finance/treasury/labels'
import {
  type PaymentRow,
  paymentTypes,
  type SupportField,
  type SupportItemRow,
  supportFields,
} from '@/lib/finance/treasury/model'
import type { OpenedOwner } from '@/lib/finance/treasury/owners/model'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

const helps: Partial<Record<SupportField, string>> = {
  implementer: 'treasury.field.implementerHelp',
  supportType: 'treasury.field.supportTypeHelp',
  recipientType: 'treasury.field.recipientTypeHelp',
  recipientId: 'treasury.field.recipientIdHelp',
}

/** A support; only its name and id are asked at once, the file of a month tells what else is missing. */
export function itemParts(t: Words): RecordPart[] {
  return [
    { as: 'line', name: 'name', label: t('treasury.field.name'), width: 'full' },
    ...supportFields.map((name): RecordPart => {
      const help = helps[name]
      return {
        as: 'line',
        name,
        label: t(supportFieldLabels[name]),
        help: help && t(help),
        optional: name === 'supportId' ? undefined : t('ui.optional'),
        width: name === 'businessId' ? 'short' : 'normal',
      }
    }),
  ]
}

/** A stored support as it is typed. */
export const knownItem = (item: SupportItemRow): Record<string, string> => ({
  name: item.name,
  ...Object.fromEntries(supportFields.map((field) => [field, item[field] ?? ''])),
})

/** A payment of a support. */
export function paymentParts(t: Words): RecordPart[] {
  return [
    {
      as: 'choice',
      name: 'paymentType',
      label: t('treasury.field.paymentType'),
      options: paymentTypes.map((type) => ({ value: type, label: t(paymentTypeLabels[type]) })),
      empty: t('treasury.payment.choose'),
    },
    {
      as: 'line',
      name: 'paidOn',
      label: t('treasury.field.paidOn'),
      help: t('treasury.field.dayHelp'),
      width: 'short',
    },
    {
      as: 'line',
      name: 'amount',
      label: t('treasury.field.amount'),
      help: t('treasury.payment.amountHelp'),
      width: 'number',
      unit: '€',
    },
    { as: 'line', name: 'note', label: t('treasury.field.note'), optional: t('ui.optional') },
  ]
}

/** A stored payment as it is typed. */
export const knownPayment = ({ paymentType, paidOn, amount, note }: PaymentRow): Record<string, string> => ({
  paymentType,
  paidOn: formatDate(paidOn, 'fi'),
  amount: typedAmount(amount),
  note: note ?? '',
})

/** A beneficial owner. */
export function ownerParts(t: Words): RecordPart[] {
  const day = (name: 'bornOn' | 'roleFrom', help: string): RecordPart => ({
    as: 'line',
    name,
    label: t(`treasury.field.${name}`),
    help,
    optional: t('ui.optional'),
    width: 'short',
  })
  return [
    { as: 'line', name: 'firstNames', label: t('treasury.field.firstNames') },
    { as: 'line', name: 'lastName', label: t('treasury.field.lastName') },
    day('bornOn', t('treasury.field.bornOnHelp')),
    day('roleFrom', t('treasury.field.dayHelp')),
  ]
}

/** A stored owner as it is typed. */
export function knownOwner({ firstNames, lastName, bornOn, roleFrom }: OpenedOwner): Record<string, string> {
  const day = (date: string | null) => (date === null ? '' : formatDate(date, 'fi'))
  return { firstNames, lastName, bornOn: day(bornOn), roleFrom: day(roleFrom) }
}
