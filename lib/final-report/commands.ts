import 'server-only'
import { randomUUIDv7 } from 'node:crypto'
import { can, rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { DocumentKind, FinalReportReason } from '@/lib/final-report/model'
import { documentRights } from '@/lib/final-report/permissions'
import type { ReportLanguage } from '@/lib/final-report/templates/choices/model'
import { readVersion } from '@/lib/final-report/templates/queries'
import { recordAudit } from '@/lib/platform/audit'
import { words } from '@/lib/platform/words'
import { findProject } from '@/lib/projects/queries'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Begins the final report of a project from the newest published version of a template: its chapters and questions, all
 * unanswered, with titles in the report's language where the template has them. The report keeps that version, whatever is
 * published later. Reasons: NOT_FOUND, NOT_ALLOWED, EXISTS, NO_TEMPLATE.
 */
export function createReport(
  viewer: Viewer,
  beginning: Beginning,
): Promise<Result<{ reportId: string }, FinalReportReason>> {
  return begin(viewer, 'final_report', beginning)
}

/** Begins the project's plan as a document, in the same way from a plan's template. Reasons as of `createReport`. */
export function createPlan(
  viewer: Viewer,
  beginning: Beginning,
): Promise<Result<{ reportId: string }, FinalReportReason>> {
  return begin(viewer, 'project_plan', beginning)
}

type Beginning = { projectKey: string; templateKey: string; language?: ReportLanguage }

const titles: Record<DocumentKind, string> = {
  final_report: 'finalReport.titleOf',
  project_plan: 'plan.document.titleOf',
}

function begin(
  viewer: Viewer,
  kind: DocumentKind,
  { projectKey, templateKey, language = 'fi' }: Beginning,
): Promise<Result<{ reportId: string }, FinalReportReason>> {
  return asViewer(viewer, async (tx) => {
    const project = await findProject(viewer, projectKey)
    if (!project || !can(viewer, documentRights[kind].read, project.id)) return fail('NOT_FOUND')
    const right = rightTo(viewer, documentRights[kind].write, project.id)
    if (!right) return fail('NOT_ALLOWED')
    // Two people who begin at once: the second one waits here and then finds the first one's report.
    await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${project.id}::uuid FOR UPDATE`
    if ((await tx.finalReport.count({ where: { projectId: project.id, kind } })) > 0) return fail('EXISTS')
    const template = await readVersion(viewer, { template: { key: templateKey, kind }, publishedAt: { not: null } })
    if (!template) return fail('NO_TEMPLATE')
    const { organisationId } = project
    const report = await tx.finalReport.create({
      data: {
        organisationId,
        projectId: project.id,
        templateVersionId: template.id,
        kind,
        title: words(language)(titles[kind], { project: project.name }),
        language,
      },
      select: { id: true },
    })
    const ids = new Map(template.places.map((place) => [place.id, randomUUIDv7()]))
    await tx.finalReportSection.createMany({
      data: template.places.map((place, sort) => ({
        id: ids.get(place.id),
        organisationId,
        reportId: report.id,
        parentId: place.parentId === null ? null : (ids.get(place.parentId) ?? null),
        templateSectionId: place.id,
        kind: place.kind,
        number: place.number,
        title: (language === 'sv' && place.titleSv) || place.titleFi,
        sort,
      })),
    })
    // Afterwards: a section may show one that stands further on.
    for (const { id, showsKey } of template.places.filter((place) => place.showsKey !== null)) {
      const shown = template.places.find((place) => place.key === showsKey)
      const showsSectionId = shown && ids.get(shown.id)
      await tx.finalReportSection.update({ where: { id: ids.get(id) }, data: { showsSectionId }, select: { id: true } })
    }
    await recordAudit(tx, viewer, {
      action: kind === 'final_report' ? 'final_report.saved' : 'plan.document_begun',
      right,
      subjectType: kind,
      subjectId: report.id,
      organisationId,
      data: { change: 'created', template: template.template.id, templateVersion: template.version, language },
    })
    return ok({ reportId: report.id })
  })
}
