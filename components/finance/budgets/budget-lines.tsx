import { amountCell, differenceCell, sumCell, untold } from '@/components/finance/texts'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Cell } from '@/components/ui/table-model'
import { lineAddress, newLineAddress } from '@/lib/finance/addresses'
import { budgetSums, checkLines } from '@/lib/finance/budgets/model'
import { type BudgetInForce, budgetInForce, type EffectRow, effectsByLine } from '@/lib/finance/effects/model'
import { fundingSourceLabels, notInProjectLabel } from '@/lib/finance/labels'
import type { BudgetLineRow, BudgetTableRow } from '@/lib/finance/model'
import { labelOfPlace, type Places } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'
import { formatAmount, formatChange, formatPercent } from '@/lib/values/format'

type Props = {
  t: Words
  project: string
  table: BudgetTableRow
  places: Places
  effects: readonly EffectRow[]
  keeps: boolean
}

/** The lines of a budget, each with what plan changes in force do to it and what its work packages are estimated to cost. */
export function BudgetLines({ t, project, table, places, effects, keeps }: Props) {
  const estimates = places.packages.map(({ id, investmentId, estimate }) => ({
    workPackageId: id,
    investmentId,
    amount: estimate,
  }))
  const checks = checkLines(table.lines, estimates)
  const sums = budgetSums(table)
  const moved = effectsByLine(table.lines, effects)
  const total = budgetInForce(sums.lines.total, effects)
  const changed = effects.some(({ inForce }) => inForce)
  return (
    <DataTable
      caption={t('finance.budget.linesOf', { table: table.source })}
      hideCaption
      columns={[
        { key: 'title', header: t('finance.field.title') },
        { key: 'place', header: t('finance.field.place') },
        { key: 'kind', header: t('finance.field.kind') },
        { key: 'source', header: t('finance.field.source') },
        { key: 'budget', header: t('finance.column.budget'), numeric: true },
        ...(changed
          ? [
              { key: 'effects', header: t('finance.column.effects'), numeric: true },
              { key: 'inForce', header: t('finance.column.inForce'), numeric: true },
            ]
          : []),
        { key: 'estimates', header: t('finance.budget.estimates'), numeric: true },
        { key: 'difference', header: t('finance.check.difference') },
      ]}
      rows={checks.map(({ line, estimated, difference }) => ({
        key: line.id,
        id: `line-${line.id}`,
        cells: [
          titleCell(line, keeps ? lineAddress(project, table.id, line.id) : undefined),
          placeCell(t, places, line),
          kindCell(t, line),
          sourceCell(t, line),
          lineAmount(t, line),
          ...(changed ? forceCells(t, line, moved.get(line.id) ?? []) : []),
          estimated.lines === 0 ? { text: t('finance.check.noEstimates'), unknown: true } : sumCell(t, estimated),
          line.notInProject || estimated.lines === 0 ? '' : differenceCell(t, difference),
        ],
      }))}
      totals={[
        t('finance.total'),
        '',
        '',
        '',
        sumCell(t, sums.lines, sums.notInProject > 0 ? [t('finance.outsideCount', { count: sums.notInProject })] : []),
        ...(changed ? totalCells(t, total) : []),
        '',
        '',
      ]}
      empty={
        <EmptyState
          title={t('finance.budget.noLines')}
          actions={
            keeps && <ButtonLink href={newLineAddress(project, table.id)}>{t('finance.budget.addLine')}</ButtonLink>
          }
        >
          {t(keeps ? 'finance.budget.noLinesHelp' : 'finance.noneToRead')}
        </EmptyState>
      }
    />
  )
}

const titleCell = ({ no, title, pillarAsWritten, investmentAsWritten }: BudgetLineRow, href?: string): Cell => ({
  text: no === null ? title : `${no}. ${title}`,
  href,
  note: [pillarAsWritten, investmentAsWritten].filter(Boolean).join(', ') || undefined,
})

function placeCell(t: Words, { investments, packages }: Places, line: BudgetLineRow): Cell {
  const [investment, unit] = [labelOfPlace(investments, line.investmentId), labelOfPlace(packages, line.workPackageId)]
  return investment === null && unit === null
    ? untold(t)
    : { text: investment ?? unit ?? '', note: investment === null ? undefined : (unit ?? undefined) }
}

function kindCell(t: Words, { year, costType }: BudgetLineRow): Cell {
  if (year === null && costType === null) return untold(t)
  return { text: costType ?? String(year), note: costType !== null && year !== null ? String(year) : undefined }
}

function sourceCell(t: Words, { fundingSource, fundingShares }: BudgetLineRow): Cell {
  const shares = fundingShares.map(
    ({ source, percent }) => `${t(fundingSourceLabels[source])} ${formatPercent(percent, t.locale, { decimals: 2 })}`,
  )
  if (shares.length > 0) return shares.join(', ')
  return fundingSource === null ? untold(t) : t(fundingSourceLabels[fundingSource])
}

/** "-" in the source is neither zero nor unknown. */
function lineAmount(t: Words, { notInProject, amount, amountAsWritten }: BudgetLineRow): Cell {
  return notInProject ? { text: '–', note: t(notInProjectLabel) } : amountCell(t, amount, amountAsWritten)
}

function totalCells(t: Words, { effects, unknown, inForce }: BudgetInForce): Cell[] {
  const note = unknown > 0 ? t('finance.unknownCount', { count: unknown }) : undefined
  const change =
    effects === null
      ? { text: t('finance.unknown'), unknown: true as const, note }
      : { text: formatChange(effects, t.locale, 'amount'), note }
  return [change, amountCell(t, inForce)]
}

function forceCells(t: Words, line: BudgetLineRow, effects: readonly EffectRow[]): Cell[] {
  if (effects.length === 0)
    return ['', line.notInProject || line.amount === null ? '' : formatAmount(line.amount, t.locale)]
  return totalCells(t, budgetInForce(line.amount, effects))
}
