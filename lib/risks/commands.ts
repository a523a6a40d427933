import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type AuditAction, recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import { readSettings } from '@/lib/projects/settings/schema'
import { rightToKeepRisks, visibleTo } from '@/lib/risks/permissions'
import type {
  Assessment,
  Mitigation,
  MitigationRemoval,
  NewRisk,
  RiskChange,
  RiskClosing,
  RiskStep,
} from '@/lib/risks/schema'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

export type RiskReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'STALE' | 'CLOSED' | 'OPEN' | 'DAY' | 'SCALE'
type Done = Promise<Result<{ riskId: string }, RiskReason>>

/** Adds a risk, problem or deviation under the project's next number; it is unscored until assessed. Reasons: NOT_FOUND (project, unit), NOT_ALLOWED, DAY. */
export function addRisk(
  viewer: Viewer,
  { project: _place, projectId, workPackageId, raisedOn, ...risk }: NewRisk,
): Done {
  return asViewer(viewer, async (tx) => {
    const project = await tx.project.findFirst({
      where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
      select: { organisationId: true },
    })
    if (!project) return fail('NOT_FOUND')
    const right = rightToKeepRisks(viewer, projectId)
    if (!right) return fail('NOT_ALLOWED')
    if (!(await isUnitOf(tx, projectId, workPackageId))) return fail('NOT_FOUND')
    const today = dateInHelsinki(now())
    if (isLater(raisedOn, today)) return fail('DAY', { raisedOn: 'risks.error.raisedLater' })
    const day = raisedOn ?? today
    // Two who add at the same time get numbers of their own.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('risks/' || ${projectId}, 0))`
    const last = await tx.risk.aggregate({ where: { projectId }, _max: { no: true, sort: true } })
    const no = (last._max.no ?? 0) + 1
    const { organisationId } = project
    const { id } = await tx.risk.create({
      data: {
        ...risk,
        raisedOn: asDay(day),
        workPackageId,
        projectId,
        organisationId,
        no,
        sort: (last._max.sort ?? -1) + 1,
      },
      select: { id: true },
    })
    await recordAudit(tx, viewer, {
      action: 'risk.added',
      right,
      subjectType: 'risk',
      subjectId: id,
      organisationId,
      data: { no, kind: risk.kind, raisedOn: day },
    })
    return ok({ riskId: id })
  })
}

/** Changes what the risk is, whose and of which unit. Reasons: NOT_FOUND (risk, unit), NOT_ALLOWED, CLOSED, STALE, DAY. */
export function changeRisk(
  viewer: Viewer,
  { project: _place, riskId, version, raisedOn, ...change }: RiskChange,
): Done {
  return held(viewer, { riskId, version }, 'risk.changed', async (tx, risk) => {
    if (risk.closedOn) return fail('CLOSED')
    if (!(await isUnitOf(tx, risk.projectId, change.workPackageId))) return fail('NOT_FOUND')
    if (isLater(raisedOn, dateInHelsinki(now()))) return fail('DAY', { raisedOn: 'risks.error.raisedLater' })
    await tx.risk.update({ where: { id: riskId }, data: { ...change, raisedOn: asDay(raisedOn) } })
    return ok({ kind: change.kind, raisedOn })
  })
}

/**
 * Adds an assessment for a period. Nothing that was assessed is ever changed: another one of the same period takes its place
 * and the earlier one stays in the history. Reasons: NOT_FOUND (risk, period), NOT_ALLOWED, CLOSED, STALE, SCALE (a score
 * beyond the scale of the project).
 */
export function assessRisk(viewer: Viewer, { project: _place, riskId, version, ...assessment }: Assessment): Done {
  return held(viewer, { riskId, version }, 'risk.assessed', async (tx, risk) => {
    if (risk.closedOn) return fail('CLOSED')
    const period = await tx.reportingPeriod.findFirst({
      where: { id: assessment.periodId, projectId: risk.projectId },
      select: { key: true },
    })
    if (!period) return fail('NOT_FOUND')
    const beyond = await scoresBeyond(tx, risk.projectId, assessment)
    if (beyond.length > 0) return fail('SCALE', Object.fromEntries(beyond.map((name) => [name, 'risks.error.score'])))
    const last = await tx.riskAssessment.aggregate({ where: { riskId }, _max: { sort: true } })
    await tx.riskAssessment.create({
      data: {
        ...assessment,
        assessedOn: asDay(assessment.assessedOn),
        riskId,
        organisationId: risk.organisationId,
        recordedById: viewer.userId,
        createdAt: now(),
        sort: (last._max.sort ?? -1) + 1,
      },
    })
    const { probability, impact } = assessment
    return ok({ period: period.key, probability, impact })
  })
}

/** Closes the risk with a reason, from today unless a day is given. Reasons: NOT_FOUND, NOT_ALLOWED, CLOSED, STALE. */
export function closeRisk(viewer: Viewer, { riskId, version, closedOn, reason }: RiskClosing): Done {
  return held(viewer, { riskId, version }, 'risk.closed', async (tx, risk) => {
    if (risk.closedOn) return fail('CLOSED')
    const day = closedOn ?? dateInHelsinki(now())
    await tx.risk.update({ where: { id: riskId }, data: { closedOn: asDay(day), closedReason: reason } })
    return ok({ closedOn: day, reason })
  })
}

/** Opens a closed risk again; its history stays. Reasons: NOT_FOUND, NOT_ALLOWED, OPEN, STALE. */
export function reopenRisk(viewer: Viewer, { riskId, version }: RiskStep): Done {
  return held(viewer, { riskId, version }, 'risk.reopened', async (tx, risk) => {
    if (!risk.closedOn) return fail('OPEN')
    await tx.risk.update({ where: { id: riskId }, data: { closedOn: null, closedReason: null } })
    return ok({ closedReason: risk.closedReason })
  })
}

/** Adds a mitigation or changes one. Reasons: NOT_FOUND (risk, mitigation), NOT_ALLOWED, CLOSED, STALE. */
export function saveMitigation(
  viewer: Viewer,
  { project: _place, riskId, version, mitigationId, ...given }: Mitigation,
): Done {
  return held(viewer, { riskId, version }, 'risk.mitigation_saved', async (tx, risk) => {
    if (risk.closedOn) return fail('CLOSED')
    const data = { ...given, dueOn: asDay(given.dueOn) }
    if (mitigationId === null) {
      const last = await tx.riskMitigation.aggregate({ where: { riskId }, _max: { sort: true } })
      const { organisationId } = risk
      await tx.riskMitigation.create({ data: { ...data, riskId, organisationId, sort: (last._max.sort ?? -1) + 1 } })
    } else {
      const { count } = await tx.riskMitigation.updateMany({ where: { id: mitigationId, riskId }, data })
      if (count === 0) return fail('NOT_FOUND')
    }
    return ok({ text: given.text, state: given.state })
  })
}

/** Takes a mitigation out of the register. Reasons: NOT_FOUND (risk, mitigation), NOT_ALLOWED, CLOSED, STALE. */
export function removeMitigation(viewer: Viewer, { riskId, version, mitigationId }: MitigationRemoval): Done {
  return held(viewer, { riskId, version }, 'risk.mitigation_removed', async (tx, risk) => {
    if (risk.closedOn) return fail('CLOSED')
    const gone = await tx.riskMitigation.findFirst({ where: { id: mitigationId, riskId }, select: { text: true } })
    if (!gone) return fail('NOT_FOUND')
    await tx.riskMitigation.delete({ where: { id: mitigationId } })
    return ok({ text: gone.text })
  })
}

const scoreNames = ['probability', 'impact', 'probabilityAfter', 'impactAfter'] as const

/** Scores that the scale of the project does not have. */
async function scoresBeyond(tx: Tx, projectId: string, given: Pick<Assessment, (typeof scoreNames)[number]>) {
  const { settings } = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { settings: true } })
  const { riskScale } = readSettings(settings)
  return scoreNames.filter((name) => (given[name] ?? 0) > riskScale)
}

type HeldRisk = {
  projectId: string
  organisationId: string
  closedOn: Date | null
  closedReason: string | null
}

/** What every change of one risk shares: scope, right, the version the person saw, and the audit row. */
function held(
  viewer: Viewer,
  { riskId, version }: RiskStep,
  action: AuditAction,
  work: (tx: Tx, risk: HeldRisk) => Promise<Result<Prisma.InputJsonObject, RiskReason>>,
): Done {
  return asViewer(viewer, async (tx) => {
    const risk = await tx.risk.findFirst({
      where: { id: riskId, ...visibleTo(viewer) },
      select: { projectId: true, organisationId: true, closedOn: true, closedReason: true },
    })
    if (!risk) return fail('NOT_FOUND')
    const right = rightToKeepRisks(viewer, risk.projectId)
    if (!right) return fail('NOT_ALLOWED')
    const { count } = await tx.risk.updateMany({ where: { id: riskId, version }, data: { version: { increment: 1 } } })
    if (count === 0) return fail('STALE')
    const done = await work(tx, risk)
    // Nothing is done: nobody is to be told that it changed.
    if (!done.ok) {
      await tx.risk.update({ where: { id: riskId }, data: { version } })
      return done
    }
    const { organisationId } = risk
    await recordAudit(tx, viewer, {
      action,
      right,
      subjectType: 'risk',
      subjectId: riskId,
      organisationId,
      data: done.value,
    })
    return ok({ riskId })
  })
}

async function isUnitOf(tx: Tx, projectId: string, workPackageId: string | null): Promise<boolean> {
  if (workPackageId === null) return true
  return (await tx.workPackage.count({ where: { id: workPackageId, projectId } })) === 1
}

function asDay(day: string | null): Date | null {
  return day === null ? null : new Date(day)
}

function isLater(day: string | null, today: string): boolean {
  return day !== null && day > today
}
