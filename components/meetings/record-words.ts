import type { RecordWords } from '@/components/meetings/record-form'
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
  return { ...known, NO_ANSWER: t('ui.noAnswer') }
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
] as const

/** Texts of the forms of rows. */
export function recordWords(t: Words): RecordWords {
  const own = errors.map((name) => [`meetings.error.${name}`, t(`meetings.error.${name}`)])
  const shared = ['evidence.error.label', 'evidence.error.labelTooLong', 'evidence.error.url']
  return {
    summary: t('ui.errorSummary'),
    notice: t('ui.notice.warning'),
    storedNow: t('meetings.form.storedNow'),
    nothingStored: t('meetings.form.nothingStored'),
    reasons: meetingReasons(t),
    errors: { ...Object.fromEntries(own), ...Object.fromEntries(shared.map((key) => [key, t(key)])) },
  }
}
