import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { type SearchAnswer, type SearchKind, searchKinds } from '@/lib/search/model'
import { search } from '@/lib/search/queries'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '../seed/demo-copy'

const people = {
  C: 'koordinaattori1@kainuu.example',
  D: 'johtaja@kainuu.example',
  F: 'talous@kainuu.example',
  S: 'ohjausryhma@kainuu.example',
  T: 'tarkastaja@kainuu.example',
  A: 'paakayttaja@kainuu.example',
  X: 'johtaja@kanta-hame.example',
  N: 'katselija@kansallinen.example',
} as const
type Person = keyof typeof people

/** A word that stands nowhere but in what the test has planted; another one in the other county. */
const mark = 'Kivikkosanakoe'
const foreign = 'Vierasmerkkikoe'
const viewers = {} as Record<Person, Viewer>

beforeAll(async () => {
  const letGo = await useDemoCopy()
  for (const [person, email] of Object.entries(people)) viewers[person as Person] = await viewerOfAccount(email)
  await plant('kkk2', mark)
  await plant('syli', foreign)
  return letGo
}, 120_000)

/** One row of every kind with the word in it, and beside it what only few may find. */
async function plant(key: string, word: string): Promise<void> {
  await asViewer(systemViewer('operator'), async (tx) => {
    const project = await tx.project.findUniqueOrThrow({ where: { key }, select: { id: true, organisationId: true } })
    const own = { organisationId: project.organisationId, projectId: project.id }
    const { organisationId } = own
    await tx.project.update({ where: { id: project.id }, data: { nameVariants: [`Hanke ${word}`] } })
    await tx.workPackage.create({
      data: { ...own, sourceId: `${word}-1`, level: 'plan', reports: true, titleReview: `Paketti ${word}`, sort: 900 },
    })
    const indicator = await tx.indicator.create({ data: { ...own, sourceId: `${word}-i`, sort: 900 } })
    await tx.indicatorVersion.create({
      data: { organisationId, indicatorId: indicator.id, version: 1, name: `Mittari ${word}`, scope: 'local' },
    })
    await tx.toimintamalli.create({ data: { ...own, name: `Malli ${word}`, sort: 900 } })
    await tx.risk.create({ data: { ...own, description: `Riski ${word}`, sort: 900 } })
    await tx.purchase.create({ data: { ...own, sourceId: `${word}-h`, title: `Hankinta ${word}`, sort: 900 } })
    await tx.planChange.create({ data: { ...own, title: `Muutos ${word}`, state: 'proposed', sort: 900 } })
    const report = await tx.statusReport.findFirst({
      where: { unit: { projectId: project.id }, state: { not: 'published' } },
      select: { id: true },
    })
    if (report) {
      await tx.planChange.create({
        data: { ...own, title: `Luonnosmuutos ${word}`, state: 'proposed', reportId: report.id, sort: 901 },
      })
    }
    const body = await tx.steeringBody.create({ data: { ...own, name: 'Ohjausryhmä', sort: 900 } })
    const meeting = await tx.meeting.create({
      data: { organisationId, bodyId: body.id, title: `Kokousluonnos ${word}`, state: 'draft' },
    })
    const item = await tx.agendaItem.create({
      data: { organisationId, meetingId: meeting.id, title: 'Asia', sort: 0 },
    })
    await tx.decision.create({ data: { ...own, text: `Päätös ${word}`, sort: 900 } })
    await tx.decision.create({ data: { ...own, agendaItemId: item.id, text: `Päätösluonnos ${word}`, sort: 901 } })
    const final = await tx.finalReport.findFirst({ where: { projectId: project.id, kind: 'final_report' } })
    if (final) {
      await tx.finalReportSection.create({
        data: { organisationId, reportId: final.id, kind: 'chapter', title: `Loppuluku ${word}`, sort: 900 },
      })
    }
  })
}

const kindsIn = ({ groups }: SearchAnswer): SearchKind[] => groups.map(({ kind }) => kind)
const titlesIn = ({ groups }: SearchAnswer): string[] =>
  groups.flatMap(({ hits }) => hits.map(({ title, place }) => `${title} / ${place}`))
const titled = (answer: SearchAnswer, text: string) => titlesIn(answer).some((title) => title.includes(text))

const everything: SearchKind[] = searchKinds.filter((kind) => kind !== 'page')
const without = (...kinds: SearchKind[]) => everything.filter((kind) => !kinds.includes(kind))

const finds: Record<Person, SearchKind[]> = {
  // A meeting that is not approved, and what it decided, are not a coordinator's to read.
  C: without('meeting'),
  D: everything,
  F: everything,
  S: without('section'),
  T: everything,
  A: everything,
  X: [],
  N: [],
}
const finding = Object.keys(finds) as Person[]

describe('who finds what', () => {
  it.each(finding)('%s finds of every kind what they may open, and nothing else', async (person) => {
    const answer = await search(viewers[person], mark)
    expect(kindsIn(answer)).toEqual(finds[person])
    expect(answer.state).toBe(finds[person].length > 0 ? 'found' : 'none')
  })

  it.each(finding)('%s never finds the words of another county', async (person) => {
    const own = person === 'X'
    const answer = await search(viewers[person], foreign)
    expect(kindsIn(answer).length > 0, 'the director of that county is the positive control').toBe(own)
    expect(JSON.stringify((await search(viewers[person], mark)).groups)).not.toContain(foreign)
  })

  it.each(finding)('%s finds drafts only where they are read', async (person) => {
    const answer = await search(viewers[person], mark)
    expect(titled(answer, 'Luonnosmuutos'), 'proposed in a report that is not published').toBe('CDFA'.includes(person))
    expect(titled(answer, 'Päätösluonnos'), 'decided in a meeting that is not approved').toBe('DFSTA'.includes(person))
    expect(titled(answer, 'Kokousluonnos')).toBe('DFSTA'.includes(person))
    expect(titled(answer, 'Loppuluku')).toBe('CDFTA'.includes(person))
  })

  it('a unit leads to its report those who read reports, the others to the plan', async () => {
    const hrefOf = async (person: Person) =>
      (await search(viewers[person], `Paketti ${mark}`)).groups.find(({ kind }) => kind === 'work_package')?.hits[0]
        ?.href
    expect(await hrefOf('D')).toMatch(/^\/projects\/kkk2\/rounds\/2025-Q4\/[0-9a-f-]{36}$/)
    expect(await hrefOf('S')).toMatch(/^\/projects\/kkk2\/plan\/[0-9a-f-]{36}$/)
  })

  it('the national reader finds what is published, of every county, and leads to publications only', async () => {
    const answer = await search(viewers.N, 'ketju')
    expect(kindsIn(answer)).toContain('work_package')
    const hrefs = answer.groups.flatMap(({ hits }) => hits.map(({ href }) => href))
    expect(hrefs.length).toBeGreaterThan(0)
    expect(hrefs.filter((href) => !/^\/projects\/[^/]+\/steering\/2025-Q\d(\/|$)/.test(href))).toEqual([])
    expect((await search(viewers.N, 'kkk2')).groups[0]?.hits[0]?.href).toMatch(/^\/projects\/kkk2\/steering\//)
  })
})

describe('how it is found', () => {
  it('by a part of a word, without marks, in any case, and inflected', async () => {
    for (const query of ['kivikkosana', 'KIVIKKOSANAKOE', 'Kivikkosanakokeen paketit', 'sanakoe']) {
      expect(kindsIn(await search(viewers.D, query)), query).toContain('work_package')
    }
  })

  it('tells how many there are where it shows only some', async () => {
    const { groups } = await search(viewers.D, 'palvelu')
    const [most] = [...groups].sort((a, b) => b.total - a.total)
    expect(most?.total).toBeGreaterThan(8)
    expect(most?.hits).toHaveLength(8)
  })

  it('asks for words, and takes signs of patterns as they stand', async () => {
    expect((await search(viewers.D, '')).state).toBe('empty')
    expect((await search(viewers.D, 'k')).state).toBe('short')
    expect((await search(viewers.D, '%%%')).state).toBe('none')
    expect((await search(viewers.D, "kivi' OR 1=1 --")).state).toBe('none')
    expect((await search(viewers.D, '\\')).state).toBe('short')
  })

  it('tells a program that searches without end to wait', async () => {
    const viewer = viewers.T
    await asViewer(systemViewer('operator'), (tx) =>
      tx.rateLimit.upsert({
        where: { key: `search:${viewer.userId}` },
        create: { key: `search:${viewer.userId}`, hits: 240, resetsAt: new Date(Date.now() + 600_000) },
        update: { hits: 240, resetsAt: new Date(Date.now() + 600_000) },
      }),
    )
    expect(await search(viewer, mark)).toEqual({ state: 'busy', groups: [] })
  })
})
