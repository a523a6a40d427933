import type { BoundData, Scope } from '@/lib/final-report/bindings/model'
import type { Binding, IndicatorPick, ScopedType } from '@/lib/final-report/blocks/model'
import type { DocumentCell, TableBody } from '@/lib/final-report/document/model'
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
    bindings,
    t,
  }: { data: BoundData; scope: Scope; pick: IndicatorPick; bindings: readonly Binding[]; t: Words },
): TableBody {
  switch (type) {
    case 'indicator_table':
      return indicatorTable(data, scope, { pick, bindings }, t)
    case 'toimintamalli_table':
      return toimintamalliTable(data, scope, t)
    case 'budget_table':
      return budgetTable(data, scope, t)
    case 'purchase_table':
      return purchaseTable(data, scope, t)
    case 'decision_list':
      return planChangeTable(data, scope, t)
    case 'risk_table':
      return riskTable(data, t)
  }
}

/** A table of typed cells; short rows are filled, so that every row is as wide as the heading. */
export function freeTable(columns: readonly string[], rows: readonly (readonly string[])[]): TableBody {
  const numeric = columns.map((_, index) => rows.length > 0 && rows.every((row) => isFigure(row[index] ?? '')))
  return {
    columns: columns.map((header, index) => ({ header, numeric: numeric[index] ?? false, width: 1 })),
    rows: rows.map((row) => columns.map((_, index): DocumentCell => ({ text: row[index] ?? '' }))),
    total: null,
    notes: [],
    source: '',
  }
}

function isFigure(text: string): boolean {
  return /^[−-]?[\d\s\u00a0]+(,\d+)?(\s?[%€])?$/.test(text.trim())
}
