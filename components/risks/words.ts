import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import type { Words } from '@/lib/platform/words'

const reasons = ['NOT_FOUND', 'NOT_ALLOWED', 'STALE', 'CLOSED', 'OPEN', 'DAY', 'SCALE'] as const
const errors = [
  'descriptionMissing',
  'textMissing',
  'reasonMissing',
  'periodMissing',
  'nothingAssessed',
  'score',
  'points',
  'day',
  'raisedLater',
  'tooLong',
] as const

/** Why a step without fields was refused: there is nothing typed that could be kept. */
export function riskStepReasons(t: Words): Record<string, string> {
  return { ...riskFormWords(t).reasons, STALE: t('risks.reason.STALE_STEP') }
}

/** What the forms of the register say. */
export function riskFormWords(t: Words): RecordWords {
  const own = Object.fromEntries(reasons.map((reason) => [reason, t(`risks.reason.${reason}`)]))
  return recordWords(t, { reasons: own, errors: errors.map((name) => `risks.error.${name}`) })
}
