import { budgetSums, checkLines, lineSumsBy } from '@/lib/finance/budgets/model'
import { type BudgetTableRow, differenceOf, type PurchaseRow, partialSum, sumsBy } from '@/lib/finance/model'
import type { Shapes } from '../loss/shapes'
import type { Names } from './names'

function estimatesOf({ units }: Shapes) {
  return units.map((unit) => ({ workPackageId: unit.id, investmentId: unit.investmentId, amount: unit.cost.estimate }))
}

export function rebuildBudget(shapes: Shapes, names: Names) {
  const table = shapes.budgets[0]
  if (!table) return undefined
  const notes = (kind: string) => table.notes.filter((note) => note.kind === kind)
  const computed = computedOf(table, shapes, names)
  return {
    source: table.source,
    rows: table.lines.map((line) => ({
      no: line.no,
      pillar: line.pillarAsWritten,
      investment: line.investmentAsWritten,
      sub_area: line.title,
      sub_area_code: names.on('sub_area', line.investmentId),
      cost_eur: line.amount,
      as_written: line.amountAsWritten,
    })),
    stated_total_eur: table.stated,
    stated_total_as_written: table.statedAsWritten,
    computed,
    mismatches: notes('mismatch').map((note) => mismatchOf(note, table, computed, names)),
    observations: notes('observation').map((note) => ({
      text: note.text,
      workpackage_id: names.unit(note.workPackageId),
    })),
  }
}

function computedOf(table: BudgetTableRow, shapes: Shapes, names: Names) {
  const { lines, difference } = budgetSums(table)
  const estimates = partialSum(estimatesOf(shapes).flatMap(({ amount }) => (amount === null ? [] : [amount])))
  const byInvestment = lineSumsBy(table.lines, (line) => line.investmentAsWritten ?? line.pillarAsWritten)
  return {
    sum_of_lines_eur: lines.total,
    lines_match_stated_total: difference === '0',
    by_investment_eur: Object.fromEntries([...byInvestment].map(([name, sum]) => [name, sum.total])),
    sub_area_checks: checkLines(table.lines, estimatesOf(shapes)).map((check) => ({
      sub_area: names.on('sub_area', check.line.investmentId),
      line_eur: check.line.amount,
      workpackages_eur: check.estimated.total,
      difference_eur: check.difference,
      match: check.matches,
      workpackages: check.estimates.map(({ workPackageId, amount }) => ({
        id: names.unit(workPackageId),
        cost_eur: amount,
      })),
    })),
    sum_of_workpackage_estimates_eur: estimates.total,
    workpackages_match_stated_total: differenceOf(estimates.total, table.stated) === '0',
  }
}

type Computed = ReturnType<typeof computedOf>

function mismatchOf(note: BudgetTableRow['notes'][number], table: BudgetTableRow, computed: Computed, names: Names) {
  const code = names.on('sub_area', note.investmentId)
  const check = computed.sub_area_checks.find((one) => one.sub_area === code)
  const [line, estimated] = code
    ? [check?.line_eur ?? null, check?.workpackages_eur ?? null]
    : [table.stated, computed.sum_of_workpackage_estimates_eur]
  return {
    level: note.level,
    code,
    line_eur: line,
    workpackages_eur: estimated,
    difference_eur: differenceOf(estimated, line),
    explanation: note.text,
  }
}

export function rebuildPurchases(shapes: Shapes, names: Names) {
  const { purchases, reservations, financeNotes } = shapes
  const sums = sumsBy(purchases, (row) => names.on('investment', row.investmentId) ?? null)
  return {
    lines: purchases.map((row) => rebuildPurchase(row, names)),
    sums_by_investment: Object.fromEntries(
      [...sums].map(([code, { total, lines, unknown }]) => [
        code,
        { lines, lines_without_amount: unknown, sum_eur: total },
      ]),
    ),
    total_eur: partialSum(purchases.map((row) => row.amount)).total,
    lines_total: purchases.length,
    reservations: reservations.map((row) => ({
      investment: names.on('investment', row.investmentId),
      amount_eur: row.amount,
      as_written: row.asWritten,
      note: row.note,
    })),
    comments: financeNotes
      .filter((note) => note.investmentId !== null)
      .map((note) => ({ investment: names.on('investment', note.investmentId), text: note.text })),
    flagged: purchases
      .filter((row) => row.flag !== null)
      .map((row) => ({ id: row.sourceId, flag: row.flag, title: row.title, cost_as_written: row.amountAsWritten })),
    notes: financeNotes.filter((note) => note.investmentId === null).map((note) => note.text),
  }
}

function rebuildPurchase(row: PurchaseRow, names: Names) {
  return {
    investment: names.on('investment', row.investmentId),
    table: row.tableNo,
    title: row.title,
    cost_eur: row.amount,
    cost_as_written: row.amountAsWritten,
    workpackage_id: names.unit(row.workPackageId),
    workpackage_basis: row.workPackageBasis,
    note: row.note,
    flag: row.flag,
    id: row.sourceId,
  }
}
