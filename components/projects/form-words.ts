import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import type { Words } from '@/lib/platform/words'

const reasons = ['NOT_ALLOWED', 'NOT_FOUND', 'SIGNED_OUT', 'INVALID', 'STALE'] as const

/** Texts of a form of the project's pages; `errors` are the keys of the messages its fields can give. */
export function projectFormWords(t: Words, errors: readonly string[] = []): RecordWords {
  const own = Object.fromEntries(reasons.map((reason) => [reason, t(`projects.form.reason.${reason}`)]))
  return recordWords(t, { reasons: own, errors })
}
