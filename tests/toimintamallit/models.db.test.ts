import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { listSectionsTelling } from '@/lib/final-report/toimintamallit/queries'
import { listReportsTelling } from '@/lib/status-reports/toimintamallit/queries'
import { addModel, editModel } from '@/lib/toimintamallit/commands'
import { listRegister } from '@/lib/toimintamallit/register/queries'
import { editModelSchema } from '@/lib/toimintamallit/schema'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'
import { makeRound, type Round } from '../support/builders/round'

// The demo's counties and a county of the test's own in one database.
beforeAll(useDemoCopy, 60_000)

let round: Round
beforeEach(async () => {
  round = await makeRound()
})

const fields = {
  name: 'Etävastaanotto (RRP, P4, I1)',
  workPackageId: '' as string | null,
  investmentIds: [] as string[],
  innokylaUrl: 'https://innokyla.fi/fi/toimintamalli/etavastaanotto' as string | null,
  titleTag: null,
  described: true,
  piloted: 'yes' as const,
  takenIntoUse: null,
  stayedInUse: null,
  statusText: null,
  goals: ['Tavoite'],
  goalMet: 'yes' as const,
  goalMetBasis: null,
  results: [],
  ownerAfterProject: 'Vastuualue',
  note: null,
}
/** What a form brings along beside the model. */
const page = () => ({ project: round.projectKey })
const edit = (viewer: Viewer, change: object = {}) =>
  editModel(viewer, {
    ...fields,
    ...page(),
    workPackageId: round.unit.id,
    id: round.unit.modelId,
    version: 1,
    ...change,
  })
const add = (viewer: Viewer, change: object = {}) =>
  addModel(viewer, { ...fields, ...page(), workPackageId: round.unit.id, projectId: round.projectId, ...change })
const all = (viewer: Viewer = round.director) => listRegister(viewer, { projectId: round.projectId })

describe('who may not', () => {
  it.each([
    ['otherCoordinator', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s', async (role, reason) => {
    const before = await all()
    expect(await edit(round[role])).toEqual({ ok: false, reason })
    expect(await add(round[role])).toEqual({ ok: false, reason })
    expect(await all()).toEqual(before)
  })

  it('a coordinator, to take a model to a unit of others, from it, or to no unit at all', async () => {
    expect(await edit(round.coordinator, { workPackageId: round.otherUnit.id })).toMatchObject({
      reason: 'NOT_ALLOWED',
    })
    expect(await edit(round.coordinator, { workPackageId: null })).toMatchObject({ reason: 'NOT_ALLOWED' })
    expect(await edit(round.otherCoordinator, { workPackageId: round.otherUnit.id })).toMatchObject({
      reason: 'NOT_ALLOWED',
    })
    expect(await add(round.coordinator, { workPackageId: null })).toMatchObject({ reason: 'NOT_ALLOWED' })
  })

  it('a stranger sees none', async () => expect(await all(round.otherCounty)).toEqual([]))
})

describe('what is refused at its field', () => {
  it('places of another project', async () => {
    const other = await makeRound()
    const strange = await edit(round.director, { workPackageId: other.unit.id })
    expect(strange).toMatchObject({ reason: 'NOT_IN_PROJECT', fields: { workPackageId: expect.any(String) } })
    const investment = await edit(round.director, { investmentIds: [crypto.randomUUID()] })
    expect(investment).toMatchObject({ reason: 'NOT_IN_PROJECT', fields: { investmentIds: expect.any(String) } })
  })

  it('an address that is not of Innokylä, but not one that came with the source', async () => {
    const wrong = { innokylaUrl: 'https://innokyla.example/fi/toimintamalli/x' }
    expect(await edit(round.director, wrong)).toMatchObject({
      reason: 'ADDRESS',
      fields: { innokylaUrl: expect.any(String) },
    })
    await asViewer(round.system, (tx) => tx.toimintamalli.update({ where: { id: round.unit.modelId }, data: wrong }))
    expect(await edit(round.director, wrong)).toMatchObject({ ok: true })
  })

  it('a model without a name; lists of texts come one per line', () => {
    const typed = {
      ...fields,
      project: 'x',
      id: crypto.randomUUID(),
      version: '1',
      workPackageId: '',
      investmentIds: '',
    }
    const words = { innokylaUrl: '', titleTag: '', statusText: '', goalMetBasis: '', ownerAfterProject: '', note: '' }
    const form = { ...typed, ...words, described: '', piloted: '', takenIntoUse: '', stayedInUse: 'no', goalMet: '' }
    const read = editModelSchema.parse({ ...form, goals: ' Yksi \r\n\r\nKaksi', results: '' })
    expect(read).toMatchObject({
      goals: ['Yksi', 'Kaksi'],
      results: [],
      piloted: null,
      stayedInUse: 'no',
      described: null,
    })
    const nameless = editModelSchema.safeParse({ ...form, name: ' ', goals: '', results: '' })
    expect(nameless.error?.issues[0]).toMatchObject({ path: ['name'], message: 'toimintamallit.error.name' })
  })
})

describe('keeping the register', () => {
  it.each(['coordinator', 'director', 'finance'] as const)('%s adds and changes', async (role) => {
    expect(await edit(round[role])).toEqual({ ok: true, value: { id: round.unit.modelId } })
    expect(await add(round[role], { name: 'Toinen' })).toMatchObject({ ok: true })
    const rows = await all()
    expect(rows.at(-1)).toMatchObject({ name: 'Toinen', goals: ['Tavoite'], version: 1, piloted: 'yes' })
    expect(rows.find(({ id }) => id === round.unit.modelId)).toMatchObject({ name: fields.name, version: 2 })
    const audit = await asViewer(round.system, (tx) =>
      tx.auditEvent.findMany({
        where: { organisationId: round.organisationId, action: { startsWith: 'toimintamalli.' } },
        orderBy: { at: 'asc' },
        select: { action: true, right: true },
      }),
    )
    expect(audit).toEqual([
      { action: 'toimintamalli.edited', right: role },
      { action: 'toimintamalli.added', right: role },
    ])
  })

  it('what the source wrote of an answer goes when the answer changes, and only then', async () => {
    const written = {
      piloted: 'yes' as const,
      pilotedAsWritten: 'Kyllä',
      stayedInUse: 'no' as const,
      stayedInUseAsWritten: 'Ei',
    }
    await asViewer(round.system, (tx) => tx.toimintamalli.update({ where: { id: round.unit.modelId }, data: written }))
    await edit(round.director, { stayedInUse: 'yes' })
    expect((await all()).find(({ id }) => id === round.unit.modelId)).toMatchObject({
      pilotedAsWritten: 'Kyllä',
      stayedInUse: 'yes',
      stayedInUseAsWritten: null,
    })
  })

  it('of two at once one is told', async () => {
    const both = await Promise.all(['A', 'B'].map((name) => edit(round.director, { name })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'STALE' })
  })
})

describe('where a model is told of', () => {
  const tell = (text: string) =>
    asViewer(round.system, async (tx) => {
      const report = await tx.statusReport.findFirstOrThrow({ where: { unitId: round.unit.id } })
      await tx.statusReportEntry.create({
        data: {
          organisationId: round.organisationId,
          reportId: report.id,
          path: `toimintamallit/${round.unit.modelId}/change`,
          section: 'toimintamallit',
          field: 'change',
          toimintamalliId: round.unit.modelId,
          text,
        },
      })
      return report.id
    })
  const place = () => ({ projectId: round.projectId, id: round.unit.modelId })

  it('a draft is for those who make reports, a published report for every reader', async () => {
    const reportId = await tell('Malli laajeni.')
    const told = { periodKey: '2025-Q3', unitId: round.unit.id, unitTitle: 'Työpaketti TP1', text: 'Malli laajeni.' }
    expect(await listReportsTelling(round.coordinator, place())).toEqual([{ ...told, isPublished: false }])
    expect(await listReportsTelling(round.steering, place())).toEqual([])
    expect(await listReportsTelling(round.otherCounty, place())).toEqual([])
    await asViewer(round.system, (tx) =>
      tx.statusReport.update({ where: { id: reportId }, data: { state: 'published' } }),
    )
    expect(await listReportsTelling(round.steering, place())).toEqual([{ ...told, isPublished: true }])
  })

  it('sections of the final report that name it, for those who may read it', async () => {
    const director = await viewerOfAccount('johtaja@kainuu.example')
    const steering = await viewerOfAccount('ohjausryhma@kainuu.example')
    const { project, model } = await asViewer(round.system, async (tx) => {
      const found = await tx.project.findUniqueOrThrow({
        where: { key: 'kkk2' },
        select: { id: true, organisationId: true },
      })
      const one = await tx.toimintamalli.findFirstOrThrow({
        where: { projectId: found.id, innokylaUrl: { not: null } },
      })
      const section = await tx.finalReportSection.findFirstOrThrow({ where: { report: { projectId: found.id } } })
      await tx.finalReportBlock.create({
        data: {
          organisationId: found.organisationId,
          sectionId: section.id,
          type: 'toimintamalli',
          content: { toimintamalliId: one.id },
          sort: 999,
        },
      })
      return { project: found, model: one }
    })
    const asked = { projectId: project.id, id: model.id, name: model.name }
    expect(await listSectionsTelling(director, asked)).toContainEqual(expect.objectContaining({ isOwn: true }))
    expect(await listSectionsTelling(steering, asked)).toEqual([])
    expect(await listSectionsTelling(round.otherCounty, asked)).toEqual([])
  })
})

describe('the demo', () => {
  it('has the 45 models of Syli and those of the review of the other project', async () => {
    const syli = await viewerOfAccount('johtaja@kanta-hame.example')
    const count = async (viewer: Viewer, key: string) => {
      const { id: projectId } = await asViewer(round.system, (tx) => tx.project.findUniqueOrThrow({ where: { key } }))
      return (await listRegister(viewer, { projectId })).length
    }
    expect(await count(syli, 'syli')).toBe(45)
    expect(await count(await viewerOfAccount('talous@kainuu.example'), 'kkk2')).toBeGreaterThan(0)
    expect(await count(syli, 'kkk2')).toBe(0)
  })
})
