import type { FundingShareRow, PurchaseRow } from '@/lib/finance/model'
import { shareTotals } from '@/lib/finance/shares/model'
import {
  hasBegun,
  hasRightSign,
  isPaymentType,
  isReported,
  type OwnerOf,
  type OwnerRow,
  ownerName,
  type SupportField,
  type SupportItemRow,
  type Treasury,
} from '@/lib/finance/treasury/model'
import type { DocumentKind } from '@/lib/projects/documents/model'
import { readBusinessId } from '@/lib/values/business-id'
import { compare, sum } from '@/lib/values/decimal'

/** Every rule of the monthly file. An error stands in the way of the file; a remark is told and does not. */
export const rules = {
  month_ahead: 'error',
  month_open: 'remark',
  no_items: 'error',
  item_lacks: 'error',
  item_business_id: 'error',
  item_no_recipient_id: 'remark',
  item_no_owners: 'remark',
  no_payments: 'remark',
  payment_type: 'error',
  payment_sign: 'error',
  recovered_more: 'error',
  owner_no_birth: 'error',
  owner_birth_after_role: 'error',
  owner_no_role: 'error',
  owner_not_yet: 'remark',
  purchases_left_out: 'remark',
  purchase_no_decision: 'error',
  small_no_decision: 'remark',
  purchase_no_case: 'error',
  purchase_no_contract: 'remark',
  purchase_no_contractors: 'error',
  purchase_no_amount: 'remark',
  contractor_no_business_id: 'remark',
  contractor_business_id: 'error',
  contractor_no_owners: 'remark',
  subcontractor_loose: 'error',
  shares_missing: 'error',
  shares_over: 'error',
  shares_open: 'remark',
  no_funding_decision: 'error',
  no_dnsh_assessment: 'error',
  document_no_case: 'error',
} as const satisfies Record<string, 'error' | 'remark'>
export type Rule = keyof typeof rules

/** Where a finding is mended; `field` is the name of the field there. */
export type Place =
  | { kind: 'items' | 'purchases' | 'documents' | 'funding' }
  | { kind: 'item'; item: string; field?: SupportField }
  | { kind: 'new_payment'; item: string }
  | { kind: 'payment'; item: string; payment: string; field: 'paymentType' | 'amount' }
  | { kind: 'new_owner'; of: OwnerOf }
  | { kind: 'owner'; owner: string; field: 'bornOn' | 'roleFrom' }
  | { kind: 'purchase'; purchase: string; field?: string }

/** `name`: what it is about; `field`: which of its facts; `count`: of how many. */
export type Finding = { rule: Rule; place: Place; name?: string; field?: SupportField; count?: number }

export const isError = ({ rule }: Pick<Finding, 'rule'>): boolean => rules[rule] === 'error'

/** Without these nobody could tell which support of whom it is. */
const required = ['implementer', 'supportId', 'supportType', 'recipientType', 'recipientName', 'businessId'] as const

/** What is asked of the file of a month: errors and remarks, in the order of the file. Source: order VK/2096/2024 by its groups. */
export function checkMonth(treasury: Treasury, month: string, today: string): Finding[] {
  const { items, contractorOwners, purchases, documents, shares } = treasury
  return [
    ...checkTime(month, today),
    ...(items.length === 0 ? [{ rule: 'no_items', place: { kind: 'items' } } as const] : []),
    ...items.flatMap((item) => checkItem(item, month)),
    ...checkFunding(shares),
    ...checkPurchases(purchases, contractorOwners, month),
    ...checkDocuments(documents.filter(({ datedOn }) => hasBegun(datedOn, month))),
  ]
}

function checkTime(month: string, today: string): Finding[] {
  const now = today.slice(0, 7)
  if (month < now) return []
  return [{ rule: month > now ? 'month_ahead' : 'month_open', place: { kind: 'items' } }]
}

function checkItem(item: SupportItemRow, month: string): Finding[] {
  const { id, name, payments, owners } = item
  const at = { kind: 'item', item: id } as const
  const found: Finding[] = required
    .filter((field) => !item[field])
    .map((field) => ({ rule: 'item_lacks', place: { ...at, field }, name, field }))
  if (item.businessId && readBusinessId(item.businessId) === null) {
    found.push({ rule: 'item_business_id', place: { ...at, field: 'businessId' }, name })
  }
  if (!item.recipientId) found.push({ rule: 'item_no_recipient_id', place: { ...at, field: 'recipientId' }, name })
  if (owners.length === 0) found.push({ rule: 'item_no_owners', place: { kind: 'new_owner', of: { item: id } }, name })
  found.push(...owners.flatMap((owner) => checkOwner(owner, month)))
  if (!payments.some(({ paidOn }) => paidOn.startsWith(month))) {
    found.push({ rule: 'no_payments', place: { kind: 'new_payment', item: id }, name })
  }
  return [...found, ...checkPayments(item, month)]
}

function checkPayments({ id, name, payments }: SupportItemRow, month: string): Finding[] {
  const until = payments.filter(({ paidOn }) => hasBegun(paidOn, month))
  const found = until.flatMap(({ id: payment, paymentType, amount }): Finding[] => {
    const at = { kind: 'payment', item: id, payment } as const
    if (!isPaymentType(paymentType)) return [{ rule: 'payment_type', place: { ...at, field: 'paymentType' }, name }]
    if (hasRightSign(paymentType, amount)) return []
    return [{ rule: 'payment_sign', place: { ...at, field: 'amount' }, name }]
  })
  const { total } = sum(until.map(({ amount }) => amount))
  if (total === null || compare(total, '0') >= 0) return found
  return [...found, { rule: 'recovered_more', place: { kind: 'item', item: id }, name }]
}

function checkOwner(owner: OwnerRow, month: string): Finding[] {
  const name = ownerName(owner)
  const found: Finding[] = []
  const at = (field: 'bornOn' | 'roleFrom') => ({ kind: 'owner', owner: owner.id, field }) as const
  if (!hasBegun(owner.roleFrom, month)) return [{ rule: 'owner_not_yet', place: at('roleFrom'), name }]
  if (owner.birth === 'missing') found.push({ rule: 'owner_no_birth', place: at('bornOn'), name })
  if (owner.birth === 'after_role') found.push({ rule: 'owner_birth_after_role', place: at('bornOn'), name })
  if (owner.roleFrom === null) found.push({ rule: 'owner_no_role', place: at('roleFrom'), name })
  return found
}

function checkFunding(shares: readonly FundingShareRow[]): Finding[] {
  const place = { kind: 'funding' } as const
  if (shares.length === 0) return [{ rule: 'shares_missing', place }]
  const { total } = shareTotals(shares)
  const whole = compare(total, '100')
  return whole === 0 ? [] : [{ rule: whole > 0 ? 'shares_over' : 'shares_open', place }]
}

function checkPurchases(purchases: readonly PurchaseRow[], owners: readonly OwnerRow[], month: string): Finding[] {
  const reported = purchases.filter(isReported)
  const count = purchases.length - reported.length
  const out: Finding[] = count > 0 ? [{ rule: 'purchases_left_out', place: { kind: 'purchases' }, count }] : []
  const begun = reported.filter(({ decidedOn }) => hasBegun(decidedOn, month))
  return [...out, ...begun.flatMap((one) => [...checkPurchase(one), ...checkContractors(one, owners, month)])]
}

function checkPurchase(purchase: PurchaseRow): Finding[] {
  const { id, title: name, isSmall, decidedOn, caseNumber, contractOn, contract, contractors, amount } = purchase
  const at = (field: string) => ({ kind: 'purchase', purchase: id, field }) as const
  const over = compare(shareTotals(purchase.fundingShares).total, '100') > 0
  const told: [boolean, Rule, string][] = [
    [decidedOn === null, isSmall ? 'small_no_decision' : 'purchase_no_decision', 'decidedOn'],
    [!caseNumber, 'purchase_no_case', 'caseNumber'],
    [contractOn === null && !contract, 'purchase_no_contract', 'contractOn'],
    [contractors.length === 0, 'purchase_no_contractors', 'contractors-0-name'],
    [amount === null, 'purchase_no_amount', 'amount'],
    [over, 'shares_over', 'share_grant'],
  ]
  return told.flatMap(([is, rule, field]) => (is ? [{ rule, place: at(field), name }] : []))
}

function checkContractors({ id, contractors }: PurchaseRow, owners: readonly OwnerRow[], month: string): Finding[] {
  return contractors.flatMap(({ id: contractor, name, businessId, isSubcontractor, contractorId }, row) => {
    const at = (field: string) => ({ kind: 'purchase', purchase: id, field: `contractors-${row}-${field}` }) as const
    const own = owners.filter((owner) => owner.contractorId === contractor)
    const found: Finding[] = own.flatMap((owner) => checkOwner(owner, month))
    if (own.length === 0) {
      found.push({ rule: 'contractor_no_owners', place: { kind: 'new_owner', of: { contractor } }, name })
    }
    if (!businessId) found.push({ rule: 'contractor_no_business_id', place: at('businessId'), name })
    else if (readBusinessId(businessId) === null) {
      found.push({ rule: 'contractor_business_id', place: at('businessId'), name })
    }
    if (isSubcontractor && contractorId === null) {
      found.push({ rule: 'subcontractor_loose', place: at('worksFor'), name })
    }
    return found
  })
}

function checkDocuments(documents: Treasury['documents']): Finding[] {
  const place = { kind: 'documents' } as const
  const lacks = (kind: DocumentKind) => !documents.some((document) => document.kind === kind)
  return [
    ...(lacks('funding_decision') ? [{ rule: 'no_funding_decision', place } as const] : []),
    ...(lacks('dnsh_self_assessment') ? [{ rule: 'no_dnsh_assessment', place } as const] : []),
    ...documents
      .filter(({ caseNumber }) => !caseNumber)
      .map(({ label }) => ({ rule: 'document_no_case', place, name: label }) as const),
  ]
}
