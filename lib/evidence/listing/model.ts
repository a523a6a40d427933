import { evidenceSubjectLabels } from '@/lib/evidence/labels'
import type { ListedEvidence } from '@/lib/evidence/overview/model'
import type { Words } from '@/lib/platform/words'
import { dateInHelsinki } from '@/lib/values/calendar'
import { type Listing, listingOf } from '@/lib/values/listing'

/** Pieces of evidence with what each shows. */
export function evidenceListing(t: Words, title: string, rows: readonly ListedEvidence[]): Listing {
  return listingOf({ name: 'evidence', title }, rows, [
    [t('evidence.label'), 'text', (row) => row.label],
    [t('evidence.overview.kind'), 'text', (row) => t(row.hasFile ? 'evidence.file' : 'evidence.link')],
    [t('listings.column.subject'), 'text', (row) => t(evidenceSubjectLabels[row.subject.kind])],
    [t('evidence.overview.shows'), 'text', (row) => row.shows],
    [t('evidence.overview.added'), 'day', (row) => dateInHelsinki(new Date(row.addedAt))],
  ])
}
