import { createHash } from 'node:crypto'

type One = (text: string, values?: unknown[]) => Promise<string>
type Lay = (table: string, columns: Record<string, unknown>) => Promise<string>

/** What the pages of a plan need beside the demo data: a row of each list, a column, and a document with one version. */
export async function planPlaces(projectId: string, one: One, lay: Lay): Promise<Record<string, string>> {
  const plannedPart = await one(
    `SELECT w.id FROM "WorkPackage" w WHERE w."projectId" = $1 AND EXISTS (SELECT FROM "Action" a WHERE a."workPackageId" = w.id)
      ORDER BY w.sort LIMIT 1`,
    [projectId],
  )
  const templateVersionId = await one(
    `SELECT v.id FROM "ReportTemplateVersion" v JOIN "ReportTemplate" t ON t.id = v."templateId"
      WHERE t.kind = 'project_plan' LIMIT 1`,
  )
  const reportId = await lay('FinalReport', {
    projectId,
    kind: 'project_plan',
    templateVersionId,
    title: 'Suunnitelma',
  })
  const body = '{"document":{"sections":[]}}'
  const sha256 = createHash('sha256').update(body).digest('hex')
  await lay('FinalReportEdition', { reportId, number: 1, body, sha256 })
  return {
    plannedPart,
    planSection: await lay('FinalReportSection', { reportId, kind: 'chapter', title: 'Tausta', sort: 0 }),
    column: await lay('ScheduleColumn', { workPackageId: plannedPart, label: 'Kevät', sort: 0 }),
    personMonths: await lay('PersonMonths', { projectId, role: 'Suunnittelija', sort: 0 }),
    maturity: await lay('MaturityAssessment', { projectId, scale: 'Taso', area: 'Tieto', number: '2', sort: 0 }),
    dependency: await lay('PlanDependency', { projectId, text: 'Tietojärjestelmä', sort: 0 }),
    link: await lay('ProjectLink', { projectId, name: 'Edeltävä hanke', sort: 99 }),
  }
}
