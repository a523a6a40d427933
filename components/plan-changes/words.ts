import type { RecordWords } from '@/components/ui/record-form'
import type { Words } from '@/lib/platform/words'

const reasons = ['NOT_FOUND', 'NOT_ALLOWED', 'STALE', 'WRONG_STATE', 'UNIT'] as const
const errors = [
  'titleMissing',
  'reasonMissing',
  'amountMissing',
  'amount',
  'cents',
  'decided',
  'day',
  'year',
  'ownUnit',
  'tooLong',
] as const

/** What the forms of plan changes say. */
export function changeFormWords(t: Words): RecordWords {
  const own = Object.fromEntries(reasons.map((reason) => [reason, t(`planChanges.reason.${reason}`)]))
  return {
    summary: t('ui.errorSummary'),
    storedNow: t('planChanges.form.storedNow'),
    reasons: {
      ...own,
      INVALID: t('access.reason.INVALID'),
      SIGNED_OUT: t('access.reason.SIGNED_OUT'),
      NO_ANSWER: t('ui.noAnswer'),
    },
    errors: Object.fromEntries(errors.map((name) => [`planChanges.error.${name}`, t(`planChanges.error.${name}`)])),
  }
}
