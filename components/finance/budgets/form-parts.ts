import {
  investmentPart,
  kindParts,
  knownShares,
  packagePart,
  shareGroup,
  typedAmount,
} from '@/components/finance/forms/fields'
import type { RecordPart } from '@/components/ui/record-fields'
import type { BudgetLineRow, BudgetTableRow } from '@/lib/finance/model'
import type { Places } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'

/** A budget: where it is printed, and the total it prints. */
export function tableParts(t: Words): RecordPart[] {
  return [
    {
      as: 'line',
      name: 'source',
      label: t('finance.field.table'),
      help: t('finance.budget.sourceHelp'),
      width: 'full',
    },
    {
      as: 'line',
      name: 'stated',
      label: t('finance.check.printed'),
      help: t('finance.budget.statedHelp'),
      optional: t('ui.optional'),
      width: 'number',
      unit: '€',
    },
    {
      as: 'line',
      name: 'statedAsWritten',
      label: t('finance.field.asWritten'),
      help: t('finance.field.asWrittenHelp'),
      optional: t('ui.optional'),
    },
  ]
}

export const knownTable = ({ source, stated, statedAsWritten }: BudgetTableRow): Record<string, string> => ({
  source,
  stated: typedAmount(stated),
  statedAsWritten: statedAsWritten ?? '',
})

/** A line of a budget. */
export function lineParts(t: Words, places: Places): RecordPart[] {
  const optional = t('ui.optional')
  return [
    { as: 'line', name: 'title', label: t('finance.field.title'), width: 'full' },
    {
      as: 'line',
      name: 'amount',
      label: t('finance.field.amount'),
      help: t('finance.budget.amountHelp'),
      width: 'number',
      unit: '€',
    },
    investmentPart(t, places),
    packagePart(t, places),
    { as: 'line', name: 'year', label: t('finance.field.year'), optional, width: 'number' },
    ...kindParts(t),
    {
      as: 'group',
      name: 'asWritten',
      label: t('finance.budget.inSource'),
      help: t('finance.budget.inSourceHelp'),
      layout: 'row',
      fields: [
        { as: 'line', name: 'no', label: t('finance.budget.no'), optional, width: 'number' },
        { as: 'line', name: 'pillarAsWritten', label: t('finance.budget.pillarAsWritten'), optional, width: 'short' },
        {
          as: 'line',
          name: 'investmentAsWritten',
          label: t('finance.budget.investmentAsWritten'),
          optional,
          width: 'short',
        },
      ],
    },
    shareGroup(t, t('finance.shares.ofLine')),
  ]
}

/** A stored line as it is typed: "-" where it is not part of the project. */
export const knownLine = (line: BudgetLineRow): Record<string, string> => ({
  title: line.title,
  amount: line.notInProject ? '-' : typedAmount(line.amount),
  investmentId: line.investmentId ?? '',
  workPackageId: line.workPackageId ?? '',
  year: line.year === null ? '' : String(line.year),
  costType: line.costType ?? '',
  fundingSource: line.fundingSource ?? '',
  no: line.no === null ? '' : String(line.no),
  pillarAsWritten: line.pillarAsWritten ?? '',
  investmentAsWritten: line.investmentAsWritten ?? '',
  ...knownShares(line.fundingShares),
})
