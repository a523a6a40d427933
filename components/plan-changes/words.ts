import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
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
  return recordWords(t, { reasons: own, errors: errors.map((name) => `planChanges.error.${name}`) })
}
