import type { RecordWords } from '@/components/projects/record-fields'
import type { Words } from '@/lib/platform/words'

const reasons = ['NOT_ALLOWED', 'NOT_FOUND', 'SIGNED_OUT', 'INVALID', 'STALE'] as const

/** Texts of a form of the project's pages; `errors` are the keys of the messages its fields can give. */
export function recordWords(t: Words, send: string, errors: readonly string[] = []): RecordWords {
  return {
    send,
    summary: t('ui.errorSummary'),
    storedNow: t('projects.form.storedNow'),
    nothing: t('projects.form.nothing'),
    reasons: {
      ...Object.fromEntries(reasons.map((reason) => [reason, t(`projects.form.reason.${reason}`)])),
      NO_ANSWER: t('ui.noAnswer'),
    },
    errors: Object.fromEntries(errors.map((key) => [key, t(key)])),
  }
}
