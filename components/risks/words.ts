import type { RecordWords } from '@/components/ui/record-form'
import type { Words } from '@/lib/platform/words'

const reasons = ['NOT_FOUND', 'NOT_ALLOWED', 'STALE', 'CLOSED', 'OPEN'] as const
const errors = [
  'descriptionMissing',
  'textMissing',
  'reasonMissing',
  'periodMissing',
  'nothingAssessed',
  'score',
  'points',
  'day',
  'tooLong',
] as const

/** Why a step without fields was refused: there is nothing typed that could be kept. */
export function riskStepReasons(t: Words): Record<string, string> {
  return { ...riskReasons(t), STALE: t('risks.reason.STALE_STEP') }
}

function riskReasons(t: Words): Record<string, string> {
  const own = Object.fromEntries(reasons.map((reason) => [reason, t(`risks.reason.${reason}`)]))
  const { INVALID, SIGNED_OUT } = { INVALID: t('access.reason.INVALID'), SIGNED_OUT: t('access.reason.SIGNED_OUT') }
  return { ...own, INVALID, SIGNED_OUT, NO_ANSWER: t('ui.noAnswer') }
}

/** What the forms of the register say. */
export function riskFormWords(t: Words): RecordWords {
  return {
    summary: t('ui.errorSummary'),
    storedNow: t('risks.form.storedNow'),
    reasons: riskReasons(t),
    errors: Object.fromEntries(errors.map((name) => [`risks.error.${name}`, t(`risks.error.${name}`)])),
  }
}
