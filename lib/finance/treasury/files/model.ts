import type { FundingShareRow, PurchaseRow } from '@/lib/finance/model'
import type { TreasuryDocument } from '@/lib/finance/treasury/files/schema'
import {
  type AttachmentType,
  hasBegun,
  isReported,
  type OwnerRow,
  type PaymentType,
  type SupportItemRow,
  type Treasury,
} from '@/lib/finance/treasury/model'
import type { DocumentKind } from '@/lib/projects/documents/model'
import { sum } from '@/lib/values/decimal'

const typeOf: Record<DocumentKind, AttachmentType> = {
  plan: 'other',
  application: 'application',
  funding_decision: 'funding_decision',
  dnsh_self_assessment: 'dnsh_self_assessment',
  dnsh: 'dnsh_assessment',
  procurement_decision: 'procurement_decision',
  contract: 'other',
  recovery_decision: 'recovery_decision',
  final_report: 'final_report',
  other: 'other',
}

export const fileFormats = ['json', 'xlsx'] as const
export type FileFormat = (typeof fileFormats)[number]

/** A file that was made: when, by whom, and its fingerprint. */
export type TreasuryFileRow = { id: string; month: string; sha256: string; madeAt: string; madeBy: string | null }

export const treasuryFileName = (project: string, month: string, format: FileFormat): string =>
  `${project}-valtiokonttori-${month}.${format}`

type Ground = {
  treasury: Treasury
  /** Days of birth by owner */
  births: ReadonlyMap<string, string>
  month: string
  project: { key: string; name: string; organisationName: string }
  /** What the file says of itself */
  readme: readonly string[]
}

/**
 * The file of a month. Payments are those of the month; everything else is as it stands, without what begins after the month.
 * What is missing is an empty text, which the schema of the file refuses: the checks tell it first.
 */
export function documentOf({ treasury, births, month, project, readme }: Ground): TreasuryDocument {
  const { items, contractorOwners, purchases, documents, shares } = treasury
  const people = ownersIn(births, month)
  return {
    format: 'etappi-state-treasury',
    version: 1,
    readme: [...readme],
    order: 'VK/2096/2024',
    month,
    project: { key: project.key, name: project.name, organisation: project.organisationName },
    supportItems: items.map((item) => supportOf(item, month, people)),
    fundingShares: shares.map(shareOf),
    procurements: purchases
      .filter((one) => isReported(one) && hasBegun(one.decidedOn, month))
      .map((one) =>
        procurementOf(one, (contractor) => people(contractorOwners.filter((o) => o.contractorId === contractor))),
      ),
    attachments: documents
      .filter(({ datedOn }) => hasBegun(datedOn, month))
      .map(({ id, kind, label, caseNumber, datedOn }) => ({
        id,
        type: typeOf[kind],
        name: label,
        caseNumber: caseNumber ?? '',
        datedOn,
      })),
  }
}

type Owners = TreasuryDocument['supportItems'][number]['recipient']['beneficialOwners']

/** Owners whose role had begun by the end of the month. */
const ownersIn =
  (births: ReadonlyMap<string, string>, month: string) =>
  (owners: readonly OwnerRow[]): Owners =>
    owners
      .filter(({ roleFrom }) => hasBegun(roleFrom, month))
      .map(({ id, firstNames, lastName, roleFrom }) => ({
        ...{ id, firstNames, lastName },
        bornOn: births.get(id) ?? '',
        roleFrom: roleFrom ?? '',
      }))

function supportOf(
  item: SupportItemRow,
  month: string,
  people: (owners: readonly OwnerRow[]) => Owners,
): TreasuryDocument['supportItems'][number] {
  const inMonth = item.payments.filter(({ paidOn }) => paidOn.startsWith(month))
  const until = item.payments.filter(({ paidOn }) => hasBegun(paidOn, month))
  return {
    id: item.id,
    implementer: item.implementer ?? '',
    supportId: item.supportId ?? '',
    supportType: item.supportType ?? '',
    name: item.name,
    recipient: {
      type: item.recipientType ?? '',
      id: item.recipientId,
      name: item.recipientName ?? '',
      businessId: item.businessId ?? '',
      beneficialOwners: people(item.owners),
    },
    payments: inMonth.map(({ id, paymentType, paidOn, amount, note }) => ({
      ...{ id, type: paymentType as PaymentType, paidOn },
      ...{ amount: cents(amount), note },
    })),
    paidInMonth: totalOf(inMonth),
    paidByEndOfMonth: totalOf(until),
  }
}

function procurementOf(
  purchase: PurchaseRow,
  ownersOf: (contractor: string) => Owners,
): TreasuryDocument['procurements'][number] {
  const { id, sourceId, title, amount, amountAsWritten, vatBasis, supplier, isSmall, caseNumber, contractors } =
    purchase
  const party = (one: PurchaseRow['contractors'][number]) => ({
    ...{ id: one.id, name: one.name, businessId: one.businessId },
    beneficialOwners: ownersOf(one.id),
  })
  return {
    ...{ id, number: sourceId, title },
    amount: amount === null ? null : cents(amount),
    ...{ amountAsWritten, vatBasis, supplier, isSmall },
    caseNumber: caseNumber ?? '',
    decision: { text: purchase.decisionText, decidedOn: purchase.decidedOn },
    contract: { text: purchase.contract, contractOn: purchase.contractOn },
    fundingShares: purchase.fundingShares.map(shareOf),
    contractors: contractors
      .filter(({ contractorId }) => contractorId === null)
      .map((one) => ({
        ...party(one),
        subcontractors: contractors.filter(({ contractorId }) => contractorId === one.id).map(party),
      })),
  }
}

const shareOf = ({ source, percent, note }: FundingShareRow) => ({ source, percent: cents(percent), note })

const totalOf = (payments: readonly { amount: string }[]): string =>
  cents(sum(payments.map((p) => p.amount)).total ?? '0')

/** An exact number with two decimals: `100` is `100.00`. */
function cents(value: string): string {
  const [whole = '0', part = ''] = value.split('.')
  return `${whole}.${part.padEnd(2, '0')}`
}

/** The file's text: the same data are always the same bytes. */
export function documentText(document: TreasuryDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`
}

/**
 * The file's text without its beneficial owners: what of it may be told by a fingerprint in the audit log. Whoever knows the rest
 * of a file could find a name or a day of birth by trying.
 */
export function textWithoutOwners(document: TreasuryDocument): string {
  return JSON.stringify(document, (name, value) => (name === 'beneficialOwners' ? undefined : value))
}

/** Owners whose days of birth the file hands out. */
export function ownersOf({ supportItems, procurements }: TreasuryDocument): string[] {
  const parties = procurements.flatMap(({ contractors }) => contractors.flatMap((one) => [one, ...one.subcontractors]))
  const all = [...supportItems.map(({ recipient }) => recipient), ...parties]
  return all.flatMap(({ beneficialOwners }) => beneficialOwners.map(({ id }) => id))
}
