import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import type { Words } from '@/lib/platform/words'

const reasons = [
  'NOT_ALLOWED',
  'NOT_FOUND',
  'STALE',
  'EXISTS',
  'SIGN_IN_AGAIN',
  'TOO_EARLY',
  'OPEN_LIST',
  'NOTHING_DUE',
  'OWN_LIST',
  'NOT_OWN_LIST',
  'NOT_APPROVED',
  'NOT_YET',
] as const

const errors = [
  'reason',
  'refusalReason',
  'tooLong',
  'kind',
  'start',
  'startFits',
  'programmeFits',
  'years',
  'basis',
  'exists',
  'project',
  'year',
  'yearToCome',
  'decision',
] as const

/** What the forms of retention say. */
export function retentionWords(t: Words): RecordWords {
  return recordWords(t, {
    reasons: Object.fromEntries(reasons.map((reason) => [reason, t(`retention.reason.${reason}`)])),
    errors: errors.map((error) => `retention.error.${error}`),
  })
}
