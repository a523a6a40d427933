import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import type { Words } from '@/lib/platform/words'

const reasons = ['NOT_FOUND', 'NOT_ALLOWED', 'STALE'] as const
const errors = ['topicMissing', 'textMissing', 'day', 'url', 'tooLong'] as const

/** What the forms of the communication plan say. */
export function communicationFormWords(t: Words): RecordWords {
  const own = Object.fromEntries(reasons.map((reason) => [reason, t(`communications.reason.${reason}`)]))
  return recordWords(t, { reasons: own, errors: errors.map((name) => `communications.error.${name}`) })
}
