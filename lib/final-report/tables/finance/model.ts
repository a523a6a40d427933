import { type BoundData, budgetLinesIn, cardOf, purchasesIn, type Scope } from '@/lib/final-report/bindings/model'
import type { DocumentCell, TableBody } from '@/lib/final-report/document/model'
import { sumText } from '@/lib/final-report/numbers/model'
import { notInProjectLabel } from '@/lib/finance/labels'
import { partialSum } from '@/lib/finance/model'
import type { Words } from '@/lib/platform/words'
import { formatAmount } from '@/lib/values/format'
import { titleOf } from '@/lib/work-packages/model'

function amountCell(amount: string | null, t: Words, address: string | null): DocumentCell {
  const cell: DocumentCell =
    amount === null ? { text: t('finalReport.unknown'), unknown: true } : { text: formatAmount(amount, t.locale) }
  return address === null ? cell : { ...cell, address }
}

/** Budget lines. A line outside the project is neither zero nor unknown. */
export function budgetTable(data: BoundData, scope: Scope, t: Words): TableBody {
  const lines = budgetLinesIn(data, scope)
  const sources = data.budgets
    .filter((table) => table.lines.some((line) => lines.includes(line)))
    .map((table) => table.source)
  const notes = data.budgets
    .flatMap((table) => table.notes)
    .filter((note) => note.kind === 'mismatch' && scope.covers(note.investmentId))
  const counted = lines.filter((line) => !line.notInProject)
  return {
    columns: [
      { header: t('finalReport.column.part'), numeric: false, width: 4 },
      { header: t('finalReport.column.budget'), numeric: true, width: 1.3 },
    ],
    rows: lines.map((line): DocumentCell[] => [
      { text: line.title },
      line.notInProject
        ? { text: t(notInProjectLabel), unknown: true }
        : amountCell(line.amount, t, cardOf(data, { kind: 'budget_line', id: line.id })),
    ]),
    total: [{ text: t('finalReport.total') }, { text: sumText(partialSum(counted.map((line) => line.amount)), t) }],
    notes: notes.map((note) => note.text),
    source: t('finalReport.sourceLine', { source: sources.join('; ') || t('finalReport.source.budget') }),
  }
}

/** Purchases one by one; an unknown amount stays unknown and the sum says that it lacks it. */
export function purchaseTable(data: BoundData, scope: Scope, t: Words): TableBody {
  const rows = purchasesIn(data, scope)
  const supplied = rows.some((row) => row.supplier !== null)
  const unit = (id: string | null): DocumentCell => {
    const found = data.workPackages.find((one) => one.id === id)
    return found ? { text: titleOf(found) } : { text: t('finalReport.noWorkPackage'), unknown: true }
  }
  return {
    columns: [
      { header: t('finalReport.column.purchase'), numeric: false, width: 3 },
      { header: t('finalReport.column.workPackage'), numeric: false, width: 2 },
      ...(supplied ? [{ header: t('finalReport.column.supplier'), numeric: false, width: 1.4 }] : []),
      { header: t('finalReport.column.price'), numeric: true, width: 1.2 },
    ],
    rows: rows.map((row): DocumentCell[] => [
      { text: row.title },
      unit(row.workPackageId),
      ...(supplied
        ? [row.supplier === null ? { text: t('finalReport.unknown'), unknown: true as const } : { text: row.supplier }]
        : []),
      amountCell(row.amount, t, cardOf(data, { kind: 'purchase', id: row.id })),
    ]),
    total: [
      { text: t('finalReport.totalPurchases', { count: rows.length }) },
      { text: '' },
      ...(supplied ? [{ text: '' }] : []),
      { text: sumText(partialSum(rows.map((row) => row.amount)), t) },
    ],
    notes: rows.some((row) => row.vatBasis === null) ? [t('finalReport.note.vatUnknown')] : [],
    source: t('finalReport.sourceLine', { source: t('finalReport.source.purchases') }),
  }
}
