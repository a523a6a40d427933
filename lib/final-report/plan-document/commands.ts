import 'server-only'
import { createHash } from 'node:crypto'
import { signedInRecently, type Viewer } from '@/lib/access/model'
import type { EditionBody } from '@/lib/final-report/editions/model'
import { withLooks } from '@/lib/final-report/export/queries'
import { composeNow, findPlanDocument } from '@/lib/final-report/plan-document/queries'
import type { PlanVersion } from '@/lib/final-report/plan-document/schema'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { words } from '@/lib/platform/words'
import { changeProject, type ProjectReason } from '@/lib/projects/commands'
import { findProject } from '@/lib/projects/queries'
import { fail, ok, type Result } from '@/lib/values/result'

type VersionReason = ProjectReason | 'SIGN_IN_AGAIN' | 'STALE' | 'INVALID'

/**
 * Makes a version of the plan: everything it shows now, texts and data, is stored as it is and never changes. A version after
 * the first one tells why it was made. Reasons: NOT_FOUND, NOT_ALLOWED; SIGN_IN_AGAIN when the sign-in is older than 15 minutes; STALE when somebody else has made one meanwhile;
 * INVALID without a reason, at its field.
 */
export function makePlanVersion(
  viewer: Viewer,
  { project: key, projectId, version, reason }: PlanVersion,
): Promise<Result<{ number: number }, VersionReason>> {
  return changeProject<{ number: number }, VersionReason>(
    viewer,
    { projectId, by: 'plan.write' },
    async ({ tx, organisationId, right }) => {
      if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('plan/' || ${projectId}, 0))`
      const project = await findProject(viewer, key)
      const plan = await findPlanDocument(viewer, projectId)
      if (project?.id !== projectId || !plan) return fail('NOT_FOUND')
      if (plan.editions.length !== version) return fail('STALE')
      if (version > 0 && reason === null) return fail('INVALID', { reason: 'plan.error.versionReason' })
      const at = now()
      const number = version + 1
      const document = await withLooks(viewer, projectId, await composeNow(viewer, project, plan))
      const t = words(plan.report.language)
      const body: EditionBody = {
        format: 'etappi-final-report-edition/1',
        number,
        reason,
        frozenAt: at.toISOString(),
        template: plan.report.template,
        decision: '',
        accepted: [],
        document: {
          ...document,
          notice: null,
          facts: [
            ...document.facts,
            { term: t('plan.document.version'), text: String(number) },
            ...(reason === null ? [] : [{ term: t('plan.document.reason'), text: reason }]),
          ],
        },
      }
      const stored = await storeEdition(tx, { organisationId, reportId: plan.report.id, by: viewer.userId, at, body })
      await recordAudit(tx, viewer, {
        action: 'plan.version_made',
        right,
        subjectType: 'project_plan',
        subjectId: plan.report.id,
        organisationId,
        data: { number, reason, sha256: stored },
      })
      return ok({ number })
    },
  )
}

type Storing = { organisationId: string; reportId: string; by: string | null; at: Date; body: EditionBody }

async function storeEdition(tx: Tx, { organisationId, reportId, by, at, body }: Storing): Promise<string> {
  const text = JSON.stringify(body)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const { number, reason } = body
  await tx.finalReportEdition.create({
    data: { organisationId, reportId, number, reason, frozenAt: at, frozenById: by, body: text, sha256 },
  })
  return sha256
}
