import type { Kkk2 } from './facts/kkk2.ts'
import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'

/** "-" in the cost table: the line is not part of the project, which is not zero. */
const outside = '-'

export function budgetRows(facts: Kkk2, { organisationId, projectId, ids }: Place): Rows {
  const table = facts.budget_table
  const base = { organisationId, tableId: ids('budgetTable', 'plan') }
  return {
    budgetTable: [
      {
        id: base.tableId,
        organisationId,
        projectId,
        source: table.source,
        statedTotal: table.stated_total_eur,
        statedTotalAsWritten: table.stated_total_as_written,
        sort: 0,
      },
    ],
    budgetLine: table.rows.map((row, sort) => ({
      ...base,
      investmentId: ids('sub_area', row.sub_area_code),
      no: row.no,
      pillarAsWritten: row.pillar,
      investmentAsWritten: row.investment,
      title: row.sub_area,
      amount: row.cost_eur,
      amountAsWritten: row.as_written,
      notInProject: row.cost_eur === null && row.as_written === outside,
      sort,
    })),
    budgetNote: [
      ...table.mismatches.map(({ level, code, explanation }, sort) => ({
        ...base,
        kind: 'mismatch' as const,
        level,
        investmentId: code ? ids('sub_area', code) : null,
        text: explanation,
        sort,
      })),
      ...table.observations.map(({ text, workpackage_id: id }, sort) => ({
        ...base,
        kind: 'observation' as const,
        workPackageId: id ? ids('workPackage', id) : null,
        text,
        sort,
      })),
    ],
  }
}

/** Purchases as the review of the period lists them. */
export function purchaseRows(facts: Kkk2, periodKey: string, { organisationId, projectId, ids }: Place): Rows {
  const { lines, reservations, comments, notes } = facts.procurements
  const base = { organisationId, projectId }
  return {
    purchase: lines.map((line, sort) => ({
      id: ids('purchase', line.id),
      ...base,
      investmentId: ids('investment', line.investment),
      workPackageId: line.workpackage_id ? ids('workPackage', line.workpackage_id) : null,
      periodId: ids('period', periodKey),
      sourceId: line.id,
      tableNo: line.table,
      title: line.title,
      amount: line.cost_eur,
      amountAsWritten: line.cost_as_written,
      workPackageBasis: line.workpackage_basis,
      flag: line.flag ?? null,
      note: line.note ?? null,
      sort,
    })),
    reservation: reservations.map((one, sort) => ({
      ...base,
      investmentId: ids('investment', one.investment),
      amount: one.amount_eur,
      asWritten: one.as_written,
      note: one.note,
      sort,
    })),
    financeNote: [
      ...comments.map(({ investment, text }, sort) => ({
        ...base,
        investmentId: ids('investment', investment),
        text,
        sort,
      })),
      ...notes.map((text, index) => ({ ...base, text, sort: comments.length + index })),
    ],
  }
}
