import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import {
  addRisk,
  assessRisk,
  changeRisk,
  closeRisk,
  removeMitigation,
  reopenRisk,
  saveMitigation,
} from '@/lib/risks/commands'
import { findRisk, listRisks } from '@/lib/risks/queries'
import { standingOf } from '@/lib/risks/standing/model'
import { makeRound, type Round } from '../support/builders/round'

let round: Round
let riskId: string

const given = {
  project: 'kkk2',
  kind: 'risk' as const,
  description: 'Rekrytointi viivästyy',
  ownerRoles: ['projektijohtaja'],
  workPackageId: null,
  raisedOn: null,
}
const nothing = {
  project: 'kkk2',
  probabilityAfter: null,
  impactAfter: null,
  pointsAsWritten: null,
  source: null,
  assessedOn: null,
  note: null,
}
const add = (who = round.director, change: object = {}) =>
  addRisk(who, { projectId: round.projectId, ...given, ...change })
const seen = () => findRisk(round.director, round.projectId, riskId)
const version = async () => (await seen())?.version ?? 0
const assess = async (scores: object = {}, who = round.director, based?: number) =>
  assessRisk(who, {
    riskId,
    version: based ?? (await version()),
    periodId: round.periodId,
    probability: 3,
    impact: 4,
    ...nothing,
    ...scores,
  })
const mitigation = {
  project: 'kkk2',
  mitigationId: null,
  text: 'Sijaisjärjestely',
  state: 'planned' as const,
  ownerRole: null,
  dueOn: null,
}
const audit = () =>
  asViewer(round.system, (tx) =>
    tx.auditEvent.findMany({
      where: { organisationId: round.organisationId, subjectType: 'risk' },
      orderBy: { at: 'asc' },
      select: { action: true, right: true, actorId: true },
    }),
  )

beforeEach(async () => {
  round = await makeRound()
  const added = await add()
  riskId = added.ok ? added.value.riskId : ''
})

describe('who may not', () => {
  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s', async (role, reason) => {
    const who = round[role]
    const refused = { ok: false, reason }
    const before = await seen()
    const step = { riskId, version: 1 }
    expect(await add(who)).toEqual(refused)
    expect(await changeRisk(who, { ...step, ...given })).toEqual(refused)
    expect(await assess({}, who)).toEqual(refused)
    expect(await closeRisk(who, { ...step, closedOn: null, reason: 'Poistui.' })).toEqual(refused)
    expect(await reopenRisk(who, step)).toEqual(refused)
    expect(await saveMitigation(who, { ...step, ...mitigation })).toEqual(refused)
    expect(await removeMitigation(who, { ...step, mitigationId: riskId })).toEqual(refused)
    expect(await seen()).toEqual(before)
    expect(await audit()).toHaveLength(1)
  })

  it('nobody ties a risk to a unit or a period of another project', async () => {
    const other = await makeRound()
    expect(await add(round.director, { workPackageId: other.unit.id })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await assess({ periodId: other.periodId })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await changeRisk(round.director, { riskId, version: 1, ...given, workPackageId: other.unit.id })).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    expect(await seen(), 'the version stands where it stood').toMatchObject({ version: 1, assessments: [] })
  })

  it('a stranger sees no risk by its id, and no list', async () => {
    expect(await findRisk(round.otherCounty, round.projectId, riskId)).toBeNull()
    expect(await listRisks(round.otherCounty, round.projectId)).toEqual([])
    const other = await makeRound()
    expect(await findRisk(round.director, other.projectId, riskId)).toBeNull()
  })
})

it('a project scores on a scale of its own, and nothing beyond it', async () => {
  expect(await assess({ probability: 6 })).toEqual({
    ok: false,
    reason: 'SCALE',
    fields: { probability: 'risks.error.score' },
  })
  await asViewer(round.system, (tx) =>
    tx.project.update({ where: { id: round.projectId }, data: { settings: { riskScale: 10 } } }),
  )
  expect(await assess({ probability: 6, impactAfter: 10 })).toMatchObject({ ok: true })
})

describe('the register', () => {
  it('gives each new risk the next number, and leaves it unscored', async () => {
    const both = await Promise.all([
      add(round.finance, { kind: 'problem' }),
      add(round.director, { kind: 'deviation' }),
    ])
    expect(both.every(({ ok }) => ok)).toBe(true)
    const risks = await listRisks(round.auditor, round.projectId)
    expect(risks.map(({ no }) => no)).toEqual([1, 2, 3])
    expect(risks.every(({ assessments }) => assessments.length === 0)).toBe(true)
  })

  it('keeps what is changed, who by, and refuses what was based on another version', async () => {
    const change = { ...given, description: 'Uusi kuvaus', ownerRoles: ['talous'], workPackageId: round.unit.id }
    expect(await changeRisk(round.finance, { riskId, version: 1, ...change })).toEqual({ ok: true, value: { riskId } })
    expect(await changeRisk(round.director, { riskId, version: 1, ...given })).toEqual({ ok: false, reason: 'STALE' })
    const { project: _place, ...stored } = change
    expect(await seen()).toMatchObject({ ...stored, version: 2 })
    expect(await audit()).toMatchObject([
      { action: 'risk.added', right: 'director', actorId: round.director.userId },
      { action: 'risk.changed', right: 'finance', actorId: round.finance.userId },
    ])
  })

  it('of two who are as fast only one is first', async () => {
    const both = await Promise.all(
      ['yksi', 'kaksi'].map((description) => changeRisk(round.director, { riskId, version: 1, ...given, description })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'STALE' })
  })
})

describe('assessing', () => {
  it('adds one assessment per press and changes none', async () => {
    await assess({ note: 'Alku' })
    await assess({ probability: 1, impactAfter: 2, note: 'Parani' })
    const { assessments = [] } = (await seen()) ?? {}
    expect(assessments).toMatchObject([
      { probability: 3, impact: 4, points: 12, note: 'Alku', recordedByRole: 'director' },
      { probability: 1, impact: 4, points: 4, impactAfter: 2, note: 'Parani', recordedByRole: 'director' },
    ])
    const periods = [{ id: round.periodId, to: '2025-09-30' }]
    expect(standingOf({ assessments }, periods)).toMatchObject({ latest: { note: 'Parani' }, previous: null })
  })

  it('twice at the same time is one assessment, and the other person is told', async () => {
    const seenBy = await version()
    const both = await Promise.all([assess({}, round.director, seenBy), assess({}, round.finance, seenBy)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'STALE' })
    expect((await seen())?.assessments).toHaveLength(1)
  })

  it('a half assessment leaves the risk unscored', async () => {
    await assess({ impact: null })
    expect((await seen())?.assessments[0]).toMatchObject({ probability: 3, impact: null, points: null })
  })

  it('for a published period adds to the register and changes nothing before it', async () => {
    await assess({ note: 'Ennen julkaisua' })
    await asViewer(round.system, (tx) =>
      tx.reportingPeriod.update({ where: { id: round.periodId }, data: { state: 'published' } }),
    )
    const before = (await seen())?.assessments[0]
    await assess({ probability: 5, note: 'Julkaisun jälkeen' })
    const after = (await seen())?.assessments
    expect(after?.[0]).toEqual(before)
    expect(after?.map(({ note }) => note)).toEqual(['Ennen julkaisua', 'Julkaisun jälkeen'])
  })
})

describe('closing and opening again', () => {
  it('needs a reason, stops changes, and keeps the history', async () => {
    await assess()
    const closing = { riskId, version: 2, closedOn: '2025-09-01', reason: 'Siirtyi linjaan.' }
    expect(await closeRisk(round.director, closing)).toMatchObject({ ok: true })
    expect(await seen()).toMatchObject({ closedOn: '2025-09-01', closedReason: 'Siirtyi linjaan.', version: 3 })
    for (const refused of [
      await assess(),
      await changeRisk(round.director, { riskId, version: 3, ...given }),
      await saveMitigation(round.director, { riskId, version: 3, ...mitigation }),
      await closeRisk(round.director, { ...closing, version: 3 }),
    ]) {
      expect(refused).toEqual({ ok: false, reason: 'CLOSED' })
    }
    expect(await reopenRisk(round.finance, { riskId, version: 3 })).toMatchObject({ ok: true })
    expect(await seen()).toMatchObject({ closedOn: null, closedReason: null, assessments: [{ points: 12 }] })
    expect(await reopenRisk(round.finance, { riskId, version: 4 })).toEqual({ ok: false, reason: 'OPEN' })
    expect((await audit()).map(({ action }) => action)).toEqual([
      'risk.added',
      'risk.assessed',
      'risk.closed',
      'risk.reopened',
    ])
  })
})

describe('mitigations', () => {
  it('are added, changed and removed, each once', async () => {
    await saveMitigation(round.director, { riskId, version: 1, ...mitigation, dueOn: '2025-12-31' })
    const [made] = (await seen())?.mitigations ?? []
    expect(made).toMatchObject({ text: 'Sijaisjärjestely', state: 'planned', dueOn: '2025-12-31' })
    const mitigationId = made?.id ?? ''
    const change = { ...mitigation, mitigationId, text: 'Rekrytointi', state: 'done' as const, ownerRole: 'talous' }
    expect(await saveMitigation(round.director, { riskId, version: 1, ...change })).toEqual({
      ok: false,
      reason: 'STALE',
    })
    await saveMitigation(round.director, { riskId, version: 2, ...change })
    expect((await seen())?.mitigations).toMatchObject([{ text: 'Rekrytointi', state: 'done', ownerRole: 'talous' }])
    expect(await removeMitigation(round.director, { riskId, version: 3, mitigationId })).toMatchObject({ ok: true })
    expect(await removeMitigation(round.director, { riskId, version: 4, mitigationId })).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    expect((await seen())?.mitigations).toEqual([])
  })

  it('of another risk are not there', async () => {
    const other = await add()
    const otherId = other.ok ? other.value.riskId : ''
    await saveMitigation(round.director, { riskId: otherId, version: 1, ...mitigation })
    const [made] = (await findRisk(round.director, round.projectId, otherId))?.mitigations ?? []
    const mitigationId = made?.id ?? ''
    expect(await saveMitigation(round.director, { riskId, version: 1, ...mitigation, mitigationId })).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
  })
})
