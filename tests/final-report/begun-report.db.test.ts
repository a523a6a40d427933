import { beforeEach, describe, expect, it } from 'vitest'
import { createReport } from '@/lib/final-report/commands'
import { findNewerTemplate, listTemplateChoices } from '@/lib/final-report/templates/choices/queries'
import { openVersion, publishVersion } from '@/lib/final-report/templates/commands'
import type { TemplatePlace } from '@/lib/final-report/templates/model'
import { addPlace, editPlace, movePlace, removePlace } from '@/lib/final-report/templates/places/commands'
import { addPrompt } from '@/lib/final-report/templates/prompts/commands'
import { listTemplates } from '@/lib/final-report/templates/queries'
import type { PlaceFields } from '@/lib/final-report/templates/schema'
import { reportOf } from '../support/builders/final-report'
import { makeRound } from '../support/builders/round'
import {
  makeOwnTemplate,
  placeAt,
  type TemplatePlaceOfWork,
  versionNow,
  writtenNow,
} from '../support/builders/templates'

let here: TemplatePlaceOfWork
let templateKey: string
beforeEach(async () => {
  here = await makeOwnTemplate()
  templateKey = (await versionNow(here.admin, here.versionId)).template.key
})

const fieldsOf = ({ id: _id, key: _key, ...fields }: TemplatePlace): PlaceFields => fields
const now = (versionId = here.versionId) => writtenNow(here.admin, versionId)
const publish = async (versionId = here.versionId) =>
  publishVersion(here.admin, { ...(await now(versionId)), note: null })
const edit = async (number: string, change: Partial<PlaceFields>, versionId = here.versionId) => {
  const place = await placeAt(here.admin, versionId, number)
  const input = { ...(await now(versionId)), ...fieldsOf(place), placeId: place.id, ...change }
  expect(await editPlace(here.admin, input)).toMatchObject({ ok: true })
}
const begin = (language?: 'fi' | 'sv', viewer = here.round.director) =>
  createReport(viewer, { projectKey: here.round.projectKey, templateKey, language })
const report = () => reportOf(here.round)

describe('what a report is begun with', () => {
  it('is no template that is not published, and none of another county', async () => {
    const keys = async (viewer = here.round.director, { projectId } = here.round) =>
      (await listTemplateChoices(viewer, projectId, 'final_report'))?.map(({ key }) => key)
    expect(await begin()).toEqual({ ok: false, reason: 'NO_TEMPLATE' })
    expect(await keys()).toEqual(['testipohja'])
    await publish()
    expect(await keys()).toEqual([templateKey, 'testipohja'])
    expect(await keys(here.round.finance)).toBeUndefined()
    const other = await makeRound()
    expect(await keys(other.director, other)).toEqual(['testipohja'])
    const theirs = { projectKey: other.projectKey, templateKey }
    expect(await createReport(other.director, theirs)).toEqual({ ok: false, reason: 'NO_TEMPLATE' })
    expect(await begin('fi', here.round.finance)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
  })

  it('gives titles in the report’s language, in Finnish where there is no other', async () => {
    await edit('4.1', { titleSv: 'Vad gjordes?' })
    await publish()
    expect(await begin('sv')).toMatchObject({ ok: true })
    const { language, title, sections } = await report()
    expect(language).toBe('sv')
    expect(title).toMatch(/: slutrapport$/)
    expect(sections.map((section) => section.title)).toEqual([
      'Tiivistelmä',
      'Investointi',
      'Vad gjordes?',
      'Mitä jäi?',
    ])
  })

  it('ties a place to the one whose content it shows, before or after it', async () => {
    const [question, last] = [
      await placeAt(here.admin, here.versionId, '4.1'),
      await placeAt(here.admin, here.versionId, '4.3'),
    ]
    await edit('1', { showsKey: question.key })
    await edit('4', { showsKey: last.key })
    await publish()
    expect(await begin()).toMatchObject({ ok: true })
    const { sections } = await report()
    const at = (number: string) => sections.find((section) => section.number === number)
    expect(at('1')?.showsSectionId).toBe(at('4.1')?.id)
    expect(at('4')?.showsSectionId).toBe(at('4.3')?.id)
    expect(at('4.1')).toMatchObject({ showsSectionId: null, parentId: at('4')?.id })
  })
})

describe('a report that was begun', () => {
  it('keeps its version: publishing a newer one changes nothing in it, and is told with the differences', async () => {
    const asked = { kind: 'question' as const, placeKey: null }
    await addPrompt(here.admin, { ...(await now()), asked, textFi: 'Miten?', textSv: null })
    await publish()
    await begin()
    const before = await report()
    expect(before.template).toMatchObject({ key: templateKey, version: 1 })
    expect(before.sections.find(({ number }) => number === '4.1')?.prompts).toEqual(['Miten?'])
    const { id: templateId } = (await versionNow(here.admin, here.versionId)).template
    const opened = await openVersion(here.admin, { templateId })
    const draft = opened.ok ? opened.value.versionId : ''
    await edit('4.1', { titleFi: 'Mitä oikeastaan tehtiin?', promptFi: 'Uusi ohje' }, draft)
    const chapter = await placeAt(here.admin, draft, '4')
    const added = { ...fieldsOf(chapter), number: '4.4', parentId: chapter.id, titleFi: 'Mitä opittiin?' }
    await addPlace(here.admin, { ...(await now(draft)), ...added })
    await movePlace(here.admin, { ...(await now(draft)), placeId: chapter.id, direction: 'up' })
    const gone = await placeAt(here.admin, draft, '4.3')
    await removePlace(here.admin, { ...(await now(draft)), placeId: gone.id })
    await addPrompt(here.admin, { ...(await now(draft)), asked, textFi: 'Miksi?', textSv: null })
    expect(await findNewerTemplate(here.round.director, before), 'a draft is nobody’s business').toBeNull()
    await publish(draft)
    expect(await report()).toEqual(before)
    const newer = await findNewerTemplate(here.round.director, before)
    expect(newer?.version).toBe(2)
    expect(newer?.differences.added.map(({ number }) => number)).toEqual(['4.4'])
    expect(newer?.differences.removed.map(({ number }) => number)).toEqual(['4.3'])
    expect(newer?.differences.changed).toMatchObject([{ parts: ['titleFi', 'promptFi'] }])
    expect(newer?.differences.moved).toHaveLength(1)
    expect(newer?.differences.promptsAdded).toMatchObject([{ textFi: 'Miksi?' }])
    // The next report is begun with the newest version; the list tells how many keep each.
    const [own] = (await listTemplates(here.admin)) ?? []
    expect(own?.versions.map(({ version, reports }) => [version, reports])).toEqual([
      [2, 0],
      [1, 1],
    ])
  })
})
