import { reasonLabels } from '@/lib/final-report/labels'
import type { Words } from '@/lib/platform/words'

/** Why a change was refused, one sentence each. */
export function reasonTexts(t: Words): Record<string, string> {
  return Object.fromEntries(Object.entries(reasonLabels).map(([reason, key]) => [reason, t(key)]))
}
