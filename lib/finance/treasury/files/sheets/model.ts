import { fundingSourceLabels, unknownVatLabel, vatBasisLabels } from '@/lib/finance/labels'
import type { TreasuryDocument } from '@/lib/finance/treasury/files/schema'
import { attachmentTypeLabels, paymentTypeLabels } from '@/lib/finance/treasury/labels'
import type { Words } from '@/lib/platform/words'
import { formatMonth } from '@/lib/values/format'
import { type Listing, listingOf } from '@/lib/values/listing'

/** The monthly file as sheets: what is in it and nothing else, in Finnish. Rows that belong to another row name it. */
export function sheetsOf(document: TreasuryDocument, sha256: string, t: Words): Listing[] {
  return [
    readmeSheet(document, sha256, t),
    ...supportSheets(document, t),
    ...procurementSheets(document, t),
    attachmentSheet(document, t),
  ]
}

const named = (t: Words, name: string) => ({ name, title: t(`treasury.sheet.${name}`) })

function readmeSheet({ readme, order, month, project, version }: TreasuryDocument, sha256: string, t: Words): Listing {
  const facts: [string, string][] = [
    [t('treasury.sheet.order'), order],
    [t('treasury.field.month'), formatMonth(month, t.locale)],
    [t('treasury.sheet.project'), project.name],
    [t('treasury.sheet.organisation'), project.organisation],
    [t('treasury.sheet.version'), String(version)],
    [t('treasury.field.sha256'), sha256],
    ...readme.map((line): [string, string] => [t('treasury.sheet.about'), line]),
  ]
  return listingOf(named(t, 'readme'), facts, [
    [t('treasury.sheet.fact'), 'text', ([fact]) => fact],
    [t('treasury.sheet.said'), 'text', ([, said]) => said],
  ])
}

function supportSheets({ supportItems }: TreasuryDocument, t: Words): Listing[] {
  const payments = supportItems.flatMap((item) => item.payments.map((one) => ({ ...one, of: item.supportId })))
  return [
    listingOf(named(t, 'items'), supportItems, [
      [t('treasury.field.supportId'), 'text', (one) => one.supportId],
      [t('treasury.field.name'), 'text', (one) => one.name],
      [t('treasury.field.implementer'), 'text', (one) => one.implementer],
      [t('treasury.field.supportType'), 'text', (one) => one.supportType],
      [t('treasury.field.recipientType'), 'text', ({ recipient }) => recipient.type],
      [t('treasury.field.recipientId'), 'text', ({ recipient }) => recipient.id],
      [t('treasury.field.recipientName'), 'text', ({ recipient }) => recipient.name],
      [t('treasury.field.businessId'), 'text', ({ recipient }) => recipient.businessId],
      [t('treasury.field.paidInMonth'), 'amount', (one) => one.paidInMonth],
      [t('treasury.field.paidByEndOfMonth'), 'amount', (one) => one.paidByEndOfMonth],
    ]),
    listingOf(named(t, 'payments'), payments, [
      [t('treasury.field.supportId'), 'text', (one) => one.of],
      [t('treasury.field.paymentType'), 'text', (one) => t(paymentTypeLabels[one.type])],
      [t('treasury.field.paidOn'), 'day', (one) => one.paidOn],
      [t('treasury.field.amount'), 'amount', (one) => one.amount],
      [t('treasury.field.note'), 'text', (one) => one.note],
    ]),
  ]
}

type Party = TreasuryDocument['procurements'][number]['contractors'][number]['subcontractors'][number]
type PartyRow = Party & { purchase: string; worksFor: string | null }

function partiesOf({ procurements }: TreasuryDocument): PartyRow[] {
  return procurements.flatMap(({ number, contractors }) =>
    contractors.flatMap(({ subcontractors, ...main }) => [
      { ...main, purchase: number, worksFor: null },
      ...subcontractors.map((one) => ({ ...one, purchase: number, worksFor: main.name })),
    ]),
  )
}

function procurementSheets(document: TreasuryDocument, t: Words): Listing[] {
  const { supportItems, procurements, fundingShares } = document
  const parties = partiesOf(document)
  const owners = [
    ...supportItems.flatMap(({ recipient, supportId }) =>
      recipient.beneficialOwners.map((one) => ({ ...one, of: recipient.name, where: supportId })),
    ),
    ...parties.flatMap(({ name, purchase, beneficialOwners }) =>
      beneficialOwners.map((one) => ({ ...one, of: name, where: purchase })),
    ),
  ]
  const shares = [
    ...fundingShares.map((one) => ({ ...one, of: t('treasury.sheet.wholeProject') })),
    ...procurements.flatMap(({ number, fundingShares: own }) => own.map((one) => ({ ...one, of: number }))),
  ]
  return [
    listingOf(named(t, 'owners'), owners, [
      [t('treasury.sheet.where'), 'text', (one) => one.where],
      [t('treasury.sheet.ownerOf'), 'text', (one) => one.of],
      [t('treasury.field.lastName'), 'text', (one) => one.lastName],
      [t('treasury.field.firstNames'), 'text', (one) => one.firstNames],
      [t('treasury.field.bornOn'), 'day', (one) => one.bornOn],
      [t('treasury.field.roleFrom'), 'day', (one) => one.roleFrom],
    ]),
    listingOf(named(t, 'shares'), shares, [
      [t('treasury.sheet.of'), 'text', (one) => one.of],
      [t('treasury.field.source'), 'text', (one) => t(fundingSourceLabels[one.source])],
      [t('treasury.field.percent'), 'number', (one) => one.percent],
      [t('treasury.field.note'), 'text', (one) => one.note],
    ]),
    listingOf(named(t, 'procurements'), procurements, [
      [t('treasury.field.number'), 'text', (one) => one.number],
      [t('treasury.field.purchase'), 'text', (one) => one.title],
      [t('treasury.field.amount'), 'amount', (one) => one.amount],
      [t('treasury.field.asWritten'), 'text', (one) => one.amountAsWritten],
      [
        t('treasury.field.vat'),
        'text',
        (one) => t(one.vatBasis === null ? unknownVatLabel : vatBasisLabels[one.vatBasis]),
      ],
      [t('treasury.field.supplier'), 'text', (one) => one.supplier],
      [t('treasury.field.small'), 'text', (one) => t(one.isSmall ? 'treasury.sheet.yes' : 'treasury.sheet.no')],
      [t('treasury.field.caseNumber'), 'text', (one) => one.caseNumber],
      [t('treasury.field.decision'), 'text', ({ decision }) => decision.text],
      [t('treasury.field.decidedOn'), 'day', ({ decision }) => decision.decidedOn],
      [t('treasury.field.contract'), 'text', ({ contract }) => contract.text],
      [t('treasury.field.contractOn'), 'day', ({ contract }) => contract.contractOn],
    ]),
    listingOf(named(t, 'contractors'), parties, [
      [t('treasury.field.number'), 'text', (one) => one.purchase],
      [t('treasury.field.contractor'), 'text', (one) => one.name],
      [t('treasury.field.businessId'), 'text', (one) => one.businessId],
      [t('treasury.field.worksFor'), 'text', (one) => one.worksFor],
    ]),
  ]
}

function attachmentSheet({ attachments }: TreasuryDocument, t: Words): Listing {
  return listingOf(named(t, 'attachments'), attachments, [
    [t('treasury.field.attachmentType'), 'text', (one) => t(attachmentTypeLabels[one.type])],
    [t('treasury.field.attachment'), 'text', (one) => one.name],
    [t('treasury.field.caseNumber'), 'text', (one) => one.caseNumber],
    [t('treasury.field.datedOn'), 'day', (one) => one.datedOn],
  ])
}
