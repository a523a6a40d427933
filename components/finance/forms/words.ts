import type { FormWords } from '@/components/finance/forms/parts'
import type { Words } from '@/lib/platform/words'

const reasons = ['NOT_FOUND', 'NOT_ALLOWED', 'STALE', 'INVALID', 'SIGNED_OUT'] as const

const errors = [
  'amount',
  'amountMissing',
  'amountOrWords',
  'beforeReplaced',
  'businessId',
  'contractorName',
  'day',
  'decimals',
  'missing',
  'moreThanWhole',
  'number',
  'otherProject',
  'partInvestment',
  'partTwice',
  'pastedBefore',
  'pasteMissing',
  'pasteNoColumns',
  'pasteTooLong',
  'percent',
  'percentDecimals',
  'percentRange',
  'sure',
  'thousands',
  'tooLarge',
  'tooLong',
  'writtenDiffers',
  'year',
] as const

/** What a form of the finances says; `own`: sentences that say a reason better for this form. */
export function formWords(t: Words, send: string, own: Record<string, string> = {}): FormWords {
  return {
    send,
    summary: t('ui.errorSummary'),
    stored: t('finance.form.stored'),
    reasons: {
      ...Object.fromEntries(reasons.map((reason) => [reason, t(`finance.reason.${reason}`)])),
      NO_ANSWER: t('ui.noAnswer'),
      ...own,
    },
    errors: Object.fromEntries(errors.map((name) => [`finance.error.${name}`, t(`finance.error.${name}`)])),
  }
}
