import type { Words } from '@/lib/platform/words'

const reasons = [
  'NOT_FOUND',
  'NOT_ALLOWED',
  'LOCKED',
  'STALE',
  'WRONG_STATE',
  'INCOMPLETE',
  'SIGNED_OUT',
  'INVALID',
] as const

/** Why a step on a report was refused, one sentence each. */
export function reasonTexts(t: Words): Record<string, string> {
  const known = Object.fromEntries(reasons.map((reason) => [reason, t(`statusReports.reason.${reason}`)]))
  return {
    ...known,
    CLOSED: t('calendar.closing.reason'),
    NO_ANSWER: t('ui.noAnswer'),
    FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED'),
  }
}
