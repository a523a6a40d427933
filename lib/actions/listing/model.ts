import { stateLabels, unknownStateLabel } from '@/lib/actions/labels'
import type { ActionRow } from '@/lib/actions/model'
import type { Words } from '@/lib/platform/words'
import { type Listing, lines, listingOf } from '@/lib/values/listing'

/** Actions in the order of the plan. `packages`: titles of the work packages by their ids. */
export function actionListing(
  t: Words,
  title: string,
  rows: readonly ActionRow[],
  packages: ReadonlyMap<string, string>,
): Listing {
  return listingOf({ name: 'actions', title }, rows, [
    [t('finance.field.package'), 'text', (row) => packages.get(row.workPackageId)],
    [t('listings.column.no'), 'text', (row) => row.noAsWritten ?? row.no],
    [t('listings.column.action'), 'text', (row) => row.title],
    [t('listings.column.state'), 'text', (row) => t(row.state ? stateLabels[row.state] : unknownStateLabel)],
    [t('listings.column.status'), 'text', (row) => row.statusText ?? row.statusAsWritten],
    [t('listings.column.planned'), 'time', (row) => row.planned],
    [t('listings.column.started'), 'time', (row) => row.started],
    [t('listings.column.finished'), 'time', (row) => row.done],
    [t('listings.column.facts'), 'text', (row) => lines(row.facts.map(({ text }) => text))],
  ])
}
