import { type BoundData, coversPart, type Scope } from '@/lib/final-report/bindings/model'
import type { TableBody } from '@/lib/final-report/document/model'
import { type ShowSum, yearCells, yearColumns } from '@/lib/final-report/tables/years/model'
import { yearTable } from '@/lib/plan/tables/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber } from '@/lib/values/format'
import { titleOf } from '@/lib/work-packages/model'

/** henkilötyökuukaudet by part, task and year. A row without an amount is counted among what the sums lack. */
export function personMonthTable(data: BoundData, scope: Scope, t: Words): TableBody {
  const rows = data.personMonths.filter(({ workPackageId }) => coversPart(data, scope, workPackageId))
  const partName = (id: string | null) => {
    const part = data.workPackages.find((one) => one.id === id)
    return part ? titleOf(part) : t('plan.whole')
  }
  const table = yearTable(
    rows.map(({ workPackageId, role, year, months }) => ({
      part: { key: workPackageId ?? '', name: partName(workPackageId) },
      row: role ?? t('plan.personMonths.noRole'),
      year,
      amount: months,
    })),
  )
  const show: ShowSum = (total) => formatNumber(total, t.locale)
  return {
    columns: yearColumns(t, t('plan.personMonths.part'), table),
    rows: table.parts.flatMap((part) =>
      part.rows.map(({ key, cells, total }) => [{ text: `${part.name}: ${key}` }, ...yearCells(t, cells, total, show)]),
    ),
    total: [{ text: t('plan.year.total') }, ...yearCells(t, table.cells, table.total, show)],
    notes: [],
    source: t('finalReport.sourceLine', { source: t('finalReport.source.plan') }),
  }
}
