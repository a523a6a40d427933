import { type BoundData, type Scope, toimintamallitIn } from '@/lib/final-report/bindings/model'
import { type Binding, isAddress } from '@/lib/final-report/blocks/model'
import type { DocumentCell, TableBody } from '@/lib/final-report/document/model'
import type { Words } from '@/lib/platform/words'
import { unknownUseLabel, useStateLabels } from '@/lib/toimintamallit/labels'
import type { ToimintamalliRow, UseState } from '@/lib/toimintamallit/model'
import { titleOf } from '@/lib/work-packages/model'

/** The models of a table: those of its scope; `listed`, those in the report's table; and of them those chosen, if any are. */
export function shownToimintamallit(
  data: BoundData,
  scope: Scope,
  { listed, bindings }: { listed: boolean; bindings: readonly Binding[] },
): ToimintamalliRow[] {
  const chosen = bindings.flatMap((binding) => binding.toimintamalliId ?? [])
  return toimintamallitIn(data, scope).filter(
    (row) => (!listed || row.listedInReportTable) && (chosen.length === 0 || chosen.includes(row.id)),
  )
}

/** Models with what became of them. What nobody has told stands as unknown, never as "no". */
export function toimintamalliTable(
  data: BoundData,
  scope: Scope,
  { listed, bindings }: { listed: boolean; bindings: readonly Binding[] },
  t: Words,
): TableBody {
  const rows = shownToimintamallit(data, scope, { listed, bindings })
  const state = (use: UseState | null): DocumentCell =>
    use === null ? { text: t(unknownUseLabel), unknown: true } : { text: t(useStateLabels[use]) }
  const open = rows.filter((row) => row.piloted === null || row.stayedInUse === null).length
  // In the table of one work package its name would stand in every row.
  const ofOne = scope.workPackageId !== undefined
  const unitOf = ({ workPackageId }: BoundData['toimintamallit'][number]): DocumentCell => {
    const unit = data.workPackages.find((one) => one.id === workPackageId)
    return unit ? { text: titleOf(unit) } : { text: t('finalReport.unknown'), unknown: true }
  }
  return {
    columns: [
      { header: t('finalReport.column.toimintamalli'), numeric: false, width: ofOne ? 5 : 3 },
      ...(ofOne ? [] : [{ header: t('finalReport.column.workPackage'), numeric: false, width: 2 }]),
      { header: t('finalReport.column.piloted'), numeric: false, width: 1.5 },
      { header: t('finalReport.column.stayedInUse'), numeric: false, width: 1.5 },
    ],
    rows: rows.map((row): DocumentCell[] => [
      { text: row.name, ...(isAddress(row.innokylaUrl) && { address: row.innokylaUrl }) },
      ...(ofOne ? [] : [unitOf(row)]),
      state(row.piloted),
      state(row.stayedInUse),
    ]),
    total: null,
    notes: open > 0 ? [t('finalReport.note.useUnknown', { count: open })] : [],
    source: t('finalReport.sourceLine', { source: t('finalReport.source.toimintamallit') }),
  }
}
