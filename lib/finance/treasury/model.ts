import type { FundingShareRow, PurchaseRow } from '@/lib/finance/model'
import type { DocumentRow } from '@/lib/projects/documents/model'
import { compare } from '@/lib/values/decimal'

/** Kinds of payments; what was recovered is negative, everything else positive. */
export const paymentTypes = ['advance', 'payment', 'final_payment', 'recovery'] as const
export type PaymentType = (typeof paymentTypes)[number]

export const isPaymentType = (text: string): text is PaymentType => (paymentTypes as readonly string[]).includes(text)

/** Whether the amount has the sign of its kind. Nothing is paid with zero. */
export function hasRightSign(type: PaymentType, amount: string): boolean {
  return compare(amount, '0') === (type === 'recovery' ? -1 : 1)
}

/** A payment of a support. Euros; `paymentType` is one of ours unless the data came from elsewhere. */
export type PaymentRow = {
  id: string
  paymentType: string
  paidOn: string
  amount: string
  note: string | null
  version: number
}

/**
 * tosiasiallinen edunsaaja, without the day of birth: of it only how it stands. The day itself is handed out by
 * owners/commands and files/commands, which record it.
 */
export type OwnerRow = {
  id: string
  itemId: string | null
  contractorId: string | null
  firstNames: string
  lastName: string
  birth: 'known' | 'missing' | 'after_role'
  roleFrom: string | null
  version: number
}

export const ownerName = ({ firstNames, lastName }: Pick<OwnerRow, 'firstNames' | 'lastName'>): string =>
  `${firstNames} ${lastName}`

/** Facts of a support that the State Treasury asks for; null is not told. */
export const supportFields = [
  'implementer',
  'supportId',
  'supportType',
  'recipientType',
  'recipientId',
  'recipientName',
  'businessId',
] as const
export type SupportField = (typeof supportFields)[number]

/** A support of which the State Treasury is told. */
export type SupportItemRow = Record<SupportField, string | null> & {
  id: string
  name: string
  version: number
  payments: PaymentRow[]
  owners: OwnerRow[]
}

/** Everything of which the monthly file is made. What is kept elsewhere is taken from there. */
export type Treasury = {
  items: SupportItemRow[]
  /** Of contractors and subcontractors */
  contractorOwners: OwnerRow[]
  purchases: PurchaseRow[]
  documents: DocumentRow[]
  /** Of the whole project */
  shares: FundingShareRow[]
}

/** Whose beneficial owner somebody is: of the recipient of a support, or of a contractor. */
export type OwnerOf = { item: string } | { contractor: string }

/** Types of attachments in the order's own list. */
export const attachmentTypes = [
  'funding_decision',
  'dnsh_self_assessment',
  'dnsh_assessment',
  'procurement_decision',
  'recovery_decision',
  'application',
  'final_report',
  'other',
] as const
export type AttachmentType = (typeof attachmentTypes)[number]

/** Whether it was so by the end of the month; without a day it was. */
export const hasBegun = (day: string | null, month: string): boolean => day === null || day.slice(0, 7) <= month

/** Whether the State Treasury is told of the purchase at all: it has a decision, a contract or a contractor. */
export function isReported(purchase: PurchaseRow): boolean {
  const { decisionText, decidedOn, contract, contractOn, caseNumber, contractors } = purchase
  return contractors.length > 0 || [decisionText, decidedOn, contract, contractOn, caseNumber].some(Boolean)
}

/** A month as `2025-09`, or null when it is none. */
export function readMonth(text: string): string | null {
  return /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/.test(text) ? text : null
}

/** The month so many before the given one. */
export function monthsBefore(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

const longestChoice = 120

/** Months for which a file may be made, newest first: from the earliest given day, at least a year back, to this month. */
export function monthChoices(today: string, days: readonly string[]): string[] {
  const now = today.slice(0, 7)
  const first = [...days.map((day) => day.slice(0, 7)), monthsBefore(now, 12)].sort()[0] ?? now
  const months = Array.from({ length: longestChoice }, (_, back) => monthsBefore(now, back))
  return months.filter((month) => month >= first)
}
