import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import {
  addTemplate,
  discardVersion,
  openVersion,
  publishVersion,
  setDetails,
} from '@/lib/final-report/templates/commands'
import type { TemplatePlace } from '@/lib/final-report/templates/model'
import { addPlace, editPlace, movePlace, removePlace } from '@/lib/final-report/templates/places/commands'
import { addPrompt, editPrompt, movePrompt, removePrompt } from '@/lib/final-report/templates/prompts/commands'
import { findVersion, listTemplates } from '@/lib/final-report/templates/queries'
import type { PlaceFields } from '@/lib/final-report/templates/schema'
import { makePersonIn, makeRound } from '../support/builders/round'
import {
  makeOwnTemplate,
  placeAt,
  type TemplatePlaceOfWork,
  templateTrail,
  versionNow,
  writtenNow,
} from '../support/builders/templates'

let here: TemplatePlaceOfWork
beforeEach(async () => {
  here = await makeOwnTemplate()
})

const question: PlaceFields = {
  number: '4.2',
  kind: 'question',
  titleFi: 'Miten?',
  titleSv: 'Hur?',
  promptFi: null,
  promptSv: null,
  parentId: null,
  showsKey: null,
}
const prompt = { asked: { kind: 'toimintamalli' as const, placeKey: null }, textFi: 'Mikä oli uutta?', textSv: null }
const fieldsOf = ({ id: _id, key: _key, ...fields }: TemplatePlace): PlaceFields => fields
const now = () => writtenNow(here.admin, here.versionId)
const at = (number: string) => placeAt(here.admin, here.versionId, number)
const numbers = async () => (await versionNow(here.admin, here.versionId)).places.map((place) => place.number)

/** Every way to change a version, tried by somebody; each answer's reason. */
async function everyChange(viewer: Viewer, written: { versionId: string; version: number }, place: TemplatePlace) {
  const placeId = place.id
  const promptId = placeId
  const answers = [
    await setDetails(viewer, { ...written, name: 'Muu', note: null }),
    await addPlace(viewer, { ...written, ...question }),
    await editPlace(viewer, { ...written, ...fieldsOf(place), placeId, titleFi: 'Muu' }),
    await movePlace(viewer, { ...written, placeId, direction: 'down' }),
    await removePlace(viewer, { ...written, placeId }),
    await addPrompt(viewer, { ...written, ...prompt }),
    await editPrompt(viewer, { ...written, ...prompt, promptId }),
    await movePrompt(viewer, { ...written, promptId, direction: 'up' }),
    await removePrompt(viewer, { ...written, promptId }),
    await publishVersion(viewer, { ...written, note: null }),
    await discardVersion(viewer, written),
  ]
  return answers.map((answer) => (answer.ok ? 'done' : answer.reason))
}

describe('who may not keep templates', () => {
  it.each(['coordinator', 'director', 'finance', 'steering', 'auditor'] as const)('%s', async (role) => {
    const viewer = here.round[role]
    const before = await versionNow(here.admin, here.versionId)
    const reasons = await everyChange(viewer, await now(), await at('4.1'))
    expect(new Set(reasons)).toEqual(new Set(['NOT_ALLOWED']))
    expect(await addTemplate(viewer, { name: 'Pohja', from: null })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    const { id: templateId } = before.template
    expect(await openVersion(viewer, { templateId })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await listTemplates(viewer)).toBeNull()
    expect(await findVersion(viewer, here.versionId)).toBeNull()
    expect(await versionNow(here.admin, here.versionId)).toEqual(before)
  })

  it('the administrator of another county: nothing is found and nothing changes', async () => {
    const stranger = await makePersonIn(await makeRound(), 'admin')
    const before = await versionNow(here.admin, here.versionId)
    const reasons = await everyChange(stranger, await now(), await at('4.1'))
    expect(new Set(reasons)).toEqual(new Set(['NOT_FOUND']))
    const { id: templateId } = before.template
    expect(await openVersion(stranger, { templateId })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await addTemplate(stranger, { name: 'Kopio', from: templateId })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await findVersion(stranger, here.versionId)).toBeNull()
    expect((await listTemplates(stranger))?.map(({ id }) => id)).not.toContain(templateId)
    expect(await versionNow(here.admin, here.versionId)).toEqual(before)
  })

  it('anybody of a county: the programme’s template is read and never written', async () => {
    const programme = (await listTemplates(here.admin))?.find(({ id }) => id === here.programmeId)
    const versionId = programme?.versions[0]?.id ?? ''
    const before = await versionNow(here.admin, versionId)
    expect(before.template.own).toBe(false)
    expect(before.places).toHaveLength(4)
    const reasons = await everyChange(
      here.admin,
      { versionId, version: before.edits },
      before.places[0] as TemplatePlace,
    )
    expect(new Set(reasons)).toEqual(new Set(['NOT_ALLOWED']))
    expect(await openVersion(here.admin, { templateId: here.programmeId })).toMatchObject({ reason: 'NOT_ALLOWED' })
    expect(await versionNow(here.admin, versionId)).toEqual(before)
  })
})

describe('a published version', () => {
  it('is changed by no command', async () => {
    await publishVersion(here.admin, { ...(await now()), note: 'Ensimmäinen' })
    const before = await versionNow(here.admin, here.versionId)
    expect(before.publishedAt).not.toBeNull()
    const reasons = await everyChange(here.admin, await now(), await at('4.1'))
    expect(new Set(reasons)).toEqual(new Set(['PUBLISHED']))
    expect(await versionNow(here.admin, here.versionId)).toEqual(before)
  })

  it('is changed by no statement either: the database refuses', async () => {
    await addPrompt(here.admin, { ...(await now()), ...prompt })
    await publishVersion(here.admin, { ...(await now()), note: null })
    const before = await versionNow(here.admin, here.versionId)
    const opened = await openVersion(here.admin, { templateId: before.template.id })
    const draft = opened.ok ? opened.value.versionId : ''
    const run = (statement: string, ...ids: string[]) =>
      asViewer(here.admin, (tx) => tx.$executeRawUnsafe(statement, ...ids))
    const places = '"ReportTemplateSection"'
    const prompts = '"ReportTemplatePrompt"'
    const of = 'WHERE "versionId" = $1::uuid'
    const statements: [string, ...string[]][] = [
      [`UPDATE "ReportTemplateVersion" SET note = 'x' WHERE id = $1::uuid`, before.id],
      ['UPDATE "ReportTemplateVersion" SET "publishedAt" = NULL WHERE id = $1::uuid', before.id],
      ['DELETE FROM "ReportTemplateVersion" WHERE id = $1::uuid', before.id],
      ['DELETE FROM "ReportTemplate" WHERE id = $1::uuid', before.template.id],
      [`UPDATE ${places} SET "titleFi" = 'x' ${of}`, before.id],
      [`DELETE FROM ${places} ${of}`, before.id],
      [
        `INSERT INTO ${places} (id, "versionId", key, kind, "titleFi", sort) VALUES (gen_random_uuid(), $1::uuid, 'x', 'question', 'x', 9)`,
        before.id,
      ],
      [`UPDATE ${prompts} SET "textFi" = 'x' ${of}`, before.id],
      [`DELETE FROM ${prompts} ${of}`, before.id],
      [
        `INSERT INTO ${prompts} (id, "versionId", key, kind, "textFi", sort) VALUES (gen_random_uuid(), $1::uuid, 'x', 'question', 'x', 9)`,
        before.id,
      ],
      // Out of the version, and into it from the draft.
      [`UPDATE ${places} SET "versionId" = $2::uuid, key = key || 'x' ${of}`, before.id, draft],
      [`UPDATE ${places} SET "versionId" = $2::uuid, key = key || 'x' ${of}`, draft, before.id],
      [`UPDATE ${prompts} SET "versionId" = $2::uuid, key = key || 'x' ${of}`, draft, before.id],
    ]
    for (const [statement, ...ids] of statements)
      await expect(run(statement, ...ids), statement).rejects.toThrow(
        /a published version of a template does not change/,
      )
    expect(await versionNow(here.admin, here.versionId)).toEqual(before)
    // Positive control: the same kinds of statement go through in the draft.
    expect(await run(`UPDATE ${places} SET "titleFi" = 'x' ${of}`, draft)).toBe(4)
    expect(await run(`DELETE FROM ${prompts} ${of}`, draft)).toBe(1)
    expect(await run('DELETE FROM "ReportTemplateVersion" WHERE id = $1::uuid', draft)).toBe(1)
  })
})

describe('past the commands, one county and another', () => {
  it('sees no row of the other’s template and changes none', async () => {
    await addPrompt(here.admin, { ...(await now()), ...prompt })
    const stranger = await makePersonIn(await makeRound(), 'admin')
    const { template } = await versionNow(here.admin, here.versionId)
    const where = { versionId: here.versionId }
    const counts = (viewer: Viewer) =>
      asViewer(viewer, async (tx) => [
        await tx.reportTemplate.count({ where: { id: template.id } }),
        await tx.reportTemplateVersion.count({ where: { id: here.versionId } }),
        await tx.reportTemplateSection.count({ where }),
        await tx.reportTemplatePrompt.count({ where }),
      ])
    expect(await counts(here.admin)).toEqual([1, 1, 4, 1])
    expect(await counts(stranger)).toEqual([0, 0, 0, 0])
    const changed = await asViewer(stranger, async (tx) => [
      await tx.reportTemplate.updateMany({ where: { id: template.id }, data: { name: 'x' } }),
      await tx.reportTemplateVersion.updateMany({ where: { id: here.versionId }, data: { note: 'x' } }),
      await tx.reportTemplateSection.updateMany({ where, data: { titleFi: 'x' } }),
      await tx.reportTemplatePrompt.deleteMany({ where }),
    ])
    expect(changed.map(({ count }) => count)).toEqual([0, 0, 0, 0])
    const into = { ...where, key: 'x', kind: 'question' as const, sort: 1 }
    const intruding = [
      () => asViewer(stranger, (tx) => tx.reportTemplateSection.create({ data: { ...into, titleFi: 'x' } })),
      () => asViewer(stranger, (tx) => tx.reportTemplatePrompt.create({ data: { ...into, textFi: 'x' } })),
      () =>
        asViewer(stranger, (tx) => tx.reportTemplateVersion.create({ data: { templateId: template.id, version: 9 } })),
      () =>
        asViewer(stranger, (tx) =>
          tx.reportTemplateVersion.create({ data: { templateId: here.programmeId, version: 9 } }),
        ),
      () => asViewer(stranger, (tx) => tx.reportTemplate.create({ data: { key: 'kaikkien', name: 'x' } })),
      () =>
        asViewer(here.admin, (tx) =>
          tx.reportTemplate.updateMany({ where: { id: template.id }, data: { ownerId: null } }),
        ),
    ]
    for (const [index, statement] of intruding.entries())
      await expect(statement(), `statement ${index}`).rejects.toThrow(/row-level security/)
  })
})

describe('what is refused in a version being written', () => {
  it('of two at once one has its way, and a late one is told', async () => {
    const written = await now()
    const both = await Promise.all(
      [1, 2].map((n) => addPlace(here.admin, { ...written, ...question, titleFi: `${n}` })),
    )
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'STALE' })
    expect(new Set(await everyChange(here.admin, written, await at('4.1')))).toEqual(new Set(['STALE']))
    expect(await numbers()).toHaveLength(5)
  })

  it('a place in itself, under or showing a place of another version', async () => {
    const other = await makeOwnTemplate()
    const foreign = await placeAt(other.admin, other.versionId, '4')
    const [chapter, inside] = [await at('4'), await at('4.1')]
    const edit = async (change: Partial<PlaceFields>) =>
      editPlace(here.admin, { ...(await now()), ...fieldsOf(chapter), placeId: chapter.id, ...change })
    const parent = (message: string) => ({
      ok: false,
      reason: 'INVALID',
      fields: { parentId: `admin.templates.error.${message}` },
    })
    expect(await edit({ parentId: chapter.id })).toEqual(parent('insideItself'))
    expect(await edit({ parentId: inside.id })).toEqual(parent('insideItself'))
    expect(await edit({ parentId: foreign.id })).toEqual(parent('parentMissing'))
    expect(await edit({ showsKey: 'ei-ole' })).toMatchObject({
      fields: { showsKey: 'admin.templates.error.showsMissing' },
    })
    const fields = { ...question, parentId: foreign.id }
    expect(await addPlace(here.admin, { ...(await now()), ...fields })).toEqual(parent('parentMissing'))
    const none = { ...(await now()), placeId: foreign.id }
    expect(await movePlace(here.admin, { ...none, direction: 'up' })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await removePlace(here.admin, none)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(
      await addPrompt(here.admin, { ...(await now()), ...prompt, asked: { kind: null, placeKey: 'ei' } }),
    ).toMatchObject({
      fields: { asked: 'admin.templates.error.choose' },
    })
  })

  it('content shown in a circle, straight or round about', async () => {
    const [first, second, third] = [await at('1'), await at('4.1'), await at('4.3')]
    const shows = async (place: TemplatePlace, showsKey: string) => {
      const answer = await editPlace(here.admin, { ...(await now()), ...fieldsOf(place), placeId: place.id, showsKey })
      return answer.ok ? 'done' : answer.fields?.showsKey
    }
    expect(await shows(first, first.key)).toBe('admin.templates.error.showsItself')
    expect(await shows(first, second.key)).toBe('done')
    expect(await shows(second, first.key)).toBe('admin.templates.error.showsShown')
    expect(await shows(second, third.key)).toBe('admin.templates.error.isShown')
    expect(await shows(third, second.key)).toBe('done')
  })

  it('publishing nothing', async () => {
    const made = await addTemplate(here.admin, { name: 'Tyhjä', from: null })
    const versionId = made.ok ? made.value.versionId : ''
    const written = await writtenNow(here.admin, versionId)
    expect(await publishVersion(here.admin, { ...written, note: null })).toEqual({ ok: false, reason: 'EMPTY' })
    // What has nothing published is no basis.
    const { template } = await versionNow(here.admin, versionId)
    expect(await addTemplate(here.admin, { name: 'Kopio', from: template.id })).toMatchObject({ reason: 'NOT_FOUND' })
    expect(await discardVersion(here.admin, written)).toEqual({ ok: true, value: null })
    expect((await listTemplates(here.admin))?.map(({ name }) => name)).not.toContain('Tyhjä')
  })
})

describe('the administrator', () => {
  it('copies a template with all its places, which are known again by their keys', async () => {
    const version = await versionNow(here.admin, here.versionId)
    expect(version).toMatchObject({ version: 1, publishedAt: null, template: { name: 'Oma pohja', own: true } })
    expect(version.places.map(({ key }) => key)).toEqual(['1', '4', '4.1', '4.3'])
    expect(version.places[2]?.parentId).toBe(version.places[1]?.id)
    const [own, programme] = (await listTemplates(here.admin)) ?? []
    expect(own).toMatchObject({ own: true, basis: 'Testipohja', versions: [{ version: 1, places: 4, reports: 0 }] })
    expect(programme).toMatchObject({ own: false, key: 'testipohja' })
  })

  it('adds, changes, moves and removes places, and the tree keeps its order', async () => {
    const chapter = await at('4')
    const added = await addPlace(here.admin, { ...(await now()), ...question, parentId: chapter.id })
    expect(added).toMatchObject({ ok: true })
    expect(await numbers()).toEqual(['1', '4', '4.1', '4.3', '4.2'])
    const place = await at('4.2')
    const move = async (direction: 'up' | 'down') =>
      movePlace(here.admin, { ...(await now()), placeId: place.id, direction })
    await move('up')
    expect(await numbers()).toEqual(['1', '4', '4.1', '4.2', '4.3'])
    const before = await now()
    for (const direction of ['up', 'up'] as const) await move(direction)
    expect(await numbers()).toEqual(['1', '4', '4.2', '4.1', '4.3'])
    expect((await now()).version, 'at the end nothing changes').toBe(before.version + 1)
    const first = await at('1')
    await movePlace(here.admin, { ...(await now()), placeId: first.id, direction: 'down' })
    expect(await numbers(), 'a chapter moves with what is inside').toEqual(['4', '4.2', '4.1', '4.3', '1'])
    const fields = { ...fieldsOf(place), parentId: first.id, number: '1.1', titleSv: 'Hur gick det?' }
    await editPlace(here.admin, { ...(await now()), ...fields, placeId: place.id })
    expect(await numbers()).toEqual(['4', '4.1', '4.3', '1', '1.1'])
    expect(await at('1.1')).toMatchObject({ titleSv: 'Hur gick det?', key: place.key })
    const shower = await at('4.3')
    await editPlace(here.admin, { ...(await now()), ...fieldsOf(shower), placeId: shower.id, showsKey: place.key })
    await addPrompt(here.admin, { ...(await now()), ...prompt, asked: { kind: null, placeKey: place.key } })
    await removePlace(here.admin, { ...(await now()), placeId: first.id })
    const left = await versionNow(here.admin, here.versionId)
    expect(left.places.map(({ number, showsKey }) => [number, showsKey])).toEqual([
      ['4', null],
      ['4.1', null],
      ['4.3', null],
    ])
    expect(left.prompts).toEqual([])
  })

  it('asks prompts in order', async () => {
    for (const textFi of ['Ensin', 'Sitten', 'Lopuksi'])
      await addPrompt(here.admin, { ...(await now()), ...prompt, textFi })
    const place = await at('4.1')
    const asked = { kind: null, placeKey: place.key }
    await addPrompt(here.admin, { ...(await now()), textFi: 'Täällä', textSv: null, asked })
    const texts = async () => (await versionNow(here.admin, here.versionId)).prompts.map(({ textFi }) => textFi)
    const last = (await versionNow(here.admin, here.versionId)).prompts[2]?.id ?? ''
    await movePrompt(here.admin, { ...(await now()), promptId: last, direction: 'up' })
    expect(await texts()).toEqual(['Ensin', 'Lopuksi', 'Sitten', 'Täällä'])
    await editPrompt(here.admin, {
      ...(await now()),
      ...prompt,
      promptId: last,
      textFi: 'Viimein',
      textSv: 'Till slut',
    })
    expect((await versionNow(here.admin, here.versionId)).prompts[1]).toMatchObject({ textSv: 'Till slut' })
    await removePrompt(here.admin, { ...(await now()), promptId: last })
    expect(await texts()).toEqual(['Ensin', 'Sitten', 'Täällä'])
  })

  it('opens the next version as the newest is, goes on with it, and takes it back', async () => {
    await publishVersion(here.admin, { ...(await now()), note: 'Ensimmäinen' })
    const published = await versionNow(here.admin, here.versionId)
    const templateId = published.template.id
    const both = await Promise.all([1, 2].map(() => openVersion(here.admin, { templateId })))
    expect(both[0]).toEqual(both[1])
    const versionId = both[0]?.ok ? both[0].value.versionId : ''
    const draft = await versionNow(here.admin, versionId)
    expect(draft).toMatchObject({ version: 2, publishedAt: null, note: null })
    expect(draft.places.map(({ key }) => key)).toEqual(published.places.map(({ key }) => key))
    await setDetails(here.admin, { ...(await writtenNow(here.admin, versionId)), name: 'Uusi nimi', note: 'Toinen' })
    expect(await versionNow(here.admin, versionId)).toMatchObject({ note: 'Toinen', template: { name: 'Uusi nimi' } })
    await discardVersion(here.admin, await writtenNow(here.admin, versionId))
    expect(await findVersion(here.admin, versionId)).toBeNull()
    expect(await findVersion(here.admin, here.versionId)).not.toBeNull()
  })

  it('leaves an audit row of every change, and none of a refusal', async () => {
    const place = await at('4.1')
    await movePlace(here.admin, { ...(await now()), placeId: place.id, direction: 'down' })
    await movePlace(here.admin, { versionId: here.versionId, version: 1, placeId: place.id, direction: 'up' })
    await publishVersion(here.admin, { ...(await now()), note: null })
    const opened = await openVersion(here.admin, {
      templateId: (await versionNow(here.admin, here.versionId)).template.id,
    })
    const versionId = opened.ok ? opened.value.versionId : ''
    await discardVersion(here.admin, await writtenNow(here.admin, versionId))
    const trail = await templateTrail(here.round)
    expect(trail.map(({ action }) => action)).toEqual([
      'template.added',
      'template.changed',
      'template.published',
      'template.version_opened',
      'template.version_removed',
    ])
    expect(trail[1]).toMatchObject({ right: 'admin', data: { change: 'place_moved', place: '4.1 Mitä tehtiin?' } })
  })

  it('a system actor without a county keeps no templates', async () => {
    const system = systemViewer('operator')
    expect(await listTemplates(system)).toBeNull()
    expect(await addTemplate(system, { name: 'x', from: null })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
  })
})
