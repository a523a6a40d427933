import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import type { Words } from '@/lib/platform/words'

const reasons = ['NOT_FOUND', 'NOT_ALLOWED', 'STALE', 'INVALID', 'SIGNED_OUT'] as const

const errors = [
  'amount',
  'amountMissing',
  'amountOrWords',
  'beforeReplaced',
  'businessId',
  'contractorName',
  'contractorOwned',
  'day',
  'decimals',
  'missing',
  'moreThanWhole',
  'negative',
  'number',
  'otherProject',
  'partInvestment',
  'partTwice',
  'pastedBefore',
  'pasteMissing',
  'pasteNoColumns',
  'pasteTooLong',
  'paymentType',
  'percent',
  'percentDecimals',
  'percentRange',
  'positive',
  'roleBeforeBirth',
  'supportIdTaken',
  'sure',
  'thousands',
  'tooLarge',
  'tooLong',
  'worksForRole',
  'worksForWhom',
  'writtenDiffers',
  'year',
] as const

/** What a form of the finances says; `own`: sentences that say a reason better for this form. */
export function financeFormWords(t: Words, own: Record<string, string> = {}): RecordWords {
  const known = Object.fromEntries(reasons.map((reason) => [reason, t(`finance.reason.${reason}`)]))
  return recordWords(t, { reasons: { ...known, ...own }, errors: errors.map((name) => `finance.error.${name}`) })
}
