import type { RecordWords } from '@/components/ui/record-fields'
import type { Words } from '@/lib/platform/words'

type Own = {
  /** Reason → sentence; without its own sentences a form says the shared ones of INVALID and SIGNED_OUT */
  reasons: Record<string, string>
  /** Keys of the messages that its fields can give */
  errors: readonly string[]
}

/** What a form of a row says. */
export function recordWords(t: Words, { reasons, errors }: Own): RecordWords {
  return {
    summary: t('ui.errorSummary'),
    storedNow: t('ui.storedNow'),
    nothing: t('ui.nothingStored'),
    reasons: {
      INVALID: t('access.reason.INVALID'),
      SIGNED_OUT: t('access.reason.SIGNED_OUT'),
      NO_ANSWER: t('ui.noAnswer'),
      FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED'),
      ...reasons,
    },
    errors: Object.fromEntries(errors.map((key) => [key, t(key)])),
  }
}
