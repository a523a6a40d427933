import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { checkStoredReport } from '@/lib/final-report/check/acceptances/queries'
import type { AcceptFinding } from '@/lib/final-report/check/acceptances/schema'
import { type DocumentKind, type FinalReportReason, isWritable } from '@/lib/final-report/model'
import { documentRights, visibleTo } from '@/lib/final-report/permissions'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { findProject } from '@/lib/projects/queries'
import { fail, ok, type Result } from '@/lib/values/result'

type Done = Promise<Result<null, FinalReportReason>>

/**
 * Leaves a finding as it is, with the reason why. The finding is looked for anew: what is not found any more is not accepted.
 * Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED; GONE when the report has no such finding; EXISTS when it is accepted already.
 */
export function acceptFinding(
  viewer: Viewer,
  { project, kind = 'final_report', finding: id, reason }: AcceptFinding,
): Done {
  return changeAcceptances(viewer, { project, kind }, async (tx, { reportId, organisationId, projectId, record }) => {
    const checked = await checkStoredReport(viewer, projectId, kind)
    const finding = checked?.findings.find((one) => one.id === id)
    if (!finding) return fail('GONE')
    if (finding.acceptance) return fail('EXISTS')
    const row = await tx.findingAcceptance.create({
      data: {
        organisationId,
        reportId,
        rule: finding.rule,
        findingKey: finding.key,
        reason,
        acceptedById: viewer.userId,
        acceptedAt: now(),
      },
      select: { id: true },
    })
    await record('finding_accepted', {
      acceptance: row.id,
      rule: finding.rule,
      values: [...finding.values],
      reason,
    })
    return ok(null)
  })
}

/** Takes an acceptance back: the finding is open again. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, GONE. */
export function withdrawAcceptance(
  viewer: Viewer,
  { project, kind = 'final_report', acceptance }: { project: string; kind?: DocumentKind; acceptance: string },
): Done {
  return changeAcceptances(viewer, { project, kind }, async (tx, { reportId, record }) => {
    const taken = await tx.findingAcceptance.updateMany({
      where: { id: acceptance, reportId, withdrawnAt: null },
      data: { withdrawnAt: now() },
    })
    if (taken.count === 0) return fail('GONE')
    await record('finding_withdrawn', { acceptance })
    return ok(null)
  })
}

const auditNoun = { final_report: 'final_report', project_plan: 'plan' } as const satisfies Record<DocumentKind, string>

type Place = {
  reportId: string
  organisationId: string
  projectId: string
  record(what: 'finding_accepted' | 'finding_withdrawn', data: Prisma.InputJsonObject): Promise<void>
}

/** Who may, and is the report still open; one at a time, so that two who accept the same finding at once make one acceptance. */
function changeAcceptances(
  viewer: Viewer,
  { project: projectKey, kind }: { project: string; kind: DocumentKind },
  write: (tx: Tx, place: Place) => Done,
): Done {
  return asViewer(viewer, async (tx) => {
    const project = await findProject(viewer, projectKey)
    const report =
      project &&
      (await tx.finalReport.findFirst({
        where: { projectId: project.id, ...visibleTo(viewer, kind) },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        select: { id: true, state: true },
      }))
    if (!project || !report) return fail('NOT_FOUND')
    const right = rightTo(viewer, documentRights[kind].write, project.id)
    if (!right) return fail('NOT_ALLOWED')
    if (!isWritable[report.state]) return fail('LOCKED')
    await tx.$queryRaw`SELECT id FROM "FinalReport" WHERE id = ${report.id}::uuid FOR UPDATE`
    const { organisationId } = project
    return write(tx, {
      reportId: report.id,
      organisationId,
      projectId: project.id,
      record: (what, data) =>
        recordAudit(tx, viewer, {
          action: `${auditNoun[kind]}.${what}`,
          right,
          subjectType: kind,
          subjectId: report.id,
          organisationId,
          data,
        }),
    })
  })
}
