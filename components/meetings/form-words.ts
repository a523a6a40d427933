import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import type { Words } from '@/lib/platform/words'

const reasons = [
  'NOT_FOUND',
  'NOT_ALLOWED',
  'LOCKED',
  'STALE',
  'INVALID',
  'SIGNED_OUT',
  'NUMBERED',
  'IN_USE',
  'WRONG_STATE',
  'NO_DAY',
  'NO_ITEMS',
  'NOT_HELD',
  'NOTHING_ASKED',
] as const

/** Why something in a meeting could not be done, one sentence each. */
export function meetingReasons(t: Words): Record<string, string> {
  const known = Object.fromEntries(reasons.map((reason) => [reason, t(`meetings.reason.${reason}`)]))
  return { ...known, NO_ANSWER: t('ui.noAnswer'), FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED') }
}

const errors = [
  'day',
  'tooLong',
  'name',
  'body',
  'period',
  'title',
  'numbered',
  'reason',
  'role',
  'itemTitle',
  'choice',
  'decision',
  'actionPoint',
  'page',
  'sure',
] as const

/** Texts of the forms of rows. */
export function meetingFormWords(t: Words): RecordWords {
  return recordWords(t, { reasons: meetingReasons(t), errors: errors.map((name) => `meetings.error.${name}`) })
}
