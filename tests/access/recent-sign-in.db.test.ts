// The gravest acts ask for a sign-in of the last 15 minutes: refused a second after them with nothing done, done a second
// before. The acts on second factors and on keys of programs are looked at in second-factor.db.test.ts and in
// tests/reporting-api.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { createPlan } from '@/lib/final-report/commands'
import { takeStep } from '@/lib/final-report/life/commands'
import { gravest } from '@/lib/final-report/life/model'
import { makePlanVersion } from '@/lib/final-report/plan-document/commands'
import { publishVersion } from '@/lib/final-report/templates/commands'
import { approveMeeting, checkMeeting, returnMeeting } from '@/lib/meetings/standing/commands'
import { now, setClock } from '@/lib/platform/clock'
import { readFilter } from '@/lib/rounds/filters/model'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { approveInQueue, approveMarked } from '@/lib/rounds/queue/commands'
import { approveReport, returnReport, submitReport } from '@/lib/status-reports/commands'
import { approveReports } from '@/lib/status-reports/review/commands'
import type { Result } from '@/lib/values/result'
import { loadPlanTemplate, planTemplateKey } from '@/prisma/seed/final-report/plan-template'
import {
  answerAll,
  decidedReport,
  reportOf as finalReportOf,
  makeReport,
  takeSteps,
} from '../support/builders/final-report'
import { makeBody, makeItem, makeMeeting, meetingOf, value } from '../support/builders/meetings'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'
import { makeOwnTemplate, writtenNow } from '../support/builders/templates'

type Act = (viewer: Viewer) => Promise<Result<unknown, string>>
/** What is looked at behind the application, and the act by somebody who may. */
type Case = { who: Viewer; organisationId: string; act: Act }

const signedInAgo = (viewer: Viewer, seconds: number): Viewer => ({
  ...viewer,
  authenticatedAt: new Date(now().getTime() - seconds * 1000),
})
const minutes15 = 15 * 60

async function sent(round: Round): Promise<{ reportId: string; version: number }> {
  const { id: reportId, version } = await reportOf(round.unit.id, round.periodId)
  await fillReport(round.coordinator, reportId)
  return { reportId, version: value(await submitReport(round.coordinator, { reportId, version })).version }
}

async function ofRound(
  prepare: (round: Round) => Promise<Act>,
  role: 'director' | 'steering' = 'director',
): Promise<Case> {
  const round = await makeRound()
  return { who: round[role], organisationId: round.organisationId, act: await prepare(round) }
}

async function ofFinalReport(step: (typeof gravest)[number]): Promise<Case> {
  const place = step === 'approved' ? await makeReport() : await decidedReport()
  if (step === 'approved') {
    await answerAll(place)
    await takeSteps(place, ['checked'])
  }
  if (step === 'sent' || step === 'correction_opened') await takeSteps(place, ['frozen'])
  const { version } = await finalReportOf(place)
  const given = { project: place.projectKey, version, step, reason: 'Luku puuttuu.' }
  return { who: place.director, organisationId: place.organisationId, act: (viewer) => takeStep(viewer, given) }
}

const cases: [string, () => Promise<Case>][] = [
  [
    'approving a report',
    () =>
      ofRound(async (round) => {
        const given = await sent(round)
        return (viewer) => approveReport(viewer, given)
      }),
  ],
  [
    'approving a report in the queue',
    () =>
      ofRound(async (round) => {
        const given = await sent(round)
        const place = { project: round.projectKey, period: '2025-Q3', unit: round.unit.id, filter: readFilter({}) }
        return (viewer) => approveInQueue(viewer, { ...given, ...place })
      }),
  ],
  [
    'approving several reports',
    () =>
      ofRound(async (round) => {
        const given = await sent(round)
        return (viewer) => approveReports(viewer, [given])
      }),
  ],
  [
    'approving marked units',
    () =>
      ofRound(async (round) => {
        const { version } = await sent(round)
        const marks = [{ unitId: round.unit.id, version }]
        return (viewer) =>
          approveMarked(viewer, { project: round.projectKey, period: '2025-Q3', filter: readFilter({}), marks })
      }),
  ],
  [
    'publishing a period',
    () =>
      ofRound(async (round) => {
        value(await approveReport(round.director, await sent(round)))
        const given = { projectId: round.projectId, periodKey: '2025-Q3', note: 'Toinen yksikkö jää pois.' }
        return (viewer) => publishPeriod(viewer, given)
      }),
  ],
  [
    'approving minutes',
    () =>
      ofRound(async (round) => {
        const meetingId = await makeMeeting(round, await makeBody(round))
        await makeItem(round.director, meetingId)
        value(await checkMeeting(round.director, { meetingId, version: (await meetingOf(round, meetingId)).version }))
        const { version } = await meetingOf(round, meetingId)
        return (viewer) => approveMeeting(viewer, { meetingId, version })
      }, 'steering'),
  ],
  [
    'making a version of the plan',
    () =>
      ofRound(async (round) => {
        value(await createPlan(round.director, { projectKey: round.projectKey, templateKey: planTemplateKey }))
        const given = { project: round.projectKey, projectId: round.projectId, version: 0, reason: null }
        return (viewer) => makePlanVersion(viewer, given)
      }),
  ],
  [
    'publishing a template',
    async () => {
      const { round, admin, versionId } = await makeOwnTemplate()
      const given = { ...(await writtenNow(admin, versionId)), note: null }
      return { who: admin, organisationId: round.organisationId, act: (viewer) => publishVersion(viewer, given) }
    },
  ],
  ...gravest.map((step): [string, () => Promise<Case>] => [`the final report: ${step}`, () => ofFinalReport(step)]),
]

/** Everything that an act could leave. */
const behind = (organisationId: string) =>
  asViewer(systemViewer('operator', organisationId), async (tx) => [
    await tx.auditEvent.count(),
    await tx.statusReportEvent.count(),
    await tx.snapshot.count(),
    await tx.finalReportEvent.count(),
    await tx.finalReportEdition.count(),
    await tx.measurement.count(),
    await tx.notification.count(),
  ])

beforeAll(loadPlanTemplate)
beforeEach(() => setClock(new Date('2025-11-20T10:00:00Z')))
afterEach(() => setClock(null))

describe('an act that asks for a recent sign-in', () => {
  it.each(cases)(
    '%s: not at 15 min + 1 s, nor ever without one; done at 14 min 59 s',
    async (_, prepare) => {
      const { who, organisationId, act } = await prepare()
      const before = await behind(organisationId)
      const refused = { ok: false, reason: 'SIGN_IN_AGAIN' }
      expect(await act(signedInAgo(who, minutes15 + 1))).toEqual(refused)
      expect(await act({ ...who, authenticatedAt: null })).toEqual(refused)
      expect(await behind(organisationId)).toEqual(before)
      expect(await act(signedInAgo(who, minutes15 - 1))).toMatchObject({ ok: true })
      expect(await behind(organisationId)).not.toEqual(before)
    },
    60_000,
  )

  it('tells those who may not do it at all that, however old their sign-in is', async () => {
    const round = await makeRound()
    const given = await sent(round)
    expect(await approveReport(signedInAgo(round.finance, minutes15 + 1), given)).toMatchObject({
      reason: 'NOT_ALLOWED',
    })
    const period = { projectId: round.projectId, periodKey: '2025-Q3' }
    expect(await publishPeriod(signedInAgo(round.steering, 9000), period)).toMatchObject({ reason: 'NOT_ALLOWED' })
  })

  it('is carried out by the operator, who signs in nowhere', async () => {
    const round = await makeRound()
    value(await approveReport(round.system, await sent(round)))
    const period = { projectId: round.projectId, periodKey: '2025-Q3', note: 'Toinen yksikkö jää pois.' }
    expect(await publishPeriod(systemViewer('operator'), period)).toMatchObject({ ok: true })
  })
})

describe('what does not ask for it', () => {
  it('sending, returning, checking minutes and taking them back', async () => {
    const round = await makeRound()
    const old = (viewer: Viewer) => signedInAgo(viewer, 4 * 3600)
    const { id: reportId, version } = await reportOf(round.unit.id, round.periodId)
    await fillReport(round.coordinator, reportId)
    const moved = value(await submitReport(old(round.coordinator), { reportId, version }))
    const back = { reportId, version: moved.version, reason: 'Täydennä.', opens: ['results'] }
    expect(await returnReport(old(round.director), back)).toMatchObject({ ok: true })
    const meetingId = await makeMeeting(round, await makeBody(round))
    await makeItem(round.director, meetingId)
    const at = async () => ({ meetingId, version: (await meetingOf(round, meetingId)).version })
    expect(await checkMeeting(old(round.director), await at())).toMatchObject({ ok: true })
    expect(await returnMeeting(old(round.director), { ...(await at()), reason: 'x' })).toMatchObject({ ok: true })
  })
})
