import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { saveInvestment } from '@/lib/plan/structure/investments/commands'
import { removeFrom } from '@/lib/plan/structure/keeping/commands'
import { useLabels } from '@/lib/plan/structure/labels'
import { saveLevel } from '@/lib/plan/structure/levels/commands'
import { placed } from '@/lib/plan/structure/model'
import { findStructure } from '@/lib/plan/structure/queries'
import { saveUnit } from '@/lib/plan/structure/units/commands'
import { makeProject } from '@/lib/project-packages/making/commands'
import { newProjectSchema } from '@/lib/project-packages/making/schema'
import { readProjectRows } from '@/lib/project-packages/rows/queries'
import { createPeriod } from '@/lib/rounds/commands'
import { makePersonIn, makeRound, type Round } from '../support/builders/round'

let round: Round
let admin: Viewer
const fresh = { id: null, version: '', parentId: null, code: null, note: null, position: null }
const unit = {
  ...fresh,
  investmentId: null,
  level: 'plan' as const,
  reports: true,
  titlePlan: 'Uusi',
  titleReview: null,
  responsibleRole: null,
  scheduleAsWritten: '1.1.2026–30.6.2026',
  costEstimate: '12.50',
  costAsWritten: null,
  serviceAreas: [],
  covers: [],
}
const idOf = (made: { ok: true; value: { id: string } } | { ok: false; reason: string }): string => {
  if (!made.ok) throw new Error(JSON.stringify(made))
  return made.value.id
}
const level = (key: string, depth: number, who = round.director) =>
  saveLevel(who, { ...fresh, projectId: round.projectId, key, label: key, depth })
const investment = (levelId: string, more: object = {}) =>
  saveInvestment(round.director, { ...fresh, projectId: round.projectId, levelId, title: 'Osa', ...more })
const addUnit = (more: object = {}, who = round.director) =>
  saveUnit(who, { ...unit, projectId: round.projectId, ...more })
const structure = async (projectId = round.projectId, who = round.director) => {
  const found = await findStructure(who, projectId)
  if (!found) throw new Error('no structure')
  return found
}
const asked = (more: object) =>
  newProjectSchema.parse({
    key: `uusi-${round.projectKey}`.slice(0, 40),
    name: 'Uusi',
    language: 'fi',
    term: '',
    ...more,
  })
const programmeOf = () =>
  asViewer(admin, async (tx) => (await tx.project.findUniqueOrThrow({ where: { id: round.projectId } })).programmeId)
const whole = (projectId: string) =>
  asViewer(round.system, async (tx) =>
    JSON.stringify(
      [...(await readProjectRows(round.system, tx, projectId)).rows].map(([name, rows]) => [
        name,
        rows.map(({ id, values }) => [id, values]),
      ]),
    ),
  )

beforeEach(async () => {
  round = await makeRound()
  admin = await makePersonIn(round, 'admin')
})

describe('the structure of a project', () => {
  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['finance', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('is not kept by %s', async (role, reason) => {
    expect(await level('pilari', 0, round[role])).toEqual({ ok: false, reason })
    expect(await addUnit({}, round[role])).toEqual({ ok: false, reason })
    expect(await findStructure(round[role], round.projectId)).toBeNull()
    const { units } = await structure()
    const row = units.find(({ id }) => id === round.otherUnit.id)
    const removal = { projectId: round.projectId, id: round.otherUnit.id, version: row?.stamp ?? '' }
    expect(await removeFrom(round[role], 'WorkPackage', removal)).toEqual({ ok: false, reason })
  })

  it('takes no row of another project, and names none', async () => {
    const other = await makeRound()
    const theirs = other.unit.id
    expect(await addUnit({ parentId: theirs })).toMatchObject({ fields: { parentId: 'structure.error.otherProject' } })
    expect(await addUnit({ covers: [theirs] })).toMatchObject({ fields: { covers: 'structure.error.otherProject' } })
    expect(await addUnit({ id: theirs })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    const removal = { projectId: round.projectId, id: theirs, version: '' }
    expect(await removeFrom(round.director, 'WorkPackage', removal)).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })

  it('grows by levels, investments and units, in their order, and refuses circles', async () => {
    const [top, low] = [idOf(await level('pilari', 0)), idOf(await level('osa', 1))]
    expect(await level('osa', 2)).toMatchObject({ fields: { key: 'structure.error.keyTaken' } })
    const first = idOf(await investment(top))
    const under = idOf(await investment(low, { parentId: first }))
    const second = idOf(await investment(top, { position: 1, title: 'Ensin' }))
    expect((await structure()).investments.map(({ id }) => id)).toEqual([second, first, under])
    expect(await investment(top, { parentId: first })).toMatchObject({
      fields: { levelId: 'structure.error.levelOrder' },
    })
    const row = (await structure()).investments.find(({ id }) => id === first)
    const version = row?.stamp ?? ''
    const circle = await investment(low, { id: first, version, parentId: under })
    expect(circle).toMatchObject({ ok: false, reason: 'INVALID' })
    const parent = idOf(await addUnit({ investmentId: under, position: 1 }))
    const child = idOf(await addUnit({ parentId: parent, covers: [round.unit.id] }))
    const units = (await structure()).units
    expect(units.slice(0, 2).map(({ id }) => id)).toEqual([parent, child])
    expect(units[1]).toMatchObject({ covers: [round.unit.id], costEstimate: '12.5' })
    const stamp = units[0]?.stamp ?? ''
    expect(await addUnit({ id: parent, version: stamp, parentId: child })).toMatchObject({
      fields: { parentId: 'structure.error.circle' },
    })
  })

  it('is not written over unseen', async () => {
    const id = idOf(await level('pilari', 0))
    const version = (await structure()).levels[0]?.stamp ?? ''
    const change = { ...fresh, projectId: round.projectId, id, version, key: 'pilari', depth: 0 }
    expect(await saveLevel(round.director, { ...change, label: 'Teema' })).toMatchObject({ ok: true })
    expect(await saveLevel(admin, { ...change, label: 'Toinen' })).toEqual({ ok: false, reason: 'STALE' })
    const removal = { projectId: round.projectId, id, version }
    expect(await removeFrom(admin, 'InvestmentLevel', removal)).toEqual({ ok: false, reason: 'STALE' })
    expect((await structure()).levels).toMatchObject([{ label: 'Teema' }])
  })

  it('loses what nothing hangs on, and nothing else', async () => {
    const top = idOf(await level('pilari', 0))
    const part = idOf(await investment(top))
    const made = idOf(await addUnit({ investmentId: part }))
    const remove = async (table: 'InvestmentLevel' | 'Investment' | 'WorkPackage', id: string) => {
      const { levels, investments, units } = await structure()
      const version = [...levels, ...investments, ...units].find((row) => row.id === id)?.stamp ?? ''
      return removeFrom(round.director, table, { projectId: round.projectId, id, version })
    }
    const inUse = { ok: false, reason: 'IN_USE' }
    expect(await remove('InvestmentLevel', top)).toEqual(inUse)
    expect(await remove('Investment', part)).toEqual(inUse)
    expect(await remove('WorkPackage', round.unit.id)).toEqual(inUse)
    for (const [table, id] of [
      ['WorkPackage', made],
      ['Investment', part],
      ['InvestmentLevel', top],
    ] as const) {
      expect(await remove(table, id)).toEqual({ ok: true, value: null })
    }
    expect(await structure()).toMatchObject({ levels: [], investments: [], units: [{}, {}] })
  })

  it('has a name for every table that can hang on it', async () => {
    const keys = await asViewer(
      round.system,
      (tx) => tx.$queryRaw<{ table: string }[]>`
      SELECT DISTINCT child.relname::text AS "table" FROM pg_constraint k
        JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
       WHERE k.contype = 'f' AND parent.relname IN ('InvestmentLevel', 'Investment', 'WorkPackage')`,
    )
    expect(keys.length).toBeGreaterThan(20)
    const named = new Set([...Object.keys(useLabels), 'WorkPackageServiceArea'])
    expect(keys.filter(({ table }) => !named.has(table))).toEqual([])
  })

  it('puts a branch as a whole where it is moved', () => {
    const rows = [
      { id: 'a', parentId: null },
      { id: 'a1', parentId: 'a' },
      { id: 'b', parentId: null },
    ]
    expect(placed(rows, { id: 'a', parentId: null }, null)).toEqual(['b', 'a', 'a1'])
    expect(placed(rows, { id: 'b', parentId: 'a' }, 1)).toEqual(['a', 'b', 'a1'])
    expect(placed(rows, { id: 'c', parentId: null }, 2)).toEqual(['a', 'a1', 'c', 'b'])
  })
})

describe('a project that is made', () => {
  it('is made by administrators only, under a key that nobody has, of what is theirs', async () => {
    const other = await makeRound()
    const programmeId = await programmeOf()
    for (const who of [round.director, round.coordinator, round.otherCounty]) {
      expect(await makeProject(who, asked({ programmeId }))).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    }
    expect(await makeProject(admin, { ...asked({ programmeId }), key: other.projectKey })).toEqual({
      ok: false,
      reason: 'INVALID',
      fields: { key: 'structure.error.keyTaken' },
    })
    expect(await makeProject(admin, asked({ programmeId, sourceId: other.projectId }))).toMatchObject({
      fields: { sourceId: 'structure.error.source' },
    })
    expect(await makeProject(admin, asked({ programmeId: crypto.randomUUID() }))).toMatchObject({
      fields: { programmeId: 'structure.error.programme' },
    })
  })

  it('begins empty', async () => {
    const id = idOf(await makeProject(admin, asked({ programmeId: await programmeOf() })))
    expect(await structure(id, admin)).toMatchObject({ levels: [], investments: [], units: [] })
  })

  it('begins with the structure of another, which stays byte for byte, and with nothing reported', async () => {
    const part = idOf(await investment(idOf(await level('pilari', 0))))
    idOf(await addUnit({ investmentId: part, covers: [round.unit.id] }))
    const before = await whole(round.projectId)
    const sourceId = round.projectId
    const id = idOf(await makeProject(admin, asked({ programmeId: await programmeOf(), sourceId })))
    expect(await whole(round.projectId)).toBe(before)
    const made = await structure(id, admin)
    expect(made).toMatchObject({ levels: [{ key: 'pilari' }], investments: [{ title: 'Osa' }] })
    expect(made.units).toHaveLength(3)
    expect(made.units.every(({ costEstimate, scheduleAsWritten }) => !costEstimate && !scheduleAsWritten)).toBe(true)
    expect(made.units.some(({ covers }) => covers.length === 1)).toBe(true)
    const rows = (await asViewer(admin, (tx) => readProjectRows(admin, tx, id))).rows
    const filled = [...rows].filter(([, list]) => list.length > 0).map(([name]) => name)
    expect(filled.toSorted()).toEqual(
      [
        'project',
        'organisation',
        'programme',
        'investmentLevels',
        'investments',
        'workPackages',
        'workPackageCovers',
        'indicators',
        'indicatorVersions',
      ].toSorted(),
    )
    const held = [{ role: 'director' as const, projectId: id }]
    const times = { from: '2026-01-01', to: '2026-03-31', opensOn: null, dueOn: null, closesOn: null }
    const period = await createPeriod({ ...round.director, held } as Viewer, {
      projectId: id,
      key: '2026-Q1',
      ...times,
    })
    expect(period).toMatchObject({ ok: true, value: { prepared: 3 } })
  })
})
