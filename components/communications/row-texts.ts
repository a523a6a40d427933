import type { CellParts } from '@/components/ui/table-model'
import { isDone } from '@/lib/communications/filters/model'
import { type CommunicationEntry, textsOf } from '@/lib/communications/model'
import type { Words } from '@/lib/platform/words'
import { formatTimeCode } from '@/lib/values/format'
import { timeSpanFromCode } from '@/lib/values/time'

/** `3. Digituki` */
export function rowTitle({ no, topic }: Pick<CommunicationEntry, 'no' | 'topic'>): string {
  return no === null ? topic : `${no}. ${topic}`
}

/** When it is to happen, as understood, else as written. */
export function scheduleText({ dateAsWritten, dateCode }: CommunicationEntry, t: Words): string | null {
  return dateCode && timeSpanFromCode(dateCode).ok ? formatTimeCode(dateCode, t.locale) : dateAsWritten
}

/** Planned against done: how many of each, or that nothing has been done yet. */
export function progressCell(t: Words, row: CommunicationEntry): CellParts {
  const planned = textsOf(row, 'what').length + textsOf(row, 'planned').length
  const done = textsOf(row, 'done').length
  const counts = t('communications.counts', { planned, done })
  return isDone(row)
    ? { text: t('communications.progress.done'), tag: 'good', note: counts }
    : { text: t('communications.progress.planned'), tag: 'info', note: counts }
}

export function toldOr(t: Words, text: string | null): string | CellParts {
  return text ?? { text: t('communications.notTold'), unknown: true }
}
