import type { Understood } from '@/lib/indicators/readings/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber, formatTimeCode } from '@/lib/values/format'
import { describeUnknown, showUnderstood } from '@/lib/values/format-value'

/** What was understood of a typed figure, sample size or time, in the reader's notation. */
export function readingText(t: Words, { kind, value }: Understood): string {
  if (kind === 'count') return formatNumber(value, t.locale)
  if (kind === 'time') return value.code ? formatTimeCode(value.code, t.locale) : (value.asWritten ?? '')
  return value.unknown ? t(describeUnknown(value.unknown)) : (showUnderstood(value, t.locale) ?? '')
}
