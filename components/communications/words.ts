import type { RecordWords } from '@/components/ui/record-form'
import type { Words } from '@/lib/platform/words'

const reasons = ['NOT_FOUND', 'NOT_ALLOWED', 'STALE'] as const
const errors = ['topicMissing', 'textMissing', 'day', 'url', 'tooLong'] as const

/** What the forms of the communication plan say. */
export function communicationFormWords(t: Words): RecordWords {
  const own = Object.fromEntries(reasons.map((reason) => [reason, t(`communications.reason.${reason}`)]))
  return {
    summary: t('ui.errorSummary'),
    storedNow: t('communications.form.storedNow'),
    reasons: {
      ...own,
      INVALID: t('access.reason.INVALID'),
      SIGNED_OUT: t('access.reason.SIGNED_OUT'),
      NO_ANSWER: t('ui.noAnswer'),
    },
    errors: Object.fromEntries(
      errors.map((name) => [`communications.error.${name}`, t(`communications.error.${name}`)]),
    ),
  }
}
