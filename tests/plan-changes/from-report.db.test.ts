import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { editChange, proposeChange, takeUp } from '@/lib/plan-changes/commands'
import { findReportedChange, listProposalsOf } from '@/lib/plan-changes/from-report/queries'
import { findPlanChange, listPlanChanges } from '@/lib/plan-changes/queries'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

const words = 'Koulutus jatkuu tammikuuhun.'
const given = {
  project: 'kkk2',
  workPackageId: null,
  investmentId: null,
  title: 'Koulutus jatkuu',
  what: words,
  why: 'Sairauslomat.',
  oldText: null,
  newText: null,
  oldAmount: null,
  newAmount: null,
}

let round: Round
let reportId: string
const propose = (who: Viewer, change: object = {}) =>
  proposeChange(who, { projectId: round.projectId, reportId, ...given, ...change })
const rows = () =>
  asViewer(round.system, (tx) =>
    tx.planChange.findMany({
      where: { projectId: round.projectId },
      orderBy: { sort: 'asc' },
      select: { id: true, what: true, reportId: true, workPackageId: true, state: true },
    }),
  )
const approve = async () => {
  const version = async () => ({ reportId, version: (await reportOf(round.unit.id, round.periodId)).version })
  expect(await submitReport(round.coordinator, await version())).toMatchObject({ ok: true })
  expect(await approveReport(round.director, await version())).toMatchObject({ ok: true })
}

beforeEach(async () => {
  round = await makeRound()
  reportId = (await reportOf(round.unit.id, round.periodId)).id
  await fillReport(round.coordinator, reportId, { 'deviations/text': 'Sairauslomat.', 'deviations/planChange': words })
})

describe('who may not', () => {
  it('read a report as the beginning of a proposal', async () => {
    for (const who of [round.steering, round.auditor, round.otherCounty]) {
      expect(await findReportedChange(who, round.projectId, reportId)).toBeNull()
      expect(await listProposalsOf(who, round.projectId, reportId)).toEqual([])
    }
    const other = await makeRound()
    expect(await findReportedChange(round.director, other.projectId, reportId)).toBeNull()
  })

  it('propose from the report of another unit', async () => {
    expect(await propose(round.otherCoordinator)).toMatchObject({ ok: false, reason: 'UNIT' })
    expect(await propose(round.steering)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await propose(round.otherCounty)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await rows()).toEqual([])
  })

  it('see what an unpublished report proposes until it is taken up', async () => {
    const made = await propose(round.coordinator)
    const changeId = made.ok ? made.value.changeId : ''
    for (const who of [round.steering, round.auditor]) {
      expect(await listPlanChanges(who, round.projectId)).toEqual([])
      expect(await findPlanChange(who, round.projectId, changeId)).toBeNull()
    }
    expect(await listPlanChanges(round.finance, round.projectId)).toHaveLength(1)
    await takeUp(round.director, { changeId, version: 1, note: null })
    const seen = await findPlanChange(round.steering, round.projectId, changeId)
    expect(seen).toMatchObject({ state: 'in_preparation', report: null })
  })

  it('after publishing everybody who reads the project sees the proposal', async () => {
    await approve()
    expect(await listPlanChanges(round.steering, round.projectId)).toEqual([])
    await publishPeriod(round.director, { projectId: round.projectId, periodKey: '2025-Q3', note: 'Koe' })
    expect(await listPlanChanges(round.steering, round.projectId)).toMatchObject([{ what: words }])
  })
})

describe('proposing from a report', () => {
  it('begins from its words and keeps the report and its unit, whatever unit the form names', async () => {
    expect(await findReportedChange(round.coordinator, round.projectId, reportId)).toEqual({
      reportId,
      unitId: round.unit.id,
      periodKey: '2025-Q3',
      what: words,
      why: 'Sairauslomat.',
    })
    const made = await propose(round.coordinator, { workPackageId: round.otherUnit.id, what: 'Paremmin sanottuna.' })
    expect(made).toMatchObject({ ok: true })
    expect(await rows()).toMatchObject([{ reportId, workPackageId: round.unit.id, what: 'Paremmin sanottuna.' }])
    const changeId = made.ok ? made.value.changeId : ''
    expect(await findPlanChange(round.coordinator, round.projectId, changeId)).toMatchObject({
      report: { periodKey: '2025-Q3', unitId: round.unit.id },
      isOwnUnit: true,
      events: [{ type: 'proposed', note: words, role: 'coordinator' }],
    })
    expect(await listProposalsOf(round.director, round.projectId, reportId)).toMatchObject([
      { id: changeId, state: 'proposed' },
    ])
  })

  it('approving the report does not propose the same words again, nor write over the proposal', async () => {
    await propose(round.coordinator, { what: 'Paremmin sanottuna.' })
    await approve()
    expect(await rows()).toMatchObject([{ what: 'Paremmin sanottuna.', state: 'proposed' }])
  })

  it('approving a report that nobody proposed from still lists its proposal, and an edited one stays as edited', async () => {
    await approve()
    const [made] = await rows()
    expect(made).toMatchObject({ what: words, reportId })
    const change = { ...given, what: 'Toisin.', workPackageId: round.unit.id }
    expect(await editChange(round.director, { changeId: made?.id ?? '', version: 1, ...change })).toMatchObject({
      ok: true,
    })
    expect(await rows()).toMatchObject([{ what: 'Toisin.' }])
  })
})
