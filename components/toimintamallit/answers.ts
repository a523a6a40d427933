import type { PlainCell } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import { unknownUseLabel, useStateLabels } from '@/lib/toimintamallit/labels'
import type { UseState } from '@/lib/toimintamallit/model'

/** Words of a source that say just the answer. */
const bareWords = ['kyllä', 'ei', 'osittain']

const saysMore = (written: string | null): written is string =>
  written !== null && !bareWords.includes(written.toLowerCase())

/** The answer in words, with what the source wrote when it says it otherwise. */
export function answerText(t: Words, state: UseState | null, written: string | null = null): string {
  const text = t(state === null ? unknownUseLabel : useStateLabels[state])
  return saysMore(written) ? `${text} (${written})` : text
}

/** The same as a cell of a table. */
export function answerCell(t: Words, state: UseState | null, written: string | null = null): PlainCell {
  const text = t(state === null ? unknownUseLabel : useStateLabels[state])
  return { text, unknown: state === null, note: saysMore(written) ? written : undefined }
}
