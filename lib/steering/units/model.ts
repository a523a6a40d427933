import { type ActionState, actionStates } from '@/lib/actions/model'
import type { SnapshotEvidence } from '@/lib/rounds/snapshot/evidence/model'
import type { SnapshotAgendaItem, SnapshotMeeting } from '@/lib/rounds/snapshot/meetings/model'
import type { ReportedAction, SnapshotAction, SnapshotBody, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import { type FigureRef, figureKinds } from '@/lib/steering/figures/model'
import type { SnapshotDecision } from '@/lib/steering/figures/rows/model'

/** What a publication holds of one unit, and of the work packages it reports for that have no report of their own. */
export function partsOf(body: SnapshotBody, unit: SnapshotUnit): UnitParts {
  const silent = body.units.filter(({ id, reports }) => unit.covers.includes(id) && !reports)
  const ids = new Set([unit.id, ...silent.map(({ id }) => id)])
  const isOwn = ({ workPackageId }: { workPackageId: string | null }) =>
    workPackageId !== null && ids.has(workPackageId)
  const parts: Own = {
    ids,
    indicators: body.indicators.filter(isOwn),
    purchases: body.finance.purchases.filter(isOwn),
    toimintamallit: body.toimintamallit.filter(isOwn),
    planChanges: body.planChanges.filter(isOwn),
    risks: body.risks.filter(isOwn),
    tables: body.dataTables.filter(isOwn),
    actions: [unit, ...silent].flatMap((one) => one.actions),
  }
  return { ...parts, decisions: decisionsOn(body, parts), evidence: evidenceOf(body, unit, parts) }
}

export type UnitDecision = { meeting: SnapshotMeeting; item: SnapshotAgendaItem; decision: SnapshotDecision }

type Own = {
  /** The unit and the work packages it reports for without a report of their own */
  ids: ReadonlySet<string>
  indicators: SnapshotBody['indicators']
  purchases: SnapshotBody['finance']['purchases']
  toimintamallit: SnapshotBody['toimintamallit']
  planChanges: SnapshotBody['planChanges']
  risks: SnapshotBody['risks']
  tables: SnapshotBody['dataTables']
  actions: SnapshotAction[]
}

export type UnitParts = Own & { decisions: UnitDecision[]; evidence: UnitEvidence[] }

/** Decisions that concern the unit itself, or something of it. */
function decisionsOn({ meetings }: SnapshotBody, own: Own): UnitDecision[] {
  const { ids, purchases, toimintamallit, planChanges } = own
  const concerned = new Set([...ids, ...[...purchases, ...toimintamallit, ...planChanges].map(({ id }) => id)])
  return meetings.flatMap((meeting) =>
    meeting.items.flatMap((item) =>
      item.decisions
        .filter(({ concerns }) =>
          [item.workPackageId, item.planChangeId, ...concerns.map(({ id }) => id)].some((id) =>
            concerned.has(id ?? ''),
          ),
        )
        .map((decision) => ({ meeting, item, decision })),
    ),
  )
}

/** Evidence of what is the unit's, with the figure that it shows; of its report, none in particular. */
export type UnitEvidence = { piece: SnapshotEvidence; of: FigureRef | null }

function evidenceOf({ evidence }: SnapshotBody, unit: SnapshotUnit, own: Own): UnitEvidence[] {
  const known = new Set([
    ...own.indicators.flatMap(({ measurements, targets }) => [...measurements, ...targets]).map(({ id }) => id),
    ...[...own.actions, ...own.purchases, ...own.toimintamallit].map(({ id }) => id),
  ])
  return evidence.flatMap((piece): UnitEvidence[] => {
    const { kind, id } = piece.subject
    if (kind === 'report') return id === unit.report?.id ? [{ piece, of: null }] : []
    return known.has(id) && kind in figureKinds ? [{ piece, of: { kind, id } }] : []
  })
}

export type ActionGroup = {
  state: ActionState | null
  actions: { action: SnapshotAction; told: ReportedAction | null }[]
}

/** All actions of a unit by their state, those under way first; each with what the report tells of it. */
export function actionsByState(unit: SnapshotUnit, actions: readonly SnapshotAction[]): ActionGroup[] {
  const told = new Map(unit.report?.actions.map((one) => [one.actionId, one]))
  const order: (ActionState | null)[] = [
    ...new Set<ActionState | null>(['in_progress', 'started', 'in_preparation', 'planned', ...actionStates, null]),
  ]
  return order.flatMap((state) => {
    const found = actions
      .filter((action) => (told.get(action.id)?.state?.value ?? action.state) === state)
      .map((action) => ({ action, told: told.get(action.id) ?? null }))
    return found.length > 0 ? [{ state, actions: found }] : []
  })
}

/** What the report tells of no certain action: of the unit in general, or under a number that no action answers to. */
export function otherTexts({ report }: SnapshotUnit, actions: readonly SnapshotAction[]): ReportedAction[] {
  const known = new Set(actions.map(({ id }) => id))
  return (report?.actions ?? []).filter(({ actionId }) => actionId === null || !known.has(actionId))
}
