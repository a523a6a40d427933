import type { Reading as Shown } from '@/components/status-reports/form/model'
import { readingText } from '@/components/status-reports/reading-text'
import type { Reading, Understood } from '@/lib/indicators/readings/model'
import type { Warning } from '@/lib/indicators/warnings/model'
import type { Words } from '@/lib/platform/words'
import { warningLabels } from '@/lib/steering/indicators/labels'
import { isDecimal } from '@/lib/values/decimal'
import { formatNumber } from '@/lib/values/format'

/** How a typed figure was read, in the reader's words: also which part of it is wrong. */
export function shownReading(t: Words, reading: Reading<Understood>): Shown {
  if (reading.ok) return { understood: readingText(t, reading.value) }
  const fields = Object.entries(reading.fields ?? {}).map(([name, message]) => [name, t(message)] as const)
  return { problem: t(reading.message), ...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}) }
}

/** What looks wrong with a value that is being written, a sentence each. */
export function shownWarnings(t: Words, warnings: readonly Warning[]): string[] {
  return warnings.map(({ rule, values }) => {
    const [first = '', second = ''] = values.map((one) => (isDecimal(one) ? formatNumber(one, t.locale) : one))
    return t(warningLabels[rule], { value: t('statusReports.field.value'), other: '', first, second })
  })
}
