import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { readReportedChange } from '@/lib/plan-changes/from-report/queries'
import { happens, isOwn, type PlanChangeDone, recordEvent } from '@/lib/plan-changes/held/commands'
import { rightToPropose } from '@/lib/plan-changes/permissions'
import type {
  InForce,
  PlanChangeEdit,
  Proposal,
  Rejection,
  SteeringDecision,
  TakingUp,
} from '@/lib/plan-changes/schema'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import { fail, ok } from '@/lib/values/result'

/**
 * Proposes a change by hand or from a report, whose unit and words it then keeps. Reasons: NOT_FOUND (project, report, unit,
 * investment), NOT_ALLOWED; UNIT when a coordinator names a unit that is not theirs.
 */
export function proposeChange(
  viewer: Viewer,
  { project: _place, projectId, reportId, ...given }: Proposal,
): PlanChangeDone {
  return asViewer(viewer, async (tx) => {
    const project = await tx.project.findFirst({
      where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
      select: { organisationId: true },
    })
    if (!project) return fail('NOT_FOUND')
    // Whoever may propose nothing learns nothing of reports and units.
    if (!rightToPropose(viewer, { projectId, isOwnUnit: true })) return fail('NOT_ALLOWED')
    const report = reportId === null ? null : await readReportedChange(viewer, tx, projectId, reportId)
    if (reportId !== null && !report) return fail('NOT_FOUND')
    const workPackageId = report?.unitId ?? given.workPackageId
    const place = await placeOf(tx, projectId, { ...given, workPackageId })
    if (!place) return fail('NOT_FOUND')
    const right = rightToPropose(viewer, { projectId, isOwnUnit: await isOwn(viewer, tx, workPackageId) })
    if (!right) return fail('UNIT', { workPackageId: 'planChanges.error.ownUnit' })
    const { organisationId } = project
    const last = await tx.planChange.aggregate({ where: { projectId }, _max: { sort: true } })
    const { id: changeId } = await tx.planChange.create({
      data: {
        ...given,
        ...place,
        projectId,
        organisationId,
        reportId,
        state: 'proposed',
        sort: (last._max.sort ?? -1) + 1,
      },
      select: { id: true },
    })
    // The report's words as they were then: whether it says something new later can be told from them.
    const note = report?.what || null
    const told = { title: given.title, reportId }
    await recordEvent(viewer, tx, { changeId, organisationId, right, event: 'proposed', note, told })
    return ok({ changeId })
  })
}

/** Changes texts, amounts and place while nothing is decided. Reasons: as `happens`; UNIT as when proposing. */
export function editChange(
  viewer: Viewer,
  { project: _place, changeId, version, ...given }: PlanChangeEdit,
): PlanChangeDone {
  return happens(viewer, { changeId, version }, { event: 'edited' }, async (tx, { projectId }) => {
    const place = await placeOf(tx, projectId, given)
    if (!place) return fail('NOT_FOUND')
    const isOwnUnit = await isOwn(viewer, tx, given.workPackageId)
    if (!rightToPropose(viewer, { projectId, isOwnUnit })) {
      return fail('UNIT', { workPackageId: 'planChanges.error.ownUnit' })
    }
    return ok({ change: { ...given, ...place }, told: { title: given.title } })
  })
}

/** Takes a proposal, or a rejected change again, into preparation. Reasons: as `happens`. */
export function takeUp(viewer: Viewer, { changeId, version, note }: TakingUp): PlanChangeDone {
  return happens(viewer, { changeId, version }, { event: 'taken_up', note }, async () =>
    ok({ change: { rejectedReason: null } }),
  )
}

/**
 * Records what the steering group decided and when; again for a change that is decided in several meetings. The first decision
 * gives the change its number. Reasons: as `happens`; NOT_FOUND also for a meeting's decision of another project.
 */
export function decideChange(viewer: Viewer, input: SteeringDecision): PlanChangeDone {
  const { changeId, version, decided, decisionId, note } = input
  return happens(viewer, { changeId, version }, { event: 'decided', note }, async (tx, change) => {
    const { projectId, organisationId } = change
    if (decisionId !== null && (await tx.decision.count({ where: { id: decisionId, projectId } })) === 0) {
      return fail('NOT_FOUND')
    }
    await tx.planChangeDecision.create({
      data: {
        planChangeId: changeId,
        organisationId,
        asWritten: decided.asWritten,
        timeCode: decided.timeCode,
        decidedOn: decided.decidedOn === null ? null : new Date(decided.decidedOn),
        decisionId,
        note,
        sort: await tx.planChangeDecision.count({ where: { planChangeId: changeId } }),
      },
    })
    return ok({
      change: { no: change.no ?? (await nextNumber(tx, projectId)) },
      told: { decided: decided.timeCode, decisionId },
    })
  })
}

/** Puts a decided change in force from a day on. Reasons: as `happens`. */
export function putInForce(viewer: Viewer, { changeId, version, inForceFrom, note }: InForce): PlanChangeDone {
  return happens(viewer, { changeId, version }, { event: 'put_in_force', note }, async () =>
    ok({ change: { inForceFrom: new Date(inForceFrom) }, told: { inForceFrom } }),
  )
}

/** Rejects a change with a reason, also a decided one that is not put in force. Reasons: as `happens`. */
export function rejectChange(viewer: Viewer, { changeId, version, reason }: Rejection): PlanChangeDone {
  return happens(viewer, { changeId, version }, { event: 'rejected', note: reason }, async () =>
    ok({ change: { rejectedReason: reason } }),
  )
}

/** Two changes that are decided at the same time get numbers of their own. */
async function nextNumber(tx: Tx, projectId: string): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('plan-changes/' || ${projectId}, 0))`
  const last = await tx.planChange.aggregate({ where: { projectId }, _max: { no: true } })
  return (last._max.no ?? 0) + 1
}

type Place = { workPackageId: string | null; investmentId: string | null }

/** The unit and investment re-resolved inside the project; a unit brings its own investment. Null when one is not there. */
async function placeOf(tx: Tx, projectId: string, { workPackageId, investmentId }: Place): Promise<Place | null> {
  const unit =
    workPackageId === null
      ? null
      : await tx.workPackage.findFirst({ where: { id: workPackageId, projectId }, select: { investmentId: true } })
  if (workPackageId !== null && !unit) return null
  if (investmentId !== null && (await tx.investment.count({ where: { id: investmentId, projectId } })) === 0)
    return null
  return { workPackageId, investmentId: investmentId ?? unit?.investmentId ?? null }
}
