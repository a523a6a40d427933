import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import type { Words } from '@/lib/platform/words'

const reasons = ['NOT_FOUND', 'NOT_ALLOWED', 'STALE'] as const
const errors = [
  'missing',
  'tooLong',
  'number',
  'thousands',
  'decimals',
  'negative',
  'year',
  'day',
  'time',
  'monthsOrWords',
  'writtenDiffers',
  'valueOrWhy',
  'valueAndUnknown',
  'scaleEnds',
  'outsideScale',
  'nothingNeeded',
  'twoNeeded',
  'needsItself',
  'otherProject',
  'stateMissing',
  'versionReason',
] as const

/** What the forms of the plan say. */
export function planFormWords(t: Words): RecordWords {
  const own = {
    ...Object.fromEntries(reasons.map((reason) => [reason, t(`plan.reason.${reason}`)])),
    NO_TEMPLATE: t('plan.document.noTemplate'),
    EXISTS: t('plan.reason.STALE_STEP'),
  }
  const shared = ['projects.error.tooLong', 'projects.error.day']
  return recordWords(t, { reasons: own, errors: [...errors.map((name) => `plan.error.${name}`), ...shared] })
}

/** Why a step without fields was refused: there is nothing typed that could be kept. */
export function planStepReasons(t: Words): Record<string, string> {
  return { ...planFormWords(t).reasons, STALE: t('plan.reason.STALE_STEP') }
}
