import type { Words } from '@/lib/platform/words'
import { type Listing, lines, listingOf } from '@/lib/values/listing'
import { levelLabels, lifecycleLabels, unknownLifecycleLabel } from '@/lib/work-packages/labels'
import { titleOf, type WorkPackageDetails } from '@/lib/work-packages/model'

/** Names of the places a package belongs to, by their ids. */
export type PackageNames = { investments: ReadonlyMap<string, string>; packages: ReadonlyMap<string, string> }

const named = (names: ReadonlyMap<string, string>, id: string | null) => (id === null ? null : (names.get(id) ?? null))

/** Work packages and their parts in the order of the plan. */
export function packageListing(
  t: Words,
  title: string,
  rows: readonly WorkPackageDetails[],
  names: PackageNames,
): Listing {
  return listingOf({ name: 'work_packages', title }, rows, [
    [t('listings.column.code'), 'text', (row) => row.code],
    [t('listings.column.title'), 'text', (row) => titleOf(row)],
    [t('listings.column.titlePlan'), 'text', (row) => row.titlePlan],
    [t('listings.column.level'), 'text', (row) => t(levelLabels[row.level])],
    [t('listings.column.parent'), 'text', (row) => named(names.packages, row.parentId)],
    [t('finance.field.investment'), 'text', (row) => named(names.investments, row.investmentId)],
    [t('listings.column.serviceAreas'), 'text', (row) => lines(row.serviceAreas.map(({ name }) => name))],
    [t('listings.column.reports'), 'text', (row) => t(row.reports ? 'listings.yes' : 'listings.no')],
    [t('listings.column.responsible'), 'text', (row) => row.responsibleRole],
    [
      t('listings.column.state'),
      'text',
      (row) => t(row.lifecycle ? lifecycleLabels[row.lifecycle] : unknownLifecycleLabel),
    ],
    [t('listings.column.start'), 'time', (row) => row.schedule.start],
    [t('listings.column.end'), 'time', (row) => row.schedule.end],
    [t('listings.column.scheduleAsWritten'), 'text', (row) => row.schedule.asWritten],
    [t('listings.column.costEstimate'), 'amount', (row) => row.cost.estimate],
  ])
}
