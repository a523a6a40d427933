import { describe, expect, it } from 'vitest'
import { linesOfRuns, planOf, reportWith, textPart, written } from '@/tests/final-report/import/plans'
import { boundData, section } from '@/tests/support/builders/bound-data'

const template = [
  section('s1', { number: '1', title: 'Tiivistelmä hankkeen tuloksista' }),
  section('s4', { number: '4', title: 'Investointi 1: Edistetään hoitotakuun toteutumista' }),
  section('s41', { parentId: 's4', number: '4.1', kind: 'question', title: 'Miten olette purkaneet palveluvelkaa?' }),
  section('s42', { parentId: 's4', number: '4.2', kind: 'question', title: 'Toimintamallien uudistaminen' }),
]
const report = reportWith(template)
const places = (...headings: Parameters<typeof written>) =>
  planOf(written(...headings), report).placed.map(({ heading, to, id, certainty }) => [
    heading.title,
    to === 'section' ? id : to,
    certainty,
  ])

describe('headings of a file', () => {
  it('go to the section of the same title, of the same number with a title alike, or the nearest one', () => {
    expect(
      places(
        { title: 'TIIVISTELMÄ HANKKEEN TULOKSISTA.', number: '9' },
        { title: 'Investointi 1', number: '4' },
        { title: 'Miten hanke on purkanut palveluvelkaa?', level: 2 },
      ),
    ).toEqual([
      ['TIIVISTELMÄ HANKKEEN TULOKSISTA.', 's1', 'certain'],
      ['Investointi 1', 's4', 'certain'],
      ['Miten hanke on purkanut palveluvelkaa?', 's41', 'nearest'],
    ])
  })

  it('with the number of another section and other words are no match: Word counts by itself', () => {
    expect(places({ title: 'Johdanto', number: '4' })).toEqual([['Johdanto', 'own', null]])
  })

  it('without a match become sections of their own under the heading above, models and attachments as what they are', () => {
    const plan = planOf(
      written(
        { title: 'Toimintamallien uudistaminen', level: 1 },
        { title: 'Malli A', level: 2 },
        { title: 'Taustaa', level: 3 },
        { title: 'LIITE 2 Esite', level: 1 },
      ),
      report,
    )
    expect(
      plan.sections.map(({ title, kind, parentId, toimintamalliId }) => [title, kind, parentId, toimintamalliId]),
    ).toEqual([
      ['Toimintamallien uudistaminen', 'question', 's4', null],
      ['Malli A', 'toimintamalli', 's42', 'Malli A'],
      ['Taustaa', 'chapter', plan.sections[1]?.id, null],
      ['LIITE 2 Esite', 'attachment', null, null],
    ])
    expect(plan.attachments).toMatchObject([{ label: 'LIITE 2', title: 'Esite', sectionId: plan.sections[3]?.id }])
  })

  it('tell of the model whose page their links lead to, when it is just one and nothing stands under them', () => {
    const link = {
      kind: 'links' as const,
      items: [{ text: 'x', address: 'http://www.innokyla.fi/fi/toimintamalli/a/' }],
    }
    const file = written(
      { title: 'Muu nimi', blocks: [link] },
      { title: 'Ylempi', blocks: [link] },
      { title: 'Alempi', level: 2 },
    )
    expect(planOf(file, report).sections.map(({ kind, toimintamalliId }) => [kind, toimintamalliId])).toEqual([
      ['toimintamalli', 'Malli A'],
      ['chapter', null],
      ['chapter', null],
    ])
  })

  it('of attachments that the report lists already give them their text', () => {
    const listed = { id: 'a2', label: 'Liite 2', title: 'Esite', note: null, sectionId: null, file: null }
    const file = written({ title: 'LIITE 2 Esite' })
    const plan = planOf(file, { ...report, attachments: [listed] })
    expect(plan.attachments).toEqual([
      { id: 'a2', label: 'Liite 2', title: 'Esite', sectionId: plan.sections[0]?.id, isNew: false },
    ])
    expect(planOf(file, { ...report, attachments: [{ ...listed, sectionId: 's1' }] }).attachments).toEqual([])
  })

  it('go where the person says: into a section, as headings inside, or nowhere; what stands under them goes along', () => {
    const file = written(
      { title: '', level: 0, blocks: [textPart('Kansi')] },
      { title: 'Tiivistelmä hankkeen tuloksista', blocks: [textPart('Alku')] },
      { title: 'Taustaa', level: 2, blocks: [textPart('Tausta')] },
      { title: 'Muuta', blocks: [textPart('Muu')] },
      { title: 'Alakohta', level: 2, blocks: [textPart('Ala')] },
    )
    const plan = planOf(file, report, { places: { h2: 'inside', h3: 's41' } })
    expect(plan.sections.map(({ id, blocks }) => [id, blocks.map(linesOfRuns)])).toEqual([
      ['s1', ['Alku', '# Taustaa', 'Tausta']],
      ['s41', ['# Muuta', 'Muu']],
      [plan.sections[2]?.id, ['Ala']],
    ])
    expect(plan.sections[2]?.parentId).toBe('s41')
    expect(plan.placed[0]).toMatchObject({ to: 'out' })
    expect(
      planOf(file, report, { places: { h3: 'out' } })
        .placed.slice(3)
        .map(({ to }) => to),
    ).toEqual(['out', 'out'])
  })

  it('of sections that hold text take nothing unless the person says so', () => {
    const full = reportWith([
      section('s1', {
        title: 'Alku',
        blocks: [
          {
            id: 'b',
            version: 1,
            bindings: [],
            file: null,
            from: null,
            type: 'quote',
            content: { runs: [], attribution: null },
          },
        ],
      }),
    ])
    const file = written({ title: 'Alku', blocks: [textPart('Uusi')] })
    expect(planOf(file, full).sections).toMatchObject([{ id: 's1', standing: 'keep', blocks: [] }])
    expect(planOf(file, full, { standings: { s1: 'after' } }).sections).toMatchObject([
      { standing: 'after', blocks: [{}] },
    ])
  })
})

/** The runs of the only paragraph, with numbers and references in brackets. */
const line = (text: string, title = 'Tiivistelmä hankkeen tuloksista') =>
  planOf(written({ title, blocks: [textPart(text)] }), report)
const read = (text: string) => line(text).sections[0]?.blocks.map(linesOfRuns)

describe('typed numbers', () => {
  it.each([
    ['Hoitoon pääsi ajoissa 87 % asukkaista.', 'Hoitoon pääsi ajoissa [m-share] asukkaista.'],
    ['Hoitoon pääsi 87\u00a0% ja hyvä niin.', 'Hoitoon pääsi [m-share] ja hyvä niin.'],
    ['Hoitoon pääsi 87 prosenttia.', 'Hoitoon pääsi [m-share digits] prosenttia.'],
    ['Jonossa oli 1 234 hlö.', 'Jonossa oli [m-queue].'],
    ['Hoitoon pääsyn tavoite on 80 %.', 'Hoitoon pääsyn tavoite on [t-final].'],
  ])('are bound when just one value reads so and the sentence names it: %s', (text, bound) => {
    expect(read(text)).toEqual([bound])
  })

  it.each([
    ['another number', 'Hoitoon pääsi 88 %.'],
    ['a sentence about something else', 'Henkilöstöstä 87 % vastasi kyselyyn.'],
    ['a name in another sentence', 'Hoitoon pääsy parani. Kyselyyn vastasi 87 %.'],
    ['a count where the data have a share', 'Hoitoon pääsi 87 asiakasta.'],
    ['a change', 'Hoitoon pääsy kasvoi 87 %.'],
    ['a level that is a target', 'Hoitoon pääsyn tavoite on 87 %.'],
    ['a target told as a level', 'Hoitoon pääsi 80 %.'],
    ['part of another number', 'Hoitoon pääsi 87,5 %.'],
    ['a range', 'Hoitoon pääsi 87–90 %.'],
    ['digits that are grouped otherwise', 'Jonossa oli 1234 hlö.'],
  ])('stay typed: %s', (_, text) => {
    expect(read(text)).toEqual([text])
  })

  it('that two values read are suggestions, with the names of both', () => {
    const data = boundData()
    const [first] = data.indicators
    if (!first) throw new Error('no indicator')
    const twice = { ...first, id: 'k9', measurements: first.measurements.map((row) => ({ ...row, id: 'm-other' })) }
    const file = written({ title: 'Alku', blocks: [textPart('Hoitoon pääsi 87 %.')] })
    const plan = planOf(file, report, {}, { ...data, indicators: [...data.indicators, twice] })
    expect(plan.sections[0]?.blocks.map(linesOfRuns)).toEqual(['Hoitoon pääsi 87 %.'])
    expect(plan.suggestions).toMatchObject([{ text: '87 %', sentence: 'Hoitoon pääsi 87 %.', where: 'Alku' }])
  })

  it('are bound by what the product itself told of them in its own file', () => {
    const runs = [
      { kind: 'text' as const, text: 'Osuus oli 87 % vuonna 2025.' },
      { kind: 'sources' as const, told: '87\u00a0%: Hoitoon pääsy, 7/2025, katsaus.' },
    ]
    const plan = planOf(written({ title: 'Alku', blocks: [{ kind: 'paragraph', runs }] }), report)
    expect(plan.sections[0]?.blocks.map(linesOfRuns)).toEqual(['Osuus oli [m-share] vuonna 2025.'])
  })

  it('marked in a file of the product’s own shape mean what the mark says', () => {
    const runs = [
      { kind: 'text' as const, text: 'Osuus oli 87 %' },
      { kind: 'value' as const, indicator: 'k1', index: 0 },
      { kind: 'text' as const, text: ' ja kuusi' },
      { kind: 'value' as const, indicator: 'olematon', index: null },
    ]
    const plan = planOf(written({ title: 'Alku', blocks: [{ kind: 'paragraph', runs }] }), report)
    expect(plan.sections[0]?.blocks.map(linesOfRuns)).toEqual(['Osuus oli [m-share] ja kuusi'])
    expect(plan.losses).toEqual([{ what: 'unknown_value', where: 'Alku', text: 'olematon' }])
  })
})

describe('references', () => {
  const image = (label: string | null, anchors: string[] = []) => ({
    kind: 'image' as const,
    caption: { label, text: 'Asiakkaat', anchors },
    alt: '',
    description: null,
    picture: null,
  })
  const figure = (...parts: Parameters<typeof textPart>[0][]) =>
    planOf(
      written(
        { title: 'Alku', number: '4.2', blocks: [image('Kuva 3', ['_Ref1']), ...parts.map(textPart)] },
        { title: 'LIITE 2 Esite' },
      ),
      report,
    )
  const texts = (plan: ReturnType<typeof planOf>) => plan.sections[0]?.blocks.slice(1).map(linesOfRuns)

  it('that were typed lead to the block, chapter or attachment of that name', () => {
    const plan = figure('Katso kuva 3, liite 2 ja luvussa 4.2.', 'Taulukko 9 puuttuu.')
    const [id, attachment] = [plan.sections[0]?.blocks[0]?.id, plan.attachments[0]?.id]
    expect(texts(plan)).toEqual([
      `Katso [block ${id}], [attachment ${attachment}] ja luvussa [section ${plan.sections[0]?.id} bare].`,
      'Taulukko 9 puuttuu.',
    ])
    expect(plan.open).toMatchObject([{ text: 'Taulukko 9', reason: 'missing', where: 'Alku' }])
  })

  it('that are inflected, or could lead to two things, stay text and are told', () => {
    const plan = figure('Kuvassa 3 näkyy.')
    expect(texts(plan)).toEqual(['Kuvassa 3 näkyy.'])
    expect(plan.open).toMatchObject([{ text: 'Kuvassa 3', reason: 'inflected' }])
    const twice = planOf(
      written({ title: 'Alku', blocks: [image('Kuva 1'), image('Kuva 1'), textPart('Ks. Kuva 1.')] }),
      report,
    )
    expect(twice.open).toMatchObject([{ text: 'Kuva 1', reason: 'several' }])
  })

  it('made as fields lead by their anchor; a word in front of the number belongs to them', () => {
    const field = (before: string, text: string, to = '_Ref1') => ({
      kind: 'paragraph' as const,
      runs: [
        { kind: 'text' as const, text: before },
        { kind: 'reference' as const, text, to },
      ],
    })
    const blocks = [
      image('Kuva 3', ['_Ref1']),
      field('Ks. ', 'Kuva 3'),
      field('Ks. kuva ', '3'),
      field('Ks. kuvassa ', '3'),
      field('Ks. ', 'tuosta', '_Nowhere'),
    ]
    const plan = planOf(written({ title: 'Alku', blocks }), report)
    const id = plan.sections[0]?.blocks[0]?.id
    expect(texts(plan)).toEqual([`Ks. [block ${id}]`, `Ks. [block ${id}]`, 'Ks. kuvassa 3', 'Ks. tuosta'])
    expect(plan.open.map(({ reason }) => reason)).toEqual(['inflected', 'missing'])
  })

  it('to what is left as it stands stay text: the figure does not come', () => {
    const full = reportWith([section('s1', { title: 'Kuvat', showsSectionId: 's9' }), section('s9', { title: 'Muu' })])
    const file = written(
      { title: 'Kuvat', blocks: [image('Kuva 3')] },
      { title: 'Muu', blocks: [textPart('Ks. Kuva 3.')] },
    )
    expect(planOf(file, full).open).toMatchObject([{ text: 'Kuva 3', reason: 'missing' }])
  })
})

describe('parts', () => {
  it('become blocks that the report can store, whatever their size', () => {
    const cells = Array.from({ length: 3 }, (_, at) => `s${at}`)
    const plan = planOf(
      written({
        title: 'Alku',
        blocks: [
          {
            kind: 'list',
            items: [0, 1, 0].map((level, at) => ({
              level,
              ordered: at === 2,
              runs: [{ kind: 'text', text: `k${at}` }],
            })),
          },
          {
            kind: 'list',
            items: [{ level: 0, ordered: false, runs: [{ kind: 'link', text: 'Sivu', address: 'https://a.fi/' }] }],
          },
          {
            kind: 'table',
            caption: { label: 'Taulukko 1', text: 'x'.repeat(400), anchors: [] },
            columns: cells,
            rows: [['1', null]],
            total: null,
            notes: ['n'],
          },
          { kind: 'table', caption: null, columns: [], rows: [], total: null, notes: [] },
          { kind: 'models', caption: null, workPackage: 'W1', investment: null },
          { kind: 'attachments', labels: ['LIITE 7'] },
          textPart('pitkä '.repeat(5000)),
        ],
      }),
      report,
    )
    const blocks = plan.sections[0]?.blocks ?? []
    expect(blocks.map(({ type }) => type)).toEqual([
      'list',
      'list',
      'links',
      'free_table',
      'paragraph',
      'free_table',
      'toimintamalli_table',
      'paragraph',
      'paragraph',
    ])
    expect(plan.losses.map(({ what }) => what)).toEqual(['nested_list', 'long_caption', 'unknown_attachment'])
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length)
  })
})
