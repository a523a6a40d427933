import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { decideChange, editChange, proposeChange, putInForce, rejectChange, takeUp } from '@/lib/plan-changes/commands'
import { removeEffect, saveEffect } from '@/lib/plan-changes/effects/commands'
import { findPlanChange, listMeetingDecisions, listPlanChanges } from '@/lib/plan-changes/queries'
import { stateOf } from '@/lib/plan-changes/steps/model'
import { makeRound, type Round } from '../support/builders/round'

let round: Round
let changeId: string

const given = {
  project: 'kkk2',
  workPackageId: null,
  investmentId: null,
  title: 'Chatbotin käyttöönotto',
  what: 'Chatbot tulee mukaan.',
  why: 'Kysyntä kasvoi.',
  oldText: 'Puhelinpalvelu',
  newText: 'Puhelinpalvelu ja chatbot',
  oldAmount: '1000.00',
  newAmount: '2500.50',
}
const propose = (who: Viewer, change: object = {}) =>
  proposeChange(who, { projectId: round.projectId, reportId: null, ...given, ...change })
const seen = (who = round.director) => findPlanChange(who, round.projectId, changeId)
const at = async () => ({ changeId, version: (await seen())?.version ?? 0 })
const decided = { asWritten: '9/2025', timeCode: '2025-09', decidedOn: null }
const decide = async (who = round.director, change: object = {}) =>
  decideChange(who, { ...(await at()), decided, decisionId: null, note: null, ...change })
const effect = {
  project: 'kkk2',
  effectId: null,
  investmentId: null,
  workPackageId: null,
  year: 2025,
  costType: 'henkilöstö',
  oldAmount: '10',
  newAmount: null,
}
const audit = () =>
  asViewer(round.system, (tx) =>
    tx.auditEvent.findMany({
      where: { organisationId: round.organisationId, subjectType: 'plan_change' },
      orderBy: { at: 'asc' },
      select: { action: true, right: true, actorId: true },
    }),
  )

beforeEach(async () => {
  round = await makeRound()
  const made = await propose(round.coordinator, { workPackageId: round.unit.id })
  changeId = made.ok ? made.value.changeId : ''
})

describe('who may not', () => {
  it.each([
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s: propose, or take any step', async (role, reason) => {
    const who = round[role]
    const refused = { ok: false, reason }
    const step = { changeId, version: 1 }
    const before = await seen()
    expect(await propose(who)).toEqual(refused)
    expect(await propose(who, { workPackageId: round.unit.id })).toEqual(refused)
    expect(await editChange(who, { ...step, ...given })).toEqual(refused)
    expect(await takeUp(who, { ...step, note: null })).toEqual(refused)
    expect(await decide(who)).toEqual(refused)
    expect(await putInForce(who, { ...step, inForceFrom: '2025-10-01', note: null })).toEqual(refused)
    expect(await rejectChange(who, { ...step, reason: 'Ei.' })).toEqual(refused)
    expect(await saveEffect(who, { ...step, ...effect })).toEqual(refused)
    expect(await removeEffect(who, { ...step, effectId: changeId })).toEqual(refused)
    expect(await seen()).toEqual(before)
    expect(await audit()).toHaveLength(1)
  })

  it('a coordinator, for a unit of somebody else, for no unit, or the steps of those who prepare', async () => {
    const unit = { ok: false, reason: 'UNIT', fields: { workPackageId: 'planChanges.error.ownUnit' } }
    expect(await propose(round.coordinator, { workPackageId: round.otherUnit.id })).toEqual(unit)
    expect(await propose(round.coordinator)).toEqual(unit)
    expect(
      await editChange(round.coordinator, { ...(await at()), ...given, workPackageId: round.otherUnit.id }),
    ).toEqual(unit)
    expect(await editChange(round.otherCoordinator, { ...(await at()), ...given })).toEqual({
      ok: false,
      reason: 'NOT_ALLOWED',
    })
    expect(await takeUp(round.coordinator, { ...(await at()), note: null })).toEqual({
      ok: false,
      reason: 'NOT_ALLOWED',
    })
    expect(await rejectChange(round.coordinator, { ...(await at()), reason: 'Ei.' })).toEqual({
      ok: false,
      reason: 'NOT_ALLOWED',
    })
    expect((await seen())?.version).toBe(1)
  })

  it('nobody, with a unit, report or decision of another project', async () => {
    const other = await makeRound()
    const missing = { ok: false, reason: 'NOT_FOUND' }
    expect(await propose(round.director, { workPackageId: other.unit.id })).toEqual(missing)
    const [report] = await asViewer(round.system, (tx) =>
      tx.statusReport.findMany({ where: { unitId: other.unit.id } }),
    )
    expect(await propose(round.director, { reportId: report?.id })).toEqual(missing)
    await takeUp(round.director, { ...(await at()), note: null })
    const decision = await asViewer(round.system, (tx) =>
      tx.decision.create({
        data: { organisationId: other.organisationId, projectId: other.projectId, text: 'X', sort: 0 },
      }),
    )
    expect(await decide(round.director, { decisionId: decision.id })).toEqual(missing)
    expect(await seen()).toMatchObject({ version: 2, decisions: [], state: 'in_preparation' })
    expect(await findPlanChange(round.otherCounty, round.projectId, changeId)).toBeNull()
    expect(await listPlanChanges(round.otherCounty, round.projectId)).toEqual([])
  })
})

describe('from a proposal to the plan', () => {
  it('takes every step in its order, each with its event, by role', async () => {
    expect(
      await editChange(round.coordinator, {
        ...(await at()),
        ...given,
        workPackageId: round.unit.id,
        title: 'Chatbot',
      }),
    ).toMatchObject({ ok: true })
    await takeUp(round.finance, { ...(await at()), note: 'Valmistellaan.' })
    expect(await editChange(round.coordinator, { ...(await at()), ...given })).toEqual({
      ok: false,
      reason: 'NOT_ALLOWED',
    })
    await decide(round.director)
    await decide(round.director, {
      decided: { asWritten: '12.11.2025', timeCode: '2025-11-12', decidedOn: '2025-11-12' },
    })
    await putInForce(round.director, { ...(await at()), inForceFrom: '2025-12-01', note: null })
    const done = await seen()
    expect(done).toMatchObject({
      no: 1,
      title: 'Chatbot',
      state: 'in_force',
      inForceFrom: '2025-12-01',
      oldAmount: '1000',
      newAmount: '2500.5',
      decided: [{ timeCode: '2025-09' }, { timeCode: '2025-11-12' }],
      decisions: [{ decidedOn: null }, { decidedOn: '2025-11-12' }],
    })
    expect(done?.events.map(({ type, role }) => [type, role])).toEqual([
      ['proposed', 'coordinator'],
      ['edited', 'coordinator'],
      ['taken_up', 'finance'],
      ['decided', 'director'],
      ['decided', 'director'],
      ['put_in_force', 'director'],
    ])
    const stored = await asViewer(round.system, (tx) => tx.planChange.findUniqueOrThrow({ where: { id: changeId } }))
    expect(stored.state, 'the column is a cache of the events').toBe(
      stateOf('proposed', done?.events.map(({ type }) => type) ?? []),
    )
    expect((await audit()).map(({ action }) => action)).toEqual(done?.events.map(({ type }) => `plan_change.${type}`))
  })

  it('cannot jump over a step, and what is decided is not edited', async () => {
    const wrong = { ok: false, reason: 'WRONG_STATE' }
    expect(await decide()).toEqual(wrong)
    expect(await putInForce(round.director, { ...(await at()), inForceFrom: '2025-12-01', note: null })).toEqual(wrong)
    await takeUp(round.director, { ...(await at()), note: null })
    await decide()
    expect(await editChange(round.director, { ...(await at()), ...given })).toEqual(wrong)
    expect(await saveEffect(round.director, { ...(await at()), ...effect })).toEqual(wrong)
  })

  it('can be rejected with its reason and taken up again; the events stay', async () => {
    await rejectChange(round.director, { ...(await at()), reason: 'Ei rahaa.' })
    expect(await seen()).toMatchObject({ state: 'rejected', rejectedReason: 'Ei rahaa.' })
    expect(await decide()).toEqual({ ok: false, reason: 'WRONG_STATE' })
    await takeUp(round.director, { ...(await at()), note: null })
    expect(await seen()).toMatchObject({
      state: 'in_preparation',
      rejectedReason: null,
      events: [{ type: 'proposed' }, { type: 'rejected', note: 'Ei rahaa.' }, { type: 'taken_up' }],
    })
    const deleting = asViewer(round.system, (tx) =>
      tx.planChangeEvent.deleteMany({ where: { planChangeId: changeId } }),
    )
    await expect(deleting).rejects.toThrow()
    expect((await seen())?.events).toHaveLength(3)
  })

  it('of two who are as fast only one is first, and an old version is told', async () => {
    const both = await Promise.all(['a', 'b'].map((note) => takeUp(round.director, { changeId, version: 1, note })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'STALE' })
    expect(await editChange(round.director, { changeId, version: 1, ...given })).toEqual({ ok: false, reason: 'STALE' })
    expect((await seen())?.events).toHaveLength(2)
  })

  it('an older row without events keeps its state and goes on from there', async () => {
    const old = await asViewer(round.system, (tx) =>
      tx.planChange.create({
        data: {
          organisationId: round.organisationId,
          projectId: round.projectId,
          title: 'Vanha',
          state: 'decided',
          no: 7,
          sort: 9,
          decided: {
            create: [{ organisationId: round.organisationId, asWritten: '2/2024', timeCode: '2024-02', sort: 0 }],
          },
        },
      }),
    )
    changeId = old.id
    expect(await seen()).toMatchObject({ state: 'decided', events: [] })
    await putInForce(round.director, { ...(await at()), inForceFrom: '2024-03-01', note: null })
    expect(await seen()).toMatchObject({ no: 7, state: 'in_force', events: [{ type: 'put_in_force' }] })
  })
})

describe('effects on the budget', () => {
  it('are added, changed and taken away while nothing is decided', async () => {
    await saveEffect(round.coordinator, { ...(await at()), ...effect, workPackageId: round.unit.id })
    const [made] = (await seen())?.effects ?? []
    expect(made).toMatchObject({
      year: 2025,
      costType: 'henkilöstö',
      oldAmount: '10',
      newAmount: null,
      workPackageId: round.unit.id,
    })
    const effectId = made?.id ?? ''
    expect(await saveEffect(round.director, { changeId, version: 1, ...effect, effectId })).toEqual({
      ok: false,
      reason: 'STALE',
    })
    await saveEffect(round.director, { ...(await at()), ...effect, effectId, newAmount: '0' })
    expect((await seen())?.effects).toMatchObject([{ newAmount: '0', workPackageId: null }])
    const other = await makeRound()
    const foreign = { ...(await at()), ...effect, workPackageId: other.unit.id }
    expect(await saveEffect(round.director, foreign)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await removeEffect(round.director, { ...(await at()), effectId })).toMatchObject({ ok: true })
    expect(await removeEffect(round.director, { ...(await at()), effectId })).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    expect((await seen())?.effects).toEqual([])
  })
})

describe('a decision of a meeting', () => {
  it('is tied to the change; who may not see drafts sees it when the minutes are approved', async () => {
    const { organisationId, projectId } = round
    const { decision, meeting } = await asViewer(round.system, async (tx) => {
      const body = await tx.steeringBody.create({ data: { organisationId, projectId, name: 'Ohjausryhmä', sort: 0 } })
      const made = await tx.meeting.create({ data: { organisationId, bodyId: body.id, title: 'Kokous' } })
      const item = await tx.agendaItem.create({ data: { organisationId, meetingId: made.id, title: '§', sort: 0 } })
      const data = { organisationId, projectId, agendaItemId: item.id, text: 'Hyväksyttiin muutos.', sort: 0 }
      return { meeting: made, decision: await tx.decision.create({ data }) }
    })
    await takeUp(round.director, { ...(await at()), note: null })
    expect(await listMeetingDecisions(round.director, projectId)).toMatchObject([{ id: decision.id }])
    expect(await listMeetingDecisions(round.coordinator, projectId)).toEqual([])
    await decide(round.director, { decisionId: decision.id })
    const tied = { text: 'Hyväksyttiin muutos.', meetingId: meeting.id }
    expect((await seen())?.decisions).toMatchObject([{ decision: tied }])
    expect((await seen(round.coordinator))?.decisions).toMatchObject([{ decision: null }])
    await asViewer(round.system, (tx) => tx.meeting.update({ where: { id: meeting.id }, data: { state: 'approved' } }))
    expect((await seen(round.coordinator))?.decisions).toMatchObject([{ decision: tied }])
  })
})
