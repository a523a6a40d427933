import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import type { Words } from '@/lib/platform/words'

const reasons = ['NOT_FOUND', 'NOT_ALLOWED', 'ALREADY', 'NO_FIGURE', 'NOT_OWN_AREA', 'IN_USE', 'NO_OPTIONS'] as const
const errors = ['area', 'time', 'role', 'reason', 'tooLong', 'noFigure', 'notOwnArea', 'choice'] as const

const own = (t: Words) => Object.fromEntries(reasons.map((reason) => [reason, t(`statistics.reason.${reason}`)]))

/** What the form of choosing a figure says. */
export function statisticsFormWords(t: Words): RecordWords {
  return recordWords(t, { reasons: own(t), errors: errors.map((name) => `statistics.error.${name}`) })
}

/** Why a single step about statistics was refused. */
export function statisticsReasons(t: Words): Record<string, string> {
  return { ...statisticsFormWords(t).reasons }
}
