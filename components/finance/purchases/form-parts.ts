import {
  investmentOptions,
  investmentPart,
  knownShares,
  packagePart,
  periodPart,
  shareGroup,
  typedAmount,
} from '@/components/finance/forms/fields'
import { amountParts } from '@/components/finance/reservations/form-parts'
import type { RecordPart } from '@/components/ui/record-fields'
import { unknownVatLabel, vatBasisLabels } from '@/lib/finance/labels'
import { type PurchaseRow, vatBases } from '@/lib/finance/model'
import type { Places } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { formatDate } from '@/lib/values/format'

/** Rows that are offered empty beside the stored ones; saving brings more. */
const emptyRows = 2

type Ground = { t: Words; places: Places; periods: readonly PeriodHeader[] }

/** A purchase; `stored` says how many contractors and parts it has. */
export function purchaseParts(
  { t, places, periods }: Ground,
  stored: Pick<PurchaseRow, 'contractors' | 'shares'>,
): RecordPart[] {
  const optional = t('ui.optional')
  const text = (name: string, label: string, help?: string): RecordPart => ({ as: 'line', name, label, help, optional })
  const dayHelp = t('finance.field.dayHelp')
  return [
    { as: 'line', name: 'title', label: t('finance.field.purchase'), width: 'full' },
    ...amountParts(t, 'amountAsWritten'),
    {
      as: 'choice',
      name: 'vatBasis',
      label: t('finance.purchase.vat'),
      options: vatBases.map((basis) => ({ value: basis, label: t(vatBasisLabels[basis]) })),
      empty: t(unknownVatLabel),
    },
    { as: 'tick', name: 'isSmall', label: t('finance.purchase.small') },
    investmentPart(t, places),
    packagePart(t, places),
    periodPart(t, periods, t('finance.purchase.periodHelp')),
    text('supplier', t('finance.purchase.supplier')),
    text('contract', t('finance.purchase.contract')),
    {
      as: 'line',
      name: 'contractOn',
      label: t('finance.purchase.contractOn'),
      help: dayHelp,
      optional,
      width: 'short',
    },
    text('decisionText', t('finance.purchase.decision')),
    {
      as: 'line',
      name: 'decidedOn',
      label: t('finance.purchase.decidedOn'),
      help: dayHelp,
      optional,
      width: 'short',
    },
    text('caseNumber', t('finance.purchase.caseNumber')),
    { as: 'text', name: 'note', label: t('finance.field.note'), optional, rows: 3 },
    contractorGroup(t, stored.contractors),
    splitGroup(t, places, stored.shares.length + emptyRows),
    shareGroup(t, t('finance.shares.ofPurchase')),
  ]
}

function contractorGroup(t: Words, stored: PurchaseRow['contractors']): RecordPart {
  const rows = stored.length + emptyRows
  const called = (at: number) => {
    const no = t('finance.purchase.contractorAt', { no: at + 1 })
    const name = stored[at]?.name
    return name ? `${no}: ${name}` : no
  }
  return {
    as: 'group',
    name: 'contractors',
    label: t('finance.purchase.contractors'),
    help: t('finance.purchase.contractorsHelp'),
    fields: Array.from({ length: rows }, (_, at) => ({
      as: 'group',
      name: `contractors/${at}`,
      layout: 'row',
      fields: [
        { as: 'line', name: `contractors/${at}/name`, label: t('finance.purchase.contractorNo', { no: at + 1 }) },
        {
          as: 'line',
          name: `contractors/${at}/businessId`,
          label: t('finance.purchase.businessId'),
          width: 'short',
        },
        {
          as: 'choice',
          name: `contractors/${at}/role`,
          label: t('finance.purchase.contractorRole'),
          options: [
            { value: 'contractor', label: t('finance.purchase.contractor') },
            { value: 'subcontractor', label: t('finance.purchase.subcontractor') },
          ],
        },
        {
          as: 'choice',
          name: `contractors/${at}/worksFor`,
          label: t('finance.purchase.worksFor'),
          options: Array.from({ length: rows }, (_one, row) => row)
            .filter((row) => row !== at)
            .map((row) => ({ value: String(row), label: called(row) })),
          empty: t('finance.purchase.worksForNone'),
        },
      ],
    })),
  }
}

function splitGroup(t: Words, places: Places, rows: number): RecordPart {
  return {
    as: 'group',
    name: 'parts',
    label: t('finance.purchase.split'),
    help: t('finance.purchase.splitHelp'),
    fields: Array.from({ length: rows }, (_, at) => ({
      as: 'group',
      name: `parts/${at}`,
      fields: [
        {
          as: 'choice',
          name: `parts/${at}/investmentId`,
          label: t('finance.purchase.otherInvestment', { no: at + 1 }),
          options: investmentOptions(places),
          empty: t('finance.purchase.noPart'),
        },
        { as: 'line', name: `parts/${at}/amount`, label: t('finance.purchase.part'), width: 'number', unit: '€' },
      ],
    })),
  }
}

/** Row of the form in which a contractor stands. */
function rowOf({ contractors }: PurchaseRow, id: string | null): string {
  const at = contractors.findIndex((one) => id !== null && one.id === id)
  return at < 0 ? '' : String(at)
}

/** Which stored contractor each row of the form is: sent along unseen. */
export function contractorIds({ contractors }: PurchaseRow): Record<string, string> {
  return Object.fromEntries(contractors.map(({ id }, at) => [`contractors/${at}/id`, id]))
}

/** A stored purchase as it is typed. */
export function knownPurchase(purchase: PurchaseRow): Record<string, string> {
  const day = (date: string | null) => (date === null ? '' : formatDate(date, 'fi'))
  return {
    title: purchase.title,
    amount: typedAmount(purchase.amount),
    amountAsWritten: purchase.amountAsWritten ?? '',
    vatBasis: purchase.vatBasis ?? '',
    isSmall: purchase.isSmall ? 'yes' : '',
    investmentId: purchase.investmentId ?? '',
    workPackageId: purchase.workPackageId ?? '',
    periodId: purchase.periodId ?? '',
    supplier: purchase.supplier ?? '',
    contract: purchase.contract ?? '',
    contractOn: day(purchase.contractOn),
    decisionText: purchase.decisionText ?? '',
    decidedOn: day(purchase.decidedOn),
    caseNumber: purchase.caseNumber ?? '',
    note: purchase.note ?? '',
    ...Object.fromEntries(
      purchase.contractors.flatMap(({ name, businessId, isSubcontractor, contractorId }, at) => [
        [`contractors/${at}/name`, name],
        [`contractors/${at}/businessId`, businessId ?? ''],
        [`contractors/${at}/role`, isSubcontractor ? 'subcontractor' : 'contractor'],
        [`contractors/${at}/worksFor`, rowOf(purchase, contractorId)],
      ]),
    ),
    ...Object.fromEntries(
      purchase.shares.flatMap(({ investmentId, amount }, at) => [
        [`parts/${at}/investmentId`, investmentId],
        [`parts/${at}/amount`, typedAmount(amount)],
      ]),
    ),
    ...knownShares(purchase.fundingShares),
  }
}
