import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { visibleProjects } from '@/lib/projects/permissions'
import type { PeriodReason } from '@/lib/rounds/model'
import { rightToManagePeriods } from '@/lib/rounds/permissions'
import type { NewPeriod } from '@/lib/rounds/schema'
import { prepareReport } from '@/lib/status-reports/prefill/commands'
import { unitsToPrepare } from '@/lib/status-reports/prefill/queries'
import { fail, ok, type Result } from '@/lib/values/result'

/** Makes a period that is not open yet. Reasons: NOT_FOUND (project), NOT_ALLOWED, EXISTS (its key is taken). */
export function createPeriod(
  viewer: Viewer,
  input: NewPeriod,
): Promise<Result<{ periodId: string }, PeriodReason | 'EXISTS'>> {
  return asViewer(viewer, async (tx) => {
    const project = await tx.project.findFirst({
      where: { AND: [{ id: input.projectId }, visibleProjects(viewer)] },
      select: { id: true, organisationId: true },
    })
    if (!project) return fail('NOT_FOUND')
    const right = rightToManagePeriods(viewer, project.id)
    if (!right) return fail('NOT_ALLOWED')
    const { key } = input
    const made = await tx.reportingPeriod.createManyAndReturn({
      data: {
        organisationId: project.organisationId,
        projectId: project.id,
        key,
        from: new Date(input.from),
        to: new Date(input.to),
        opensOn: input.opensOn ? new Date(input.opensOn) : null,
        dueOn: input.dueOn ? new Date(input.dueOn) : null,
        closesOn: input.closesOn ? new Date(input.closesOn) : null,
      },
      skipDuplicates: true,
      select: { id: true },
    })
    const [period] = made
    if (!period) return fail('EXISTS', { key: 'rounds.error.keyTaken' })
    await recordAudit(tx, viewer, {
      action: 'period.created',
      right,
      subjectType: 'period',
      subjectId: period.id,
      organisationId: project.organisationId,
      data: { key },
    })
    return ok({ periodId: period.id })
  })
}

/**
 * Opens a planned period: every reporting unit gets its report, carried over from its previous one and unconfirmed.
 * Opening an open period again only makes reports for units that have come since.
 * Reasons: NOT_FOUND, NOT_ALLOWED, ALREADY_PUBLISHED.
 */
export function openPeriod(
  viewer: Viewer,
  periodId: string,
): Promise<Result<{ prepared: number }, PeriodReason | 'ALREADY_PUBLISHED'>> {
  return asViewer(
    viewer,
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "ReportingPeriod" WHERE id = ${periodId}::uuid FOR UPDATE`
      const period = await tx.reportingPeriod.findFirst({
        where: { id: periodId, project: visibleProjects(viewer) },
        select: { id: true, organisationId: true, projectId: true, key: true, from: true, state: true },
      })
      if (!period) return fail('NOT_FOUND')
      const right = rightToManagePeriods(viewer, period.projectId)
      if (!right) return fail('NOT_ALLOWED')
      if (period.state === 'published') return fail('ALREADY_PUBLISHED')
      const units = await unitsToPrepare(viewer, tx, period)
      for (const unit of units) await prepareReport(viewer, tx, { periodId, right, unit })
      if (period.state === 'planned' || units.length > 0) {
        await tx.reportingPeriod.update({
          where: { id: periodId, state: period.state },
          data: { state: 'open' },
        })
        await recordAudit(tx, viewer, {
          action: 'period.opened',
          right,
          subjectType: 'period',
          subjectId: periodId,
          organisationId: period.organisationId,
          data: { key: period.key, reports: units.length },
        })
      }
      return ok({ prepared: units.length })
    },
    { seconds: 60 },
  )
}
