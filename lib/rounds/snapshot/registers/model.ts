import type { CommunicationEntry } from '@/lib/communications/model'
import type { PlanChangeRow } from '@/lib/plan-changes/model'
import type { RiskRow } from '@/lib/risks/model'
import { type Cut, isBy, isKnownIn, periodKeyOf } from '@/lib/rounds/snapshot/cut/model'
import type { ReportPeriods } from '@/lib/rounds/snapshot/indicators/model'
import type { SnapshotCommunication, SnapshotPlanChange, SnapshotRisk } from '@/lib/rounds/snapshot/model'

/** A risk with the assessments made by the end of the period; one without a time belongs to every period. */
export function riskAtCut(risk: RiskRow, cut: Cut): SnapshotRisk {
  return {
    ...risk,
    closedOn: risk.closedOn !== null && risk.closedOn <= cut.lastDay ? risk.closedOn : null,
    assessments: risk.assessments
      .filter((one) => isKnownIn(one.periodId, cut) && (one.assessedOn === null || one.assessedOn <= cut.lastDay))
      .map((one) => ({ ...one, periodKey: periodKeyOf(one.periodId, cut) })),
  }
}

/**
 * Plan changes with the decisions made by then. One whose every decision came later was not known yet, nor was one that
 * only a later report proposes. `published` holds the reports whose proposals are public, by their period.
 */
export function planChangesAtCut(
  changes: readonly PlanChangeRow[],
  cut: Cut,
  published: ReportPeriods,
): SnapshotPlanChange[] {
  return changes
    .map((change) => ({ ...change, made: change.decided.filter((one) => isBy(one.timeCode, cut)) }))
    .filter(({ decided, made, reportId }) => {
      if (decided.length > 0) return made.length > 0
      if (reportId === null) return true
      const periodId = published.get(reportId)
      return periodId !== undefined && isKnownIn(periodId, cut)
    })
    .map(({ made, ...change }) => ({ ...change, decided: made }))
}

/**
 * Communication as the review of this period tells it: its own rows, those of every period, and those of which something was
 * done in it. What was done after its last day was not known yet.
 */
export function communicationsAtCut(rows: readonly CommunicationEntry[], cut: Cut): SnapshotCommunication[] {
  const happened = (item: CommunicationEntry['items'][number]) => item.kind === 'done' && item.happenedOn !== null
  return rows
    .filter(
      ({ periodId, items }) =>
        periodId === null || periodId === cut.periodId || items.some((item) => item.periodId === cut.periodId),
    )
    .map((row) => ({
      ...row,
      items: row.items.filter((item) => !happened(item) || (item.happenedOn ?? '') <= cut.lastDay),
    }))
}
