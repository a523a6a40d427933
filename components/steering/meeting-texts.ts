import type { Words } from '@/lib/platform/words'
import type { SnapshotAgendaItem, SnapshotMeeting } from '@/lib/rounds/snapshot/meetings/model'
import { formatDate } from '@/lib/values/format'

/** `§ 12/2025 Muutosesitys`; an item without a number goes by its title. */
export function itemTitle({ number, year, title }: Pick<SnapshotAgendaItem, 'number' | 'year' | 'title'>): string {
  if (number === null) return title
  return year === null ? `§\u00a0${number} ${title}` : `§\u00a0${number}/${year} ${title}`
}

/** `Ohjausryhmä 12.11.2025`; a meeting whose day is not known goes by what was written of it. */
export function meetingText(t: Words, { body, heldOn, dateAsWritten }: SnapshotMeeting): string {
  const day = heldOn === null ? dateAsWritten : formatDate(heldOn, t.locale)
  return [body, day].filter(Boolean).join(' ')
}
