import type { BoundData, Scope } from '@/lib/final-report/bindings/model'
import type { Binding, BlockContents, FreeCell, IndicatorPick, ScopedType } from '@/lib/final-report/blocks/model'
import type { DocumentCell, TableBody } from '@/lib/final-report/document/model'
import { decisionTable } from '@/lib/final-report/tables/decisions/model'
import { budgetTable, purchaseTable } from '@/lib/final-report/tables/finance/model'
import { indicatorTable } from '@/lib/final-report/tables/indicators/model'
import { planChangeTable, riskTable } from '@/lib/final-report/tables/steering/model'
import { toimintamalliTable } from '@/lib/final-report/tables/toimintamallit/model'
import type { Words } from '@/lib/platform/words'

/** The body of a bound table. Rows come in the order of the data. */
export function boundTable(
  type: ScopedType,
  {
    data,
    scope,
    pick,
    listed,
    bindings,
    t,
  }: { data: BoundData; scope: Scope; pick: IndicatorPick; listed: boolean; bindings: readonly Binding[]; t: Words },
): TableBody {
  switch (type) {
    case 'indicator_table':
      return indicatorTable(data, scope, { pick, bindings }, t)
    case 'toimintamalli_table':
      return toimintamalliTable(data, scope, { listed, bindings }, t)
    case 'budget_table':
      return budgetTable(data, scope, t)
    case 'purchase_table':
      return purchaseTable(data, scope, t)
    case 'decision_list':
      return bindings.some((binding) => binding.source === 'decision')
        ? decisionTable(data, bindings, t)
        : planChangeTable(data, scope, t)
    case 'risk_table':
      return riskTable(data, t)
  }
}

/** A table of typed cells; short rows are filled, so that every row is as wide as the heading. What is not known says so. */
export function freeTable({ columns, rows, total, notes }: BlockContents['free_table'], t: Words): TableBody {
  const numeric = columns.map((_, index) => {
    // The first column names the rows, also when it names them by years.
    if (index === 0) return false
    const known = rows.map((row) => row[index] ?? null).filter((text) => text !== null)
    return known.length > 0 && known.every(isFigure)
  })
  const cells = (row: readonly FreeCell[]) =>
    columns.map((_, index): DocumentCell => {
      const text = row[index]
      return text === null ? { text: t('finalReport.unknown'), unknown: true } : { text: text ?? '' }
    })
  return {
    columns: columns.map((header, index) => ({
      header,
      numeric: numeric[index] ?? false,
      width: widthOf(index, columns, rows),
    })),
    rows: rows.map(cells),
    total: total ? cells(total) : null,
    notes: notes ?? [],
    source: '',
  }
}

/** A column is as wide as its longest text asks for, within bounds: figures need little, words more. */
function widthOf(index: number, columns: readonly string[], rows: readonly (readonly FreeCell[])[]): number {
  const longest = Math.max(...[columns, ...rows].map((row) => (row[index] ?? '').length))
  return Math.min(4, Math.max(1, longest / 12))
}

function isFigure(text: string): boolean {
  return /^[−-]?[\d\s\u00a0]+(,\d+)?(\s?[%€])?$/.test(text.trim())
}
