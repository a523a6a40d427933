import {
  investmentOptions,
  investmentPart,
  knownShares,
  packagePart,
  periodPart,
  shareGroup,
  typedAmount,
} from '@/components/finance/forms/fields'
import type { FormPart } from '@/components/finance/forms/parts'
import { amountParts } from '@/components/finance/reservations/form-parts'
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
): FormPart[] {
  const optional = t('ui.optional')
  const text = (name: string, label: string, help?: string): FormPart => ({ kind: 'text', name, label, help, optional })
  const dayHelp = t('finance.field.dayHelp')
  return [
    { kind: 'text', name: 'title', label: t('finance.field.purchase'), width: 'full' },
    ...amountParts(t, 'amountAsWritten'),
    {
      kind: 'select',
      name: 'vatBasis',
      label: t('finance.purchase.vat'),
      options: vatBases.map((basis) => ({ value: basis, label: t(vatBasisLabels[basis]) })),
      empty: t(unknownVatLabel),
    },
    { kind: 'check', name: 'isSmall', label: t('finance.purchase.small') },
    investmentPart(t, places),
    packagePart(t, places),
    periodPart(t, periods, t('finance.purchase.periodHelp')),
    text('supplier', t('finance.purchase.supplier')),
    text('contract', t('finance.purchase.contract')),
    {
      kind: 'text',
      name: 'contractOn',
      label: t('finance.purchase.contractOn'),
      help: dayHelp,
      optional,
      width: 'short',
    },
    text('decisionText', t('finance.purchase.decision')),
    {
      kind: 'text',
      name: 'decidedOn',
      label: t('finance.purchase.decidedOn'),
      help: dayHelp,
      optional,
      width: 'short',
    },
    text('caseNumber', t('finance.purchase.caseNumber')),
    { kind: 'area', name: 'note', label: t('finance.field.note'), optional, rows: 3 },
    contractorGroup(t, stored.contractors.length + emptyRows),
    splitGroup(t, places, stored.shares.length + emptyRows),
    shareGroup(t, t('finance.shares.ofPurchase')),
  ]
}

function contractorGroup(t: Words, rows: number): FormPart {
  return {
    kind: 'group',
    key: 'contractors',
    title: t('finance.purchase.contractors'),
    help: t('finance.purchase.contractorsHelp'),
    parts: Array.from({ length: rows }, (_, at) => ({
      kind: 'group',
      key: `contractors/${at}`,
      row: true,
      parts: [
        { kind: 'text', name: `contractors/${at}/name`, label: t('finance.purchase.contractorNo', { no: at + 1 }) },
        {
          kind: 'text',
          name: `contractors/${at}/businessId`,
          label: t('finance.purchase.businessId'),
          width: 'short',
        },
        {
          kind: 'select',
          name: `contractors/${at}/role`,
          label: t('finance.purchase.contractorRole'),
          options: [
            { value: 'contractor', label: t('finance.purchase.contractor') },
            { value: 'subcontractor', label: t('finance.purchase.subcontractor') },
          ],
        },
      ],
    })),
  }
}

function splitGroup(t: Words, places: Places, rows: number): FormPart {
  return {
    kind: 'group',
    key: 'parts',
    title: t('finance.purchase.split'),
    help: t('finance.purchase.splitHelp'),
    parts: Array.from({ length: rows }, (_, at) => ({
      kind: 'group',
      key: `parts/${at}`,
      parts: [
        {
          kind: 'select',
          name: `parts/${at}/investmentId`,
          label: t('finance.purchase.otherInvestment', { no: at + 1 }),
          options: investmentOptions(places),
          empty: t('finance.purchase.noPart'),
        },
        { kind: 'text', name: `parts/${at}/amount`, label: t('finance.purchase.part'), width: 'number', unit: '€' },
      ],
    })),
  }
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
      purchase.contractors.flatMap(({ name, businessId, isSubcontractor }, at) => [
        [`contractors/${at}/name`, name],
        [`contractors/${at}/businessId`, businessId ?? ''],
        [`contractors/${at}/role`, isSubcontractor ? 'subcontractor' : 'contractor'],
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
