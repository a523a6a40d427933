import type { Words } from '@/lib/platform/words'
import type { SnapshotDataCell } from '@/lib/rounds/snapshot/data-tables/model'
import { formatNumber } from '@/lib/values/format'
import { unknownLabels } from '@/lib/values/labels'
import { type UnknownKind, unknownKinds } from '@/lib/values/typed-value'

/** Name of a part of a cell that holds several values: `vk 35`. */
export function partText(t: Words, part: string): string {
  const week = /^W(\d{1,2})$/.exec(part)?.[1]
  return week ? t('steering.unit.week', { week }) : part
}

/** A cell of a table of figures; an unknown one is its word. */
export function cellText(t: Words, { number, text, unknown }: SnapshotDataCell): { text: string; unknown: boolean } {
  if (number !== null) return { text: formatNumber(number, t.locale), unknown: false }
  if (text !== null) return { text, unknown: false }
  const kind: UnknownKind = unknownKinds.find((one) => one === unknown) ?? 'unknown'
  return { text: t(unknownLabels[kind]), unknown: true }
}
