import { type CommunicationEntry, textsOf } from '@/lib/communications/model'
import type { Words } from '@/lib/platform/words'
import { type Listing, lines, listingOf } from '@/lib/values/listing'

/** Rows of the communication plan, each with what its log tells. */
export function communicationListing(t: Words, title: string, rows: readonly CommunicationEntry[]): Listing {
  return listingOf({ name: 'communications', title }, rows, [
    [t('listings.column.no'), 'count', (row) => row.no],
    [t('listings.column.topic'), 'text', (row) => row.topic],
    [t('listings.column.audience'), 'text', (row) => row.audience],
    [t('listings.column.aim'), 'text', (row) => row.aim],
    [t('listings.column.channels'), 'text', (row) => lines(row.channels)],
    [t('listings.column.time'), 'text', (row) => row.dateAsWritten],
    [t('listings.column.responsible'), 'text', (row) => row.responsibleRole],
    [t('listings.column.status'), 'text', (row) => row.statusText],
    [t('listings.column.what'), 'text', (row) => lines(textsOf(row, 'what'))],
    [t('listings.column.done'), 'text', (row) => lines(textsOf(row, 'done'))],
    [t('listings.column.planned'), 'text', (row) => lines(textsOf(row, 'planned'))],
  ])
}
