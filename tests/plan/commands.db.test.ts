import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { removeDependency, saveDependency } from '@/lib/plan/dependencies/commands'
import { removeMaturity, saveMaturity } from '@/lib/plan/maturity/commands'
import { findPlan } from '@/lib/plan/overview/queries'
import { removePersonMonths, savePersonMonths } from '@/lib/plan/person-months/commands'
import { setLinkState } from '@/lib/projects/links/commands'
import { linkStateMark } from '@/lib/projects/links/model'
import { makePersonIn, makeRound, type Round } from '../support/builders/round'

let round: Round
let admin: Round['director']
let linkId: string

const fresh = () => ({ projectId: round.projectId, id: null as string | null })
const months = (change: object = {}) => ({
  ...fresh(),
  workPackageId: round.unit.id as string | null,
  role: 'Suunnittelija',
  year: 2025,
  months: '4.5',
  monthsAsWritten: null,
  fundingSource: null,
  note: null,
  ...change,
})
const maturity = (change: object = {}) => ({
  ...fresh(),
  workPackageId: null as string | null,
  scale: 'Taso',
  scaleMin: '0',
  scaleMax: '5',
  area: 'Johtaminen',
  asWritten: '3',
  number: '3',
  unknown: null,
  assessedOn: '2025-01-31',
  timeAsWritten: null,
  note: null,
  source: null,
  ...change,
})
const need = (change: object = {}) => ({
  ...fresh(),
  workPackageId: round.unit.id as string | null,
  neededId: round.otherUnit.id as string | null,
  linkId: null as string | null,
  text: null,
  ...change,
})
const nobody = linkStateMark({ stateText: null, stateOn: null })
const state = (change: object = {}) => ({
  projectId: round.projectId,
  linkId,
  version: nobody,
  stateText: 'Päättynyt',
  stateOn: '2024-12-31',
  ...change,
})
const plan = (who = round.director) => findPlan(who, round.projectId)
const audit = () =>
  asViewer(round.system, (tx) =>
    tx.auditEvent.findMany({
      where: { organisationId: round.organisationId, action: { in: [...acts, 'project.link_state_set'] } },
      orderBy: { at: 'asc' },
      select: { action: true, right: true, actorId: true },
    }),
  )
const acts = [
  'plan.person_months_saved',
  'plan.person_months_removed',
  'plan.maturity_saved',
  'plan.maturity_removed',
  'plan.dependency_saved',
  'plan.dependency_removed',
]

beforeEach(async () => {
  round = await makeRound()
  admin = await makePersonIn(round, 'admin')
  const { organisationId, projectId } = round
  linkId = (
    await asViewer(round.system, (tx) =>
      tx.projectLink.create({ data: { organisationId, projectId, name: 'Edeltäjä', kind: 'predecessor', sort: 0 } }),
    )
  ).id
})

/** Keeps a row of each list, and gives their ids. */
async function kept() {
  const done = [
    await savePersonMonths(round.director, months()),
    await saveMaturity(round.finance, maturity()),
    await saveDependency(round.director, need()),
  ]
  return done.map((one) => (one.ok ? one.value.id : ''))
}

describe('who may not', () => {
  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s writes nothing', async (role, reason) => {
    const who = round[role]
    const [monthsId = '', maturityId = '', needId = ''] = await kept()
    const before = await plan()
    const row = (id: string) => ({ projectId: round.projectId, id, version: 1 })
    const tries = [
      savePersonMonths(who, months()),
      savePersonMonths(who, months({ ...row(monthsId), months: '9' })),
      removePersonMonths(who, row(monthsId)),
      saveMaturity(who, maturity()),
      saveMaturity(who, maturity({ ...row(maturityId), area: 'Muu' })),
      removeMaturity(who, row(maturityId)),
      saveDependency(who, need()),
      saveDependency(who, need({ ...row(needId), text: 'Muu' })),
      removeDependency(who, row(needId)),
      setLinkState(who, state()),
    ]
    for (const done of await Promise.all(tries)) expect(done).toEqual({ ok: false, reason })
    expect(await plan()).toEqual(before)
    expect(await audit()).toHaveLength(3)
  })

  it('the finance expert keeps the plan, but the page of the project belongs to its director and the administrator', async () => {
    expect((await savePersonMonths(round.finance, months())).ok).toBe(true)
    expect(await setLinkState(round.finance, state())).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect((await setLinkState(admin, state())).ok).toBe(true)
    expect(await savePersonMonths(admin, months())).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
  })

  it('nobody ties a row to a part, a link or a row of another project', async () => {
    const other = await makeRound()
    const foreign = other.unit.id
    const slip = (field: string) => ({
      ok: false,
      reason: 'INVALID',
      fields: { [field]: 'plan.error.otherProject' },
    })
    expect(await savePersonMonths(round.director, months({ workPackageId: foreign }))).toEqual(slip('workPackageId'))
    expect(await saveMaturity(round.director, maturity({ workPackageId: foreign }))).toEqual(slip('workPackageId'))
    expect(await saveDependency(round.director, need({ neededId: foreign }))).toEqual(slip('neededId'))
    const theirs = await saveDependency(round.director, need({ neededId: null, linkId: foreign }))
    expect(theirs).toEqual(slip('linkId'))
    const [id = ''] = await kept()
    const stolen = { projectId: other.projectId, id, version: 1 }
    expect(await removePersonMonths(other.director, stolen)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await savePersonMonths(other.director, { ...months({ ...stolen, workPackageId: null }) })).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    expect(await setLinkState(other.director, state({ projectId: other.projectId }))).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
  })

  it('a stranger reads no plan', async () => {
    expect(await plan(round.otherCounty)).toBeNull()
    expect(await plan(round.steering)).not.toBeNull()
  })
})

describe('rows of the plan', () => {
  it('are added in order, changed and taken away, with an audit row each', async () => {
    const [monthsId = '', maturityId = '', needId = ''] = await kept()
    expect(await plan()).toMatchObject({
      personMonths: [{ id: monthsId, months: '4.5', year: 2025, version: 1 }],
      maturity: [{ id: maturityId, number: '3', assessedOn: '2025-01-31' }],
      dependencies: [{ id: needId, workPackageId: round.unit.id, neededId: round.otherUnit.id }],
    })
    const at = (id: string, version: number) => ({ projectId: round.projectId, id, version })
    const changed = [
      await savePersonMonths(
        round.director,
        months({ ...at(monthsId, 1), months: null, monthsAsWritten: 'osa-aikainen' }),
      ),
      await saveMaturity(
        round.director,
        maturity({ ...at(maturityId, 1), number: null, asWritten: null, unknown: 'unknown' }),
      ),
      await saveDependency(round.director, need({ ...at(needId, 1), neededId: null, text: 'Päätös' })),
    ]
    expect(changed.every(({ ok }) => ok)).toBe(true)
    expect(await plan()).toMatchObject({
      personMonths: [{ months: null, monthsAsWritten: 'osa-aikainen', version: 2 }],
      maturity: [{ number: null, unknown: 'unknown', version: 2 }],
      dependencies: [{ neededId: null, text: 'Päätös', version: 2 }],
    })
    await removePersonMonths(round.director, at(monthsId, 2))
    await removeMaturity(round.director, at(maturityId, 2))
    await removeDependency(round.director, at(needId, 2))
    expect(await plan()).toMatchObject({ personMonths: [], maturity: [], dependencies: [] })
    const counts = (await audit()).map(({ action }) => action)
    expect(counts.filter((action) => action.endsWith('_saved'))).toHaveLength(6)
    expect(counts.filter((action) => action.endsWith('_removed'))).toHaveLength(3)
  })

  it('refuse what was based on another version, and of two who are as fast only one is first', async () => {
    const [id = ''] = await kept()
    const change = (version: number, given: string) =>
      savePersonMonths(round.director, months({ id, version, months: given }))
    const both = await Promise.all([change(1, '1'), change(1, '2')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'STALE' })
    expect(await removePersonMonths(round.director, { projectId: round.projectId, id, version: 1 })).toEqual({
      ok: false,
      reason: 'STALE',
    })
    expect((await plan())?.personMonths).toMatchObject([{ version: 2 }])
  })
})

describe('a linked project', () => {
  it('tells how far it is to whoever saw its state, and to nobody else', async () => {
    expect((await setLinkState(round.director, state())).ok).toBe(true)
    expect((await plan())?.links).toMatchObject([{ name: 'Edeltäjä', stateText: 'Päättynyt', stateOn: '2024-12-31' }])
    expect(await setLinkState(round.director, state({ stateText: 'Käynnissä' }))).toEqual({
      ok: false,
      reason: 'STALE',
    })
    const seen = linkStateMark({ stateText: 'Päättynyt', stateOn: '2024-12-31' })
    expect((await setLinkState(round.director, state({ version: seen, stateText: null, stateOn: null }))).ok).toBe(true)
    expect((await plan())?.links).toMatchObject([{ stateText: null, stateOn: null }])
  })

  it('that the viewer may not see is named only by a name that was given to it', async () => {
    const { organisationId, projectId } = round
    await asViewer(round.system, async (tx) => {
      const { programmeId } = await tx.project.findUniqueOrThrow({ where: { id: projectId } })
      const key = `toinen-${projectId}`
      const other = await tx.project.create({ data: { organisationId, programmeId, key, name: 'Salainen hanke' } })
      const link = { organisationId, projectId, linkedId: other.id }
      await tx.projectLink.createMany({
        data: [
          { ...link, name: null, sort: 1 },
          { ...link, name: 'Nimetty', sort: 2 },
        ],
      })
    })
    const told = (who: Round['director']) =>
      plan(who).then((seen) => seen?.links.map((one) => [one.name, one.projectKey]))
    expect(await told(round.director)).toEqual([
      ['Edeltäjä', null],
      ['Nimetty', null],
    ])
    expect(await told(admin)).toMatchObject([
      ['Edeltäjä', null],
      ['Salainen hanke', expect.any(String)],
      ['Nimetty', expect.any(String)],
    ])
  })
})
