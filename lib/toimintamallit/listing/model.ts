import type { Words } from '@/lib/platform/words'
import { gapLabels, goalStateLabels, unknownUseLabel, useStateLabels } from '@/lib/toimintamallit/labels'
import { describedState, tagOf, takenInto, type UseState } from '@/lib/toimintamallit/model'
import type { RegisterRow } from '@/lib/toimintamallit/register/model'
import { type Listing, lines, listingOf } from '@/lib/values/listing'

/** The register of toimintamallit with its gaps. What nobody has told is "not known", not "no". */
export function registerListing(t: Words, title: string, rows: readonly RegisterRow[]): Listing {
  const use = (state: UseState | null) => t(state === null ? unknownUseLabel : useStateLabels[state])
  return listingOf({ name: 'toimintamallit', title }, rows, [
    [t('toimintamallit.column.name'), 'text', (row) => row.name],
    [t('toimintamallit.column.unit'), 'text', (row) => row.unit?.title],
    [t('toimintamallit.column.investments'), 'text', (row) => lines(row.investments.map(({ label }) => label))],
    [t('toimintamallit.address'), 'text', (row) => row.innokylaUrl],
    [t('toimintamallit.tag'), 'text', (row) => tagOf(row)],
    [t('toimintamallit.described'), 'text', (row) => use(describedState(row))],
    [t('toimintamallit.column.piloted'), 'text', (row) => use(row.piloted)],
    [t('toimintamallit.column.taken'), 'text', (row) => use(takenInto(row))],
    [t('toimintamallit.column.stayed'), 'text', (row) => use(row.stayedInUse)],
    [t('toimintamallit.goals'), 'text', (row) => lines(row.goals)],
    [t('toimintamallit.goalMet'), 'text', (row) => t(goalStateLabels[row.goalMet ?? 'unknown'])],
    [t('toimintamallit.results'), 'text', (row) => lines(row.results)],
    [t('toimintamallit.owner'), 'text', (row) => row.ownerAfterProject],
    [t('listings.column.evidence'), 'count', (row) => row.evidence],
    [t('toimintamallit.column.gaps'), 'text', (row) => lines(row.gaps.map((gap) => t(gapLabels[gap])))],
    [t('toimintamallit.note'), 'text', (row) => row.note],
  ])
}
