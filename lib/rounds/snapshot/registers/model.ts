import type { CommunicationEntry } from '@/lib/communications/model'
import type { PlanChangeHistory } from '@/lib/plan-changes/model'
import { stateAfter } from '@/lib/plan-changes/steps/model'
import type { RiskRow } from '@/lib/risks/model'
import { type Cut, isBy, isKnownIn, isRaisedIn, periodKeyOf } from '@/lib/rounds/snapshot/cut/model'
import type { ReportPeriods } from '@/lib/rounds/snapshot/indicators/model'
import type { SnapshotCommunication, SnapshotPlanChange, SnapshotRisk } from '@/lib/rounds/snapshot/model'

/** The risks that could be told, each as it stood. */
export function risksAtCut(risks: readonly RiskRow[], cut: Cut): SnapshotRisk[] {
  return risks.filter(({ id, raisedOn }) => isRaisedIn(id, raisedOn, cut)).map((risk) => riskAtCut(risk, cut))
}

/** A risk with the assessments made by the end of the period; one without a time belongs to every period. */
function riskAtCut(risk: RiskRow, cut: Cut): SnapshotRisk {
  const closed = risk.closedOn !== null && risk.closedOn <= cut.lastDay
  return {
    ...risk,
    closedOn: closed ? risk.closedOn : null,
    closedReason: closed ? risk.closedReason : null,
    assessments: risk.assessments
      .filter((one) => isKnownIn(one.periodId, cut) && (one.assessedOn === null || one.assessedOn <= cut.lastDay))
      .map((one) => ({ ...one, periodKey: periodKeyOf(one.periodId, cut) })),
  }
}

/**
 * Plan changes with the decisions made by then, as they stood. One whose every decision came later was not known yet, nor was
 * one that only a later report proposes, or that was proposed by hand after the first publication. `published` holds the
 * reports whose proposals are public, by their period.
 */
export function planChangesAtCut(
  changes: readonly PlanChangeHistory[],
  cut: Cut,
  published: ReportPeriods,
): SnapshotPlanChange[] {
  return changes
    .map((change) => ({ ...change, made: change.decided.filter((one) => isBy(one.timeCode, cut)) }))
    .filter((change) => change.made.length > 0 || (isOpenAtCut(change, cut) && isProposedAtCut(change, cut, published)))
    .map(({ made, ...change }) => ({ ...asItStood(change, cut, made.length > 0), decided: made }))
}

function isOpenAtCut({ decided, events }: PlanChangeHistory, { first }: Cut): boolean {
  if (decided.length === 0) return true
  // It was decided after the period; its first publication could tell it only as it was before that.
  const earlier = first === null ? [] : events.filter(({ at }) => at <= first.at)
  return earlier.length > 0 && earlier.every(({ type }) => type !== 'decided')
}

function isProposedAtCut({ reportId, events }: PlanChangeHistory, cut: Cut, published: ReportPeriods): boolean {
  if (reportId !== null) {
    const periodId = published.get(reportId)
    return periodId !== undefined && isKnownIn(periodId, cut)
  }
  const proposed = events.find(({ type }) => type === 'proposed')
  return cut.first === null || proposed === undefined || proposed.at <= cut.first.at
}

/** The change without the steps that were taken after the first publication; a decision of the period counts whenever it was written down. */
function asItStood(change: PlanChangeHistory, { first }: Cut, isDecided: boolean): PlanChangeHistory {
  const known = first === null ? change.events.length : change.events.filter(({ at }) => at <= first.at).length
  if (known === change.events.length) return change
  const types = change.events.map(({ type }) => type)
  const stood = stateAfter(change.state, types, known)
  const state = isDecided && (stood === 'proposed' || stood === 'in_preparation') ? 'decided' : stood
  return {
    ...change,
    state,
    no: state === 'proposed' || state === 'in_preparation' ? null : change.no,
    inForceFrom: state === 'in_force' ? change.inForceFrom : null,
    rejectedReason: state === 'rejected' ? change.rejectedReason : null,
  }
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
