import 'server-only'
import { createHash } from 'node:crypto'
import { rightTo, signedInRecently, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { loadBoundData } from '@/lib/final-report/bindings/queries'
import { checkStoredReport } from '@/lib/final-report/check/acceptances/queries'
import { toldFinding } from '@/lib/final-report/check/told/model'
import { composeReport } from '@/lib/final-report/composition/model'
import type { EditionBody } from '@/lib/final-report/editions/model'
import { withLooks } from '@/lib/final-report/export/queries'
import { gravest, type LifeReason, needsReason, obstaclesOf, reportLife } from '@/lib/final-report/life/model'
import { standingOf } from '@/lib/final-report/life/queries'
import type { ReportEventType, ReportState } from '@/lib/final-report/model'
import { rightForStep, visibleTo } from '@/lib/final-report/permissions'
import { findReport } from '@/lib/final-report/queries'
import { decisionText } from '@/lib/meetings/decisions/model'
import { listDecisions } from '@/lib/meetings/decisions/queries'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { Locale } from '@/lib/platform/locales'
import { words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'
import { findProject } from '@/lib/projects/queries'
import { fail, ok, type Result } from '@/lib/values/result'

type Step = {
  project: string
  version: number
  step: ReportEventType
  reason: string | null
  decisionId?: string | null
}

/**
 * Takes the report a step on in its life. Locking stores an edition: all that its files are made of. Reasons: NOT_FOUND (also
 * a decision that is not the project's), NOT_ALLOWED, SIGN_IN_AGAIN, STALE, WRONG_STATE, INVALID without a reason where one is needed, and
 * what stands in the way: OPEN_ERRORS, UNREADY_SECTIONS, NO_DNSH, NO_DECLARATION.
 */
export function takeStep(
  viewer: Viewer,
  { project: projectKey, version, step, reason, decisionId = null }: Step,
): Promise<Result<{ state: ReportState }, LifeReason>> {
  return asViewer(
    viewer,
    async (tx) => {
      const project = await findProject(viewer, projectKey)
      const report =
        project &&
        (await tx.finalReport.findFirst({
          where: { projectId: project.id, ...visibleTo(viewer) },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          select: { id: true, state: true, version: true },
        }))
      if (!project || !report) return fail('NOT_FOUND')
      const right = rightTo(viewer, rightForStep[step], project.id)
      if (!right) return fail('NOT_ALLOWED')
      if (gravest.includes(step) && !signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
      const state = reportLife[report.state][step]
      if (!state) return fail(report.version === version ? 'WRONG_STATE' : 'STALE')
      if (needsReason.includes(step) && !reason?.trim()) return fail('INVALID')
      if (step === 'decided' && !(await isDecision(viewer, project.id, decisionId))) return fail('NOT_FOUND')
      const [obstacle] = obstaclesOf(step, await standingOf(viewer, project.id))
      if (obstacle) return fail(obstacle)
      const at = now()
      const moved = await tx.finalReport.updateMany({
        where: { id: report.id, version, state: report.state },
        data: { state, version: { increment: 1 } },
      })
      if (moved.count === 0) return fail('STALE')
      const { organisationId } = project
      const seq = await tx.finalReportEvent.count({ where: { reportId: report.id } })
      await tx.finalReportEvent.create({
        data: {
          organisationId,
          reportId: report.id,
          seq,
          type: step,
          actorId: viewer.userId,
          at,
          reason,
          decisionId: step === 'decided' ? decisionId : null,
        },
      })
      const edition = step === 'frozen' ? await freeze(viewer, tx, { project, reportId: report.id, at }) : null
      await recordAudit(tx, viewer, {
        action: step === 'frozen' ? 'final_report.frozen' : 'final_report.moved',
        right,
        subjectType: 'final_report',
        subjectId: report.id,
        organisationId,
        data: { step, state, reason, decisionId, ...edition },
      })
      return ok({ state })
    },
    { seconds: 60 },
  )
}

async function isDecision(viewer: Viewer, projectId: string, decisionId: string | null): Promise<boolean> {
  return decisionId !== null && (await listDecisions(viewer, projectId, null)).some(({ id }) => id === decisionId)
}

/** Stores the next edition. Everything is read in the transaction that locks the report. */
async function freeze(
  viewer: Viewer,
  tx: Tx,
  { project, reportId, at }: { project: ProjectHeader; reportId: string; at: Date },
): Promise<{ edition: number; sha256: string }> {
  const report = await findReport(viewer, project.id)
  const checked = await checkStoredReport(viewer, project.id)
  if (!report || !checked) throw new Error('the report to be locked is gone')
  const t = words(report.language)
  const number = (await tx.finalReportEdition.count({ where: { reportId } })) + 1
  const decision = await decisionOf(viewer, tx, project.id, reportId, report.language)
  const live = composeReport(
    { ...report, state: 'frozen' },
    project,
    await loadBoundData(viewer, project.id),
    at,
    t,
    env().appUrl,
  )
  const document = await withLooks(viewer, project.id, live)
  const body: EditionBody = {
    format: 'etappi-final-report-edition/1',
    number,
    reason: number === 1 ? null : await correctionReason(tx, reportId),
    frozenAt: at.toISOString(),
    template: report.template,
    decision,
    accepted: checked.findings.flatMap(({ acceptance, ...finding }) => {
      if (!acceptance) return []
      const { rule, place, message } = toldFinding(finding, checked.report, t, acceptance)
      const { reason, by, at: when } = acceptance
      return [{ rule, place: [place.number, place.title].filter(Boolean).join(' '), message, reason, by, at: when }]
    }),
    document: {
      ...document,
      facts: [
        ...document.facts,
        { term: t('finalReport.fact.edition'), text: String(number) },
        { term: t('finalReport.fact.decision'), text: decision },
      ],
    },
  }
  const text = JSON.stringify(body)
  const sha256 = createHash('sha256').update(text).digest('hex')
  await tx.finalReportEdition.create({
    data: {
      organisationId: project.organisationId,
      reportId,
      number,
      reason: body.reason,
      frozenAt: at,
      frozenById: viewer.userId,
      body: text,
      sha256,
    },
  })
  return { edition: number, sha256 }
}

/** The newest decision that the report rests on, in the report's language. */
async function decisionOf(
  viewer: Viewer,
  tx: Tx,
  projectId: string,
  reportId: string,
  locale: Locale,
): Promise<string> {
  const event = await tx.finalReportEvent.findFirst({
    where: { reportId, type: 'decided' },
    orderBy: { seq: 'desc' },
    select: { decisionId: true },
  })
  const decision = (await listDecisions(viewer, projectId, null)).find(({ id }) => id === event?.decisionId)
  return decision ? decisionText(decision, words(locale)) : ''
}

/** Why the report was opened again after the edition before. */
async function correctionReason(tx: Tx, reportId: string): Promise<string | null> {
  const event = await tx.finalReportEvent.findFirst({
    where: { reportId, type: 'correction_opened' },
    orderBy: { seq: 'desc' },
    select: { reason: true },
  })
  return event?.reason ?? null
}
