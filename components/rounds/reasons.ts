import type { Words } from '@/lib/platform/words'

const reasons = [
  'NOT_FOUND',
  'NOT_ALLOWED',
  'STALE',
  'NOTHING_APPROVED',
  'ALREADY_PUBLISHED',
  'EXISTS',
  'SIGNED_OUT',
  'INVALID',
] as const

/** Why a step on a period was refused, one sentence each. */
export function publishReasons(t: Words): Record<string, string> {
  const known = Object.fromEntries(reasons.map((reason) => [reason, t(`rounds.reason.${reason}`)]))
  return {
    ...known,
    FINDINGS_CHANGED: t('calendar.reason.FINDINGS_CHANGED'),
    NO_ANSWER: t('ui.noAnswer'),
    FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED'),
  }
}
