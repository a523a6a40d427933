import { type BoundData, coversPart, type Scope } from '@/lib/final-report/bindings/model'
import type { DocumentCell, TableBody } from '@/lib/final-report/document/model'
import { type ShowSum, sumCell, yearCells, yearColumns } from '@/lib/final-report/tables/years/model'
import { fundingSourceLabels } from '@/lib/finance/labels'
import { type BudgetLineRow, type BudgetTableRow, fundingSources } from '@/lib/finance/model'
import { type CostTable, costTable, type OwnShare } from '@/lib/plan/costs/model'
import type { Words } from '@/lib/platform/words'
import { formatAmount, formatPercent } from '@/lib/values/format'
import { titleOf } from '@/lib/work-packages/model'

/**
 * One budget table by part, source of money and year, with own funding and its share. Of a part only its own lines, and how many
 * they are of all; the printed total is a total of the whole and is told beside the whole alone.
 */
export function costTableBody(data: BoundData, budget: BudgetTableRow, scope: Scope, t: Words): TableBody {
  const lines = budget.lines.filter((line) => isInside(data, scope, line))
  const whole = lines.length === budget.lines.length
  const costs = costTable(whole ? budget : { ...budget, lines }, (line) => partName(data, line))
  const { table, own } = costs
  const show: ShowSum = (total) => formatAmount(total, t.locale)
  const shared = table.parts.some((part) => part.rows.some(({ key }) => key === 'own'))
  // Where no line tells its source, a note says so once, and not each part.
  const sourced = table.parts.some((part) => part.rows.some(({ key }) => sourceName(t, key) !== null))
  const named = (part: string, key: string) =>
    sourced ? `${part}: ${sourceName(t, key) ?? t('plan.costs.untold')}` : part
  const share = (told: DocumentCell): DocumentCell[] => (shared ? [told] : [])
  return {
    columns: [
      ...yearColumns(t, t(sourced ? 'plan.costs.part' : 'plan.field.part'), table),
      ...(shared ? [{ header: t('plan.costs.ownShare'), numeric: true, width: 1.1 }] : []),
    ],
    rows: table.parts.flatMap((part) =>
      part.rows.map(({ key, cells, total }) => [
        { text: named(part.name, key) },
        ...yearCells(t, cells, total, show),
        ...share(key === 'own' ? shareCell(t, own.parts.get(part.key)) : { text: '' }),
      ]),
    ),
    total: [
      { text: t('plan.year.total') },
      ...yearCells(t, table.cells, table.total, show),
      ...share(shareCell(t, own.total)),
    ],
    notes: notesOf(t, costs, { show, all: whole ? null : budget.lines.length, shown: lines.length }),
    source: t('finalReport.sourceLine', { source: budget.source }),
  }
}

/** A line belongs to its part, or where it has none to its place in the structure, which is no part's alone. */
function isInside(data: BoundData, scope: Scope, { workPackageId, investmentId }: BudgetLineRow): boolean {
  if (workPackageId !== null) return coversPart(data, scope, workPackageId)
  return scope.workPackageId === undefined && scope.covers(investmentId)
}

function partName({ workPackages, investments }: BoundData, line: BudgetLineRow): string {
  const part = workPackages.find(({ id }) => id === line.workPackageId)
  if (part) return titleOf(part)
  const place = investments.find(({ id }) => id === line.investmentId)
  if (!place) return line.title
  return place.code && place.code !== place.title ? `${place.code} ${place.title}` : place.title
}

/** Null where the source is not told. */
function sourceName(t: Words, key: string): string | null {
  const source = fundingSources.find((one) => one === key)
  return source ? t(fundingSourceLabels[source]) : null
}

function shareCell(t: Words, own: OwnShare | undefined): DocumentCell {
  const percent = own?.percent ?? null
  return percent === null ? { text: t('plan.unknown'), unknown: true } : { text: formatPercent(percent, t.locale) }
}

type Telling = { show: ShowSum; all: number | null; shown: number }

function notesOf(t: Words, { own, check, stated, statedAsWritten, outside }: CostTable, told: Telling): string[] {
  const { show, all, shown } = told
  const printed = stated === null ? (statedAsWritten ?? t('plan.costs.statedNone')) : formatAmount(stated, t.locale)
  const computed = sumCell(t, check.lines, show).text
  return [
    `${ownText(t, own.total)}.`,
    all === null
      ? `${t('plan.costs.stated')}: ${printed}. ${t('plan.costs.computed')}: ${computed}.`
      : t('plan.costs.ofPart', { shown, all }),
    ...(outside.length > 0 ? [t('plan.costs.outside', { count: outside.length, parts: outside.join(', ') })] : []),
  ]
}

function ownText(t: Words, { amount, percent, why }: OwnShare): string {
  if (amount === null) return t('plan.costs.ownCannot')
  if (why === 'nothing') return t('plan.costs.ownNothing')
  const told = formatAmount(amount, t.locale)
  const share = t(why === 'unknown' ? 'plan.costs.ownUnknown' : 'plan.costs.ownUntold', { amount: told })
  return `${t('plan.costs.own')}: ${percent === null ? share : `${told}, ${formatPercent(percent, t.locale)}`}`
}
