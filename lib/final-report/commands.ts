import 'server-only'
import { randomUUIDv7 } from 'node:crypto'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { FinalReportReason } from '@/lib/final-report/model'
import { canReadReport } from '@/lib/final-report/permissions'
import { recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { words } from '@/lib/platform/words'
import { findProject } from '@/lib/projects/queries'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Begins the final report of a project from the newest version of a template: its chapters and questions, all unanswered.
 * Without a key the only template there is is used. Reasons: NOT_FOUND, NOT_ALLOWED, EXISTS, NO_TEMPLATE.
 */
export function createReport(
  viewer: Viewer,
  { projectKey, templateKey }: { projectKey: string; templateKey?: string },
): Promise<Result<{ reportId: string }, FinalReportReason>> {
  return asViewer(viewer, async (tx) => {
    const project = await findProject(viewer, projectKey)
    if (!project || !canReadReport(viewer, project.id)) return fail('NOT_FOUND')
    const right = rightTo(viewer, 'final_report.write', project.id)
    if (!right) return fail('NOT_ALLOWED')
    // Two people who begin at once: the second one waits here and then finds the first one's report.
    await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${project.id}::uuid FOR UPDATE`
    if ((await tx.finalReport.count({ where: { projectId: project.id } })) > 0) return fail('EXISTS')
    const template = await newestTemplate(tx, templateKey)
    if (!template) return fail('NO_TEMPLATE')
    const { organisationId } = project
    const report = await tx.finalReport.create({
      data: {
        organisationId,
        projectId: project.id,
        templateVersionId: template.id,
        title: words('fi')('finalReport.titleOf', { project: project.name }),
      },
      select: { id: true },
    })
    const ids = new Map(template.sections.map((section) => [section.id, randomUUIDv7()]))
    await tx.finalReportSection.createMany({
      data: template.sections.map((section) => ({
        id: ids.get(section.id),
        organisationId,
        reportId: report.id,
        parentId: section.parentId ? (ids.get(section.parentId) ?? null) : null,
        templateSectionId: section.id,
        kind: section.kind,
        number: section.number,
        title: section.titleFi,
        sort: section.sort,
      })),
    })
    await recordAudit(tx, viewer, {
      action: 'final_report.saved',
      right,
      subjectType: 'final_report',
      subjectId: report.id,
      organisationId,
      data: { change: 'created', templateVersion: template.version },
    })
    return ok({ reportId: report.id })
  })
}

function newestTemplate(tx: Tx, key: string | undefined) {
  return tx.reportTemplateVersion.findFirst({
    where: key ? { template: { key } } : {},
    orderBy: [{ version: 'desc' }],
    select: {
      id: true,
      version: true,
      sections: {
        orderBy: { sort: 'asc' },
        select: { id: true, parentId: true, kind: true, number: true, titleFi: true, sort: true },
      },
    },
  })
}
