import type { RecordWords } from '@/components/ui/record-fields'
import { recordWords } from '@/components/ui/record-words'
import { reasonLabels } from '@/lib/final-report/labels'
import { obstacleLabels } from '@/lib/final-report/life/labels'
import type { Words } from '@/lib/platform/words'

/** Why a change was refused, one sentence each. */
export function reasonTexts(t: Words): Record<string, string> {
  const labels = { ...reasonLabels, ...obstacleLabels, WRONG_STATE: 'finalReport.reason.wrongState' }
  return Object.fromEntries(Object.entries(labels).map(([reason, key]) => [reason, t(key)]))
}

/** What the forms of the final report say; `errors` are the keys that their fields can give. */
export function reportFormWords(t: Words, errors: readonly string[]): RecordWords {
  return recordWords(t, { reasons: reasonTexts(t), errors })
}
