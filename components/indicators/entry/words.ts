import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import { formulaReasonLabels } from '@/lib/indicators/formulas/labels'
import type { Words } from '@/lib/platform/words'
import { valueErrorKeys } from '@/lib/values/labels'

const reasons = ['NOT_FOUND', 'NOT_ALLOWED', 'STALE', 'CALCULATED'] as const
const errors = [
  'tooLong',
  'nameMissing',
  'codeBrackets',
  'codeTaken',
  'changeMissing',
  'day',
  'dayAhead',
  'dayBeforeVersion',
  'reasonMissing',
  'limitMissing',
  'limitNumber',
  'valueMissing',
  'timeMissing',
  'sourceMissing',
  'partMissing',
  'partTwice',
  'partNumber',
  'partsMissing',
] as const

/** What the forms of an indicator say. */
export function indicatorFormWords(t: Words): RecordWords {
  const own = Object.fromEntries(reasons.map((reason) => [reason, t(`indicators.reason.${reason}`)]))
  const keys = [
    ...errors.map((name) => `indicators.error.${name}`),
    ...Object.values(formulaReasonLabels),
    ...valueErrorKeys,
    'statusReports.error.wholeNumber',
  ]
  return recordWords(t, { reasons: own, errors: keys })
}
