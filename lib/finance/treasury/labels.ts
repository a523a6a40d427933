import type { Change, PartKind } from '@/lib/finance/treasury/files/changes/model'
import type { Rule } from '@/lib/finance/treasury/files/checks/model'
import type { FileFormat } from '@/lib/finance/treasury/files/model'
import type { AttachmentType, OwnerRow, PaymentType, SupportField } from '@/lib/finance/treasury/model'

export const paymentTypeLabels: Record<PaymentType, string> = {
  advance: 'treasury.paymentType.advance',
  payment: 'treasury.paymentType.payment',
  final_payment: 'treasury.paymentType.finalPayment',
  recovery: 'treasury.paymentType.recovery',
}

/** In the words of the order. */
export const attachmentTypeLabels: Record<AttachmentType, string> = {
  funding_decision: 'treasury.attachment.fundingDecision',
  dnsh_self_assessment: 'treasury.attachment.dnshSelfAssessment',
  dnsh_assessment: 'treasury.attachment.dnshAssessment',
  procurement_decision: 'treasury.attachment.procurementDecision',
  recovery_decision: 'treasury.attachment.recoveryDecision',
  application: 'treasury.attachment.application',
  final_report: 'treasury.attachment.finalReport',
  other: 'treasury.attachment.other',
}

export const supportFieldLabels: Record<SupportField, string> = {
  implementer: 'treasury.field.implementer',
  supportId: 'treasury.field.supportId',
  supportType: 'treasury.field.supportType',
  recipientType: 'treasury.field.recipientType',
  recipientId: 'treasury.field.recipientId',
  recipientName: 'treasury.field.recipientName',
  businessId: 'treasury.field.businessId',
}

/** How the day of birth stands, which itself is shown to nobody in a list. */
export const birthLabels: Record<OwnerRow['birth'], string> = {
  known: 'treasury.birth.known',
  missing: 'treasury.birth.missing',
  after_role: 'treasury.birth.afterRole',
}

export const fileFormatLabels: Record<FileFormat, string> = {
  json: 'treasury.format.json',
  xlsx: 'treasury.format.xlsx',
}

export const partKindLabels: Record<PartKind, string> = {
  project: 'treasury.part.project',
  item: 'treasury.part.item',
  payment: 'treasury.part.payment',
  owner: 'treasury.part.owner',
  share: 'treasury.part.share',
  procurement: 'treasury.part.procurement',
  contractor: 'treasury.part.contractor',
  attachment: 'treasury.part.attachment',
}

export const changeLabels: Record<Change['how'], string> = {
  added: 'treasury.change.added',
  changed: 'treasury.change.changed',
  removed: 'treasury.change.removed',
}

export const ruleLabels: Record<Rule, string> = {
  month_ahead: 'treasury.rule.monthAhead',
  month_open: 'treasury.rule.monthOpen',
  no_items: 'treasury.rule.noItems',
  item_lacks: 'treasury.rule.itemLacks',
  item_business_id: 'treasury.rule.itemBusinessId',
  item_no_recipient_id: 'treasury.rule.itemNoRecipientId',
  item_no_owners: 'treasury.rule.itemNoOwners',
  no_payments: 'treasury.rule.noPayments',
  payment_type: 'treasury.rule.paymentType',
  payment_sign: 'treasury.rule.paymentSign',
  recovered_more: 'treasury.rule.recoveredMore',
  owner_no_birth: 'treasury.rule.ownerNoBirth',
  owner_birth_after_role: 'treasury.rule.ownerBirthAfterRole',
  owner_no_role: 'treasury.rule.ownerNoRole',
  owner_not_yet: 'treasury.rule.ownerNotYet',
  purchases_left_out: 'treasury.rule.purchasesLeftOut',
  purchase_no_decision: 'treasury.rule.purchaseNoDecision',
  small_no_decision: 'treasury.rule.smallNoDecision',
  purchase_no_case: 'treasury.rule.purchaseNoCase',
  purchase_no_contract: 'treasury.rule.purchaseNoContract',
  purchase_no_contractors: 'treasury.rule.purchaseNoContractors',
  purchase_no_amount: 'treasury.rule.purchaseNoAmount',
  contractor_no_business_id: 'treasury.rule.contractorNoBusinessId',
  contractor_business_id: 'treasury.rule.contractorBusinessId',
  contractor_no_owners: 'treasury.rule.contractorNoOwners',
  subcontractor_loose: 'treasury.rule.subcontractorLoose',
  shares_missing: 'treasury.rule.sharesMissing',
  shares_over: 'treasury.rule.sharesOver',
  shares_open: 'treasury.rule.sharesOpen',
  no_funding_decision: 'treasury.rule.noFundingDecision',
  no_dnsh_assessment: 'treasury.rule.noDnshAssessment',
  document_no_case: 'treasury.rule.documentNoCase',
}
