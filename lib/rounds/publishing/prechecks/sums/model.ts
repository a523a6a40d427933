import type { Finding } from '@/lib/rounds/publishing/prechecks/model'
import { touches } from '@/lib/rounds/publishing/prechecks/values/model'
import type { SnapshotDataTable } from '@/lib/rounds/snapshot/data-tables/model'
import type { SnapshotBody, SnapshotIndicator } from '@/lib/rounds/snapshot/model'
import { compare, isZero, sum } from '@/lib/values/decimal'
import type { TypedValue, ValueCell } from '@/lib/values/typed-value'
import { isDurationUnit, isPercentUnit } from '@/lib/values/units'

const none = { part: null, state: null, count: null }

/** Every sum of the review that does not agree with its parts. Nothing is corrected: both values are told. */
export function sumsThatDiffer(body: SnapshotBody): Finding[] {
  return [...budgetFindings(body), ...partFindings(body), ...rowFindings(body)]
}

/** Printed totals of the budget tables against their lines, and against what the work packages are estimated to cost. */
function budgetFindings({ finance }: SnapshotBody): Finding[] {
  return finance.budgets.flatMap((budget): Finding[] => {
    const about = { ...none, title: budget.source, place: 'finance' as const }
    const differs = (rule: 'budget_differs' | 'estimates_differ', difference: string | null, counted: string | null) =>
      difference === null || isZero(difference) || budget.stated === null || counted === null
        ? []
        : [{ ...about, rule, sums: { told: budget.stated, counted, unit: '€' } }]
    return [
      ...differs('budget_differs', budget.difference, budget.sum.total),
      ...differs('estimates_differ', budget.estimateDifference, finance.estimateSum.total),
    ]
  })
}

/** Totals of broken-down values told in the period, against their parts. */
function partFindings({ period, units, indicators }: SnapshotBody): Finding[] {
  return indicators.flatMap((indicator) => {
    const unit = units.find(({ id }) => id === indicator.workPackageId)
    const place = unit ? { unitId: unit.id, path: 'indicators' } : ('targets' as const)
    return ofPeriod(indicator, unit?.report?.id ?? null, period).flatMap(({ value }): Finding[] => {
      const sums = partsThatDiffer(value)
      const about = { ...none, title: unit?.title ?? indicator.name, part: unit ? indicator.name : null, place }
      return sums ? [{ ...about, rule: 'parts_differ', sums }] : []
    })
  })
}

function ofPeriod(indicator: SnapshotIndicator, reportId: string | null, period: { from: string; to: string }) {
  return indicator.measurements.filter(
    (one) => one.role === 'actual' && ((reportId !== null && one.reportId === reportId) || touches(one.time, period)),
  )
}

const totalLabel = /^(kaikki )?(yhteensä|summa|sammanlagt|totalt|summa|total|in total|sum)$/i

/**
 * The total of a breakdown beside the sum of its parts when they differ; null when they agree or cannot be compared: shares
 * and durations are no parts of a sum, nor are parts along several dimensions, unknown, or about something.
 */
export function partsThatDiffer(value: TypedValue): Finding['sums'] {
  if (value.kind !== 'breakdown' || !addsUp(value.unit)) return null
  const totals = value.cells.filter(({ label }) => totalLabel.test(label.trim()))
  const parts = value.cells.filter((cell) => !totals.includes(cell))
  if (parts.length < 2 || totals.length > 1 || !parts.every((part) => isExactIn(part, value.unit))) return null
  if (new Set(parts.map(({ dimensions }) => Object.keys(dimensions).sort().join())).size > 1) return null
  if (parts.some(({ dimensions }) => Object.keys(dimensions).length > 1)) return null
  const told = totals[0]?.number ?? (value.qualifier === 'exact' ? value.number : null)
  return differing(
    told,
    parts.map(({ number }) => number),
    value.unit,
  )
}

function addsUp(unit: string | null): boolean {
  return !isPercentUnit(unit) && !isDurationUnit(unit)
}

function isExactIn({ number, qualifier, unit }: ValueCell, whole: string | null): boolean {
  return number !== null && qualifier === 'exact' && (unit === whole || unit === null || whole === null) && addsUp(unit)
}

function differing(told: string | null, parts: (string | null)[], unit: string | null): Finding['sums'] {
  const { total, unknown } = sum(parts)
  if (told === null || total === null || unknown > 0 || compare(told, total) === 0) return null
  return { told, counted: total, unit }
}

/** Totals rows of the tables of figures, column by column. */
function rowFindings({ dataTables, units }: SnapshotBody): Finding[] {
  return dataTables.flatMap((table) =>
    totalsThatDiffer(table).map(({ column, sums }): Finding => {
      const unit = units.find(({ id, reports }) => reports && id === table.workPackageId)
      const place = unit ? { unitId: unit.id, path: 'indicators' } : ('structure' as const)
      return { ...none, rule: 'rows_differ', title: table.title, part: column, place, sums }
    }),
  )
}

/** Columns of a table whose totals row is not the sum of the other rows. A table without such a row has nothing to compare. */
export function totalsThatDiffer({ columns, rows }: Pick<SnapshotDataTable, 'columns' | 'rows'>) {
  const [name, ...figures] = columns
  const isTotal = (row: SnapshotDataTable['rows'][number]) =>
    row.some(({ column, text }) => column === name?.key && text !== null && totalLabel.test(text.trim()))
  const totals = rows.find(isTotal)
  if (!totals) return []
  return figures.flatMap(({ key, title, unit }) => {
    // A cell that holds several values belongs to several sums.
    const cellsOf = (row: SnapshotDataTable['rows'][number]) => row.filter(({ column }) => column === key)
    const others = rows.filter((row) => row !== totals).map(cellsOf)
    if (!addsUp(unit) || others.some((cells) => cells.length !== 1)) return []
    const sums = differing(
      cellsOf(totals)[0]?.number ?? null,
      others.map(([cell]) => cell?.number ?? null),
      unit,
    )
    return sums ? [{ column: title, sums }] : []
  })
}
