import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import type { PlanChangeRow } from '@/lib/plan-changes/model'
import type { Words } from '@/lib/platform/words'
import { type Listing, lines, listingOf } from '@/lib/values/listing'

/** Where a change stands in the structure, by the ids of its places. */
export type PlaceNames = { investments: ReadonlyMap<string, string>; units: ReadonlyMap<string, string> }

const named = (names: ReadonlyMap<string, string>, id: string | null) => (id === null ? null : (names.get(id) ?? null))

/** Changes of the plan with the times at which they were decided. */
export function planChangeListing(
  t: Words,
  title: string,
  rows: readonly PlanChangeRow[],
  { investments, units }: PlaceNames,
): Listing {
  return listingOf({ name: 'plan_changes', title }, rows, [
    [t('listings.column.no'), 'count', (row) => row.no],
    [t('listings.column.change'), 'text', (row) => row.title],
    [t('listings.column.state'), 'text', (row) => t(planChangeStateLabels[row.state])],
    [t('finance.field.investment'), 'text', (row) => named(investments, row.investmentId)],
    [t('finance.field.package'), 'text', (row) => named(units, row.workPackageId) ?? row.workPackageAsWritten],
    [t('listings.column.what'), 'text', (row) => row.what],
    [t('listings.column.why'), 'text', (row) => row.why],
    [t('listings.column.oldText'), 'text', (row) => row.oldText],
    [t('listings.column.newText'), 'text', (row) => row.newText],
    [t('listings.column.oldAmount'), 'amount', (row) => row.oldAmount],
    [t('listings.column.newAmount'), 'amount', (row) => row.newAmount],
    [t('listings.column.decided'), 'text', (row) => lines(row.decided.map(({ asWritten }) => asWritten))],
    [t('listings.column.inForceFrom'), 'day', (row) => row.inForceFrom],
    [t('listings.column.rejectedReason'), 'text', (row) => row.rejectedReason],
  ])
}
