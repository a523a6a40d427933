import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'

type Tables = {
  serviceArea: Prisma.ServiceAreaCreateManyInput
  projectEffect: Prisma.ProjectEffectCreateManyInput
  projectFact: Prisma.ProjectFactCreateManyInput
  reviewSlide: Prisma.ReviewSlideCreateManyInput
  reportingPeriod: Prisma.ReportingPeriodCreateManyInput
  investmentLevel: Prisma.InvestmentLevelCreateManyInput
  investment: Prisma.InvestmentCreateManyInput
  projectGoal: Prisma.ProjectGoalCreateManyInput
  projectTargetGroup: Prisma.ProjectTargetGroupCreateManyInput
  workPackage: Prisma.WorkPackageCreateManyInput
  workPackageCover: Prisma.WorkPackageCoverCreateManyInput
  workPackageServiceArea: Prisma.WorkPackageServiceAreaCreateManyInput
  workPackageItem: Prisma.WorkPackageItemCreateManyInput
  workPackageLink: Prisma.WorkPackageLinkCreateManyInput
  overviewTile: Prisma.OverviewTileCreateManyInput
  overviewTileWorkPackage: Prisma.OverviewTileWorkPackageCreateManyInput
  action: Prisma.ActionCreateManyInput
  actionFact: Prisma.ActionFactCreateManyInput
  toimintamalli: Prisma.ToimintamalliCreateManyInput
  toimintamalliInvestment: Prisma.ToimintamalliInvestmentCreateManyInput
  toimintamalliAddress: Prisma.ToimintamalliAddressCreateManyInput
  indicator: Prisma.IndicatorCreateManyInput
  indicatorVersion: Prisma.IndicatorVersionCreateManyInput
  indicatorTarget: Prisma.IndicatorTargetCreateManyInput
  measurement: Prisma.MeasurementCreateManyInput
  measurementCell: Prisma.MeasurementCellCreateManyInput
  dataTable: Prisma.DataTableCreateManyInput
  dataTableColumn: Prisma.DataTableColumnCreateManyInput
  dataTableCell: Prisma.DataTableCellCreateManyInput
  budgetTable: Prisma.BudgetTableCreateManyInput
  budgetLine: Prisma.BudgetLineCreateManyInput
  budgetNote: Prisma.BudgetNoteCreateManyInput
  purchase: Prisma.PurchaseCreateManyInput
  reservation: Prisma.ReservationCreateManyInput
  financeNote: Prisma.FinanceNoteCreateManyInput
  planChange: Prisma.PlanChangeCreateManyInput
  planChangeDecision: Prisma.PlanChangeDecisionCreateManyInput
  risk: Prisma.RiskCreateManyInput
  riskMitigation: Prisma.RiskMitigationCreateManyInput
  riskAssessment: Prisma.RiskAssessmentCreateManyInput
  communicationRow: Prisma.CommunicationRowCreateManyInput
  communicationItem: Prisma.CommunicationItemCreateManyInput
  steeringBody: Prisma.SteeringBodyCreateManyInput
  meeting: Prisma.MeetingCreateManyInput
  attendance: Prisma.AttendanceCreateManyInput
  agendaItem: Prisma.AgendaItemCreateManyInput
  decision: Prisma.DecisionCreateManyInput
  decisionSubject: Prisma.DecisionSubjectCreateManyInput
}

export type Rows = { [Table in keyof Tables]?: Tables[Table][] }

/** In the order in which the tables refer to each other. */
const inserts: { [Table in keyof Tables]: (tx: Tx, data: Tables[Table][]) => Promise<unknown> } = {
  serviceArea: (tx, data) => tx.serviceArea.createMany({ data }),
  projectEffect: (tx, data) => tx.projectEffect.createMany({ data }),
  projectFact: (tx, data) => tx.projectFact.createMany({ data }),
  reviewSlide: (tx, data) => tx.reviewSlide.createMany({ data }),
  reportingPeriod: (tx, data) => tx.reportingPeriod.createMany({ data }),
  investmentLevel: (tx, data) => tx.investmentLevel.createMany({ data }),
  investment: (tx, data) => tx.investment.createMany({ data }),
  projectGoal: (tx, data) => tx.projectGoal.createMany({ data }),
  projectTargetGroup: (tx, data) => tx.projectTargetGroup.createMany({ data }),
  workPackage: (tx, data) => tx.workPackage.createMany({ data }),
  workPackageCover: (tx, data) => tx.workPackageCover.createMany({ data }),
  workPackageServiceArea: (tx, data) => tx.workPackageServiceArea.createMany({ data }),
  workPackageItem: (tx, data) => tx.workPackageItem.createMany({ data }),
  workPackageLink: (tx, data) => tx.workPackageLink.createMany({ data }),
  overviewTile: (tx, data) => tx.overviewTile.createMany({ data }),
  overviewTileWorkPackage: (tx, data) => tx.overviewTileWorkPackage.createMany({ data }),
  action: (tx, data) => tx.action.createMany({ data }),
  actionFact: (tx, data) => tx.actionFact.createMany({ data }),
  toimintamalli: (tx, data) => tx.toimintamalli.createMany({ data }),
  toimintamalliInvestment: (tx, data) => tx.toimintamalliInvestment.createMany({ data }),
  toimintamalliAddress: (tx, data) => tx.toimintamalliAddress.createMany({ data }),
  indicator: (tx, data) => tx.indicator.createMany({ data }),
  indicatorVersion: (tx, data) => tx.indicatorVersion.createMany({ data }),
  indicatorTarget: (tx, data) => tx.indicatorTarget.createMany({ data }),
  measurement: (tx, data) => tx.measurement.createMany({ data }),
  measurementCell: (tx, data) => tx.measurementCell.createMany({ data }),
  dataTable: (tx, data) => tx.dataTable.createMany({ data }),
  dataTableColumn: (tx, data) => tx.dataTableColumn.createMany({ data }),
  dataTableCell: (tx, data) => tx.dataTableCell.createMany({ data }),
  budgetTable: (tx, data) => tx.budgetTable.createMany({ data }),
  budgetLine: (tx, data) => tx.budgetLine.createMany({ data }),
  budgetNote: (tx, data) => tx.budgetNote.createMany({ data }),
  purchase: (tx, data) => tx.purchase.createMany({ data }),
  reservation: (tx, data) => tx.reservation.createMany({ data }),
  financeNote: (tx, data) => tx.financeNote.createMany({ data }),
  planChange: (tx, data) => tx.planChange.createMany({ data }),
  planChangeDecision: (tx, data) => tx.planChangeDecision.createMany({ data }),
  risk: (tx, data) => tx.risk.createMany({ data }),
  riskMitigation: (tx, data) => tx.riskMitigation.createMany({ data }),
  riskAssessment: (tx, data) => tx.riskAssessment.createMany({ data }),
  communicationRow: (tx, data) => tx.communicationRow.createMany({ data }),
  communicationItem: (tx, data) => tx.communicationItem.createMany({ data }),
  steeringBody: (tx, data) => tx.steeringBody.createMany({ data }),
  meeting: (tx, data) => tx.meeting.createMany({ data }),
  attendance: (tx, data) => tx.attendance.createMany({ data }),
  agendaItem: (tx, data) => tx.agendaItem.createMany({ data }),
  decision: (tx, data) => tx.decision.createMany({ data }),
  decisionSubject: (tx, data) => tx.decisionSubject.createMany({ data }),
}
const tables = Object.keys(inserts) as (keyof Tables)[]

/** Rows of several nouns together. */
export function together(...parts: Rows[]): Rows {
  const all: Rows = {}
  for (const part of parts) for (const table of tables) append(all, table, part[table])
  return all
}

function append<Table extends keyof Tables>(to: Rows, table: Table, more: Rows[Table]): void {
  if (more) to[table] = [...(to[table] ?? []), ...more] as Rows[Table]
}

// PostgreSQL takes 65 535 values in one statement; the widest of these tables has under 40 columns.
const atATime = 1000

/** Writes the rows and says how many there were per table. */
export async function insertRows(tx: Tx, rows: Rows): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) counts[table] = await insertTable(tx, table, rows[table] ?? [])
  return counts
}

async function insertTable<Table extends keyof Tables>(tx: Tx, table: Table, data: Tables[Table][]): Promise<number> {
  for (let from = 0; from < data.length; from += atATime) await inserts[table](tx, data.slice(from, from + atATime))
  return data.length
}
