import { describe, expect, it } from 'vitest'
import type { BoundData } from '@/lib/final-report/bindings/model'
import {
  type Binding,
  type BlockContent,
  bindingText,
  type ReportBlock,
  subjectBinding,
  unbound,
} from '@/lib/final-report/blocks/model'
import { numberChoices } from '@/lib/final-report/choices/model'
import { composeReport } from '@/lib/final-report/composition/model'
import { type DocumentBlock, documentData, flatSections, problemsOf } from '@/lib/final-report/document/model'
import type { FinalReport, ReportSection } from '@/lib/final-report/model'
import type { MeasurementRow } from '@/lib/indicators/model'
import { words } from '@/lib/platform/words'
import { makeValue } from '@/lib/values/make-value'
import { timeSpanFromCode } from '@/lib/values/time'
import { boundData, section } from '@/tests/support/builders/bound-data'

const t = words('fi')
const project = {
  id: 'p',
  key: 'testi',
  name: 'Testihanke',
  organisationId: 'o',
  organisationName: 'Testialue',
  programme: {
    name: 'Ohjelma',
    shortName: 'O',
    funder: 'STM',
    statement: { fi: 'EU rahoittaa', sv: 'EU finansierar', en: 'EU funds' },
  },
  periods: [],
  riskScale: 5,
}

const ids = Array.from({ length: 200 }, (_, index) => `b${index}`)
const block = (content: BlockContent, bindings: Partial<Binding>[] = [], id = ids.pop() ?? ''): ReportBlock => ({
  ...content,
  id,
  version: 1,
  file: null,
  from: null,
  bindings: bindings.map((binding, sort) => ({ ...unbound, source: 'measurement', sort, ...binding })),
})
const paragraph = (...runs: Extract<BlockContent, { type: 'paragraph' }>['content']['runs']): BlockContent => ({
  type: 'paragraph',
  content: { runs },
})

function compose(
  sections: ReportSection[],
  data: BoundData = boundData(),
  attachments: FinalReport['attachments'] = [],
) {
  const report: FinalReport = {
    id: 'r',
    kind: 'final_report',
    title: 'Testihanke: loppuraportti',
    language: 'fi',
    state: 'draft',
    version: 1,
    template: { key: 'x', name: 'Pohja', version: 1 },
    sections,
    attachments,
  }
  return composeReport(report, project, data, new Date('2025-11-21T10:00:00Z'), t, 'https://etappi.example.fi')
}

const blocksOf = (blocks: ReportBlock[], data?: BoundData): DocumentBlock[] => {
  const document = compose([section('s1', { kind: 'question', number: '4.1', blocks })], data)
  return [...(document.sections[0]?.blocks ?? [])]
}
const tableOf = (blocks: DocumentBlock[]) => blocks.find((one) => one.kind === 'table')

describe('bound content', () => {
  it('shows a number with where it comes from, and without its unit when the words say it', () => {
    const runs = [
      { kind: 'text' as const, text: 'Jonossa ' },
      { kind: 'number' as const, binding: 0 },
      { kind: 'number' as const, binding: 0, bare: true as const },
    ]
    const [shown] = blocksOf([block(paragraph(...runs), [{ measurementId: 'm-queue' }])])
    expect(shown).toMatchObject({
      inlines: [
        { text: 'Jonossa ' },
        { kind: 'number', text: '1\u00a0234\u00a0hlö', source: 'Jono, 7/2025, katsaus' },
        { kind: 'number', text: '1\u00a0234' },
      ],
    })
  })

  it('shows a counted value of the time it was chosen at, and the newest where no time was chosen', () => {
    const data = boundData()
    const [share] = data.indicators
    if (!share) throw new Error('no indicator')
    const at = (id: string, code: string, number: string | null): MeasurementRow => {
      const span = timeSpanFromCode(code)
      if (!span.ok || !share.measurements[0]) throw new Error(code)
      const value = makeValue('number', {
        number,
        unit: '%',
        flags: ['calculated'],
        unknown: number ? null : 'unknown',
      })
      return { ...share.measurements[0], id, value, time: span.value }
    }
    const measurements = [at('c1', '2025-Q1', '40'), at('c2', '2025-Q2', '60')]
    const counted = { ...share, id: '0197a000-0000-7000-8000-00000000000c', measurements }
    const shown = (frozen?: string, rows = measurements) => {
      const binding = { source: 'latest_measurement' as const, measurementId: null, indicatorId: counted.id, frozen }
      const number = block(paragraph({ kind: 'number', binding: 0 }), [binding])
      const [first] = blocksOf([number], { ...data, indicators: [{ ...counted, measurements: rows }] })
      return first && 'inlines' in first ? first.inlines : first
    }
    expect(shown('2025-Q1')).toMatchObject([{ text: '40\u00a0%', source: 'Hoitoon pääsy, Q1/2025' }])
    expect(shown()).toMatchObject([{ text: '60\u00a0%' }])
    // Counted anew from a corrected operand it has another id: the time still finds it.
    expect(shown('2025-Q1', [at('c9', '2025-Q1', '45')])).toMatchObject([{ text: '45\u00a0%' }])
    expect(shown('2025-Q1', [at('c9', '2025-Q1', null)])).toMatchObject([{ text: 'Ei tiedossa' }])
    expect(shown('2024-Q4')).not.toMatchObject([{ kind: 'number', text: '40\u00a0%' }])
    const [option] = numberChoices({ ...data, indicators: [counted] }, t).flatMap(({ options }) => options)
    expect(option).toMatchObject({
      value: `latest_measurement:${counted.id}:2025-Q2`,
      label: expect.stringMatching(/^60/),
    })
    const read = subjectBinding(option?.value ?? '')
    expect(read).toMatchObject({ source: 'latest_measurement', indicatorId: counted.id, frozen: '2025-Q2' })
    expect(read && bindingText(read)).toBe(option?.value)
    for (const wrong of ['measurement:x:2025', `target:${counted.id}:2025`, `latest_measurement:${counted.id}:a b`]) {
      expect(subjectBinding(wrong)?.frozen).toBeUndefined()
    }
  })

  it('keeps per cent with a bare number', () => {
    const [shown] = blocksOf([
      block(paragraph({ kind: 'number', binding: 0, bare: true }), [
        { source: 'target', measurementId: null, targetId: 't-final' },
      ]),
    ])
    expect(shown).toMatchObject({ inlines: [{ text: '80\u00a0%', source: 'Hoitoon pääsy, tavoite, Q4/2025' }] })
  })

  it('adds up what is known and says what is not', () => {
    const bindings = [
      { source: 'budget_total' as const, investmentId: 'i1' },
      { source: 'purchase_total' as const, investmentId: 'i1' },
      { source: 'purchase_count' as const, investmentId: 'i1' },
    ]
    const runs = bindings.map((_, binding) => ({ kind: 'number' as const, binding }))
    const [shown] = blocksOf([block(paragraph(...runs), bindings)])
    expect(shown).toMatchObject({
      inlines: [{ text: '300,50\u00a0€' }, { text: '100,00\u00a0€ (yksi summa puuttuu)' }, { text: '2' }],
    })
  })

  it('shows unknown use of a toimintamalli as unknown, never as no', () => {
    const table = tableOf(
      blocksOf([
        block({ type: 'toimintamalli_table', content: { caption: 'Mallit' } }, [
          { source: 'investment', investmentId: 'i1' },
        ]),
      ]),
    )
    expect(table?.rows).toEqual([
      [
        { text: 'Malli A', address: 'https://innokyla.fi/fi/toimintamalli/a' },
        { text: 'Työpaketti 1' },
        { text: 'Ei tiedossa', unknown: true },
        { text: 'Ei tiedossa', unknown: true },
      ],
      [{ text: 'Malli B' }, { text: 'Työpaketti 1' }, { text: 'Kyllä' }, { text: 'Ei' }],
    ])
    expect(table?.notes).toEqual(['Yhden mallin käyttöönotosta tai käytön jatkumisesta ei ole tietoa.'])
  })

  it('keeps an unknown price unknown, and a line outside the project apart from zero', () => {
    const purchases = tableOf(
      blocksOf([
        block({ type: 'purchase_table', content: { caption: 'Hankinnat' } }, [
          { source: 'investment', investmentId: 'i1' },
        ]),
      ]),
    )
    expect(purchases?.rows.map((row) => row.at(-1))).toEqual([
      { text: '100,00\u00a0€' },
      { text: 'ei tiedossa', unknown: true },
    ])
    const budget = tableOf(blocksOf([block({ type: 'budget_table', content: { caption: 'Budjetti' } })]))
    expect(budget?.rows.map((row) => row[1]?.text)).toEqual([
      '100,50\u00a0€',
      '200,00\u00a0€',
      t('finance.notInProject'),
    ])
    expect(budget?.total?.[1]?.text).toBe('300,50\u00a0€')
  })

  it('shows an indicator with its targets in force and its newest value', () => {
    const table = tableOf(
      blocksOf([block({ type: 'indicator_table', content: { caption: 'Mittarit', pick: 'national' } })]),
    )
    expect(table?.rows).toEqual([
      [
        { text: 'Hoitoon pääsy' },
        { text: 'vähintään\u00a066\u00a0% (Q2/2024); vähintään\u00a080\u00a0% (Q4/2025)' },
        { text: '87\u00a0%' },
        { text: '7/2025' },
      ],
      [
        { text: 'Ei mitattu' },
        { text: 'ei tavoitetta', unknown: true },
        { text: 'ei mitattu', unknown: true },
        { text: 'ei mitattu', unknown: true },
      ],
    ])
  })

  it('draws an indicator against its targets, with everything in words', () => {
    const figure = blocksOf([
      block({ type: 'chart', content: { caption: 'Hoitoon pääsy' } }, [{ source: 'indicator', indicatorId: 'k1' }]),
    ])[0]
    expect(figure).toMatchObject({ kind: 'figure', label: 'Kuva 1' })
    if (figure?.kind !== 'figure' || figure.chart.kind !== 'line') throw new Error('no line chart')
    expect(figure.chart.periods).toEqual(['Q2/2024', '7/2025', 'Q4/2025'])
    expect(figure.chart.series[0]?.points.map((point) => point.value)).toEqual([null, '87', null])
    expect(figure.chart.targets.map(({ label, kind }) => [label, kind])).toEqual([
      ['Välitavoite 66\u00a0%', 'interim'],
      ['Tavoite 80\u00a0%', 'final'],
    ])
    for (const part of ['87\u00a0%', '66\u00a0%', '80\u00a0%']) expect(figure.alt).toContain(part)
    expect(figure.svg).toMatch(/^<svg /)
  })
})

describe('what cannot be resolved is a fault in its place', () => {
  const gone = '00000000-0000-7000-8000-000000000000'
  const cases: [string, ReportBlock][] = [
    ['a number whose measurement is gone', block(paragraph({ kind: 'number', binding: 0 }), [{ measurementId: gone }])],
    ['a number without its binding', block(paragraph({ kind: 'number', binding: 3 }))],
    ['a reference to nothing', block(paragraph({ kind: 'reference', target: { to: 'block', id: gone } }))],
    [
      'a reference to a text without a caption',
      block(paragraph({ kind: 'reference', target: { to: 'block', id: 'self' } }), [], 'self'),
    ],
    [
      'a table of an investment that is gone',
      block({ type: 'budget_table', content: { caption: 'x' } }, [{ source: 'investment', investmentId: gone }]),
    ],
    [
      'a table without rows',
      block({ type: 'purchase_table', content: { caption: 'x' } }, [{ source: 'investment', investmentId: 'i2' }]),
    ],
    [
      'a chart of an indicator that is gone',
      block({ type: 'chart', content: { caption: 'x' } }, [{ source: 'indicator', indicatorId: gone }]),
    ],
    [
      'a chart of an indicator without numbers',
      block({ type: 'chart', content: { caption: 'x' } }, [{ source: 'indicator', indicatorId: 'k2' }]),
    ],
    ['a toimintamalli that is gone', block({ type: 'toimintamalli', content: { toimintamalliId: gone } })],
    [
      'a breakdown of a value that is gone',
      block({ type: 'breakdown_table', content: { caption: 'x' } }, [{ measurementId: gone }]),
    ],
    ['content that cannot be read', block({ type: 'unreadable' })],
  ]
  it.each(cases)('%s', (_, faulty) => {
    const document = compose([section('s1', { blocks: [faulty] })])
    expect(problemsOf(document)).toHaveLength(1)
    expect(problemsOf(document)[0]?.text).not.toBe('')
  })

  it('and a report without faults has none', () => {
    const document = compose([
      section('s1', { blocks: [block(paragraph({ kind: 'number', binding: 0 }), [{ measurementId: 'm-share' }])] }),
    ])
    expect(problemsOf(document)).toEqual([])
  })
})

describe('numbers and references', () => {
  const table = (id: string) => block({ type: 'budget_table', content: { caption: id } }, [], id)
  const chart = (id: string) =>
    block({ type: 'chart', content: { caption: id } }, [{ source: 'indicator', indicatorId: 'k1' }], id)
  const see = (id: string) => block(paragraph({ kind: 'reference', target: { to: 'block', id } }), [], `see-${id}`)
  const label = (document: ReturnType<typeof compose>, id: string) =>
    flatSections(document.sections)
      .flatMap((one) => one.blocks)
      .map((one) => ('label' in one && one.id === `block-${id}` ? one.label : null))
      .find(Boolean)
  const referred = (document: ReturnType<typeof compose>, id: string) =>
    flatSections(document.sections)
      .flatMap((one) => one.blocks)
      .flatMap((one) => (one.id === `block-see-${id}` && 'inlines' in one ? one.inlines : []))[0]

  it('number tables and figures each through the report, and follow when something is put in front', () => {
    const sections = [
      section('s1', { blocks: [see('t2'), table('t1')] }),
      section('s2', { parentId: 's1', blocks: [chart('f1'), table('t2')] }),
    ]
    const before = compose(sections)
    expect([label(before, 't1'), label(before, 't2'), label(before, 'f1')]).toEqual([
      'Taulukko 1',
      'Taulukko 2',
      'Kuva 1',
    ])
    expect(referred(before, 't2')).toEqual({ kind: 'reference', text: 'Taulukko 2', target: 'block-t2' })
    const after = compose([section('s0', { blocks: [table('t0')] }), ...sections])
    expect(referred(after, 't2')).toMatchObject({ text: 'Taulukko 3' })
  })

  it('name a chapter by the number the template gives, and an attachment by its label', () => {
    const runs = [
      { kind: 'reference' as const, target: { to: 'section' as const, id: 's1' } },
      { kind: 'reference' as const, target: { to: 'attachment' as const, id: 'a1' } },
      { kind: 'reference' as const, target: { to: 'section' as const, id: 's1' }, bare: true as const },
      { kind: 'reference' as const, target: { to: 'attachment' as const, id: 'a2' } },
    ]
    const document = compose([section('s1', { number: '7.3.4', blocks: [block(paragraph(...runs))] })], boundData(), [
      { id: 'a1', label: 'LIITE 2', title: 'Päätös', note: null, sectionId: null, file: null },
      { id: 'a2', label: 'LIITE 3', title: 'Esite', note: null, sectionId: 's1', file: null },
    ])
    expect(document.sections[0]?.blocks[0]).toMatchObject({
      inlines: [
        { text: 'luku 7.3.4' },
        { kind: 'text', text: 'LIITE 2' },
        { text: '7.3.4', target: 'section-s1' },
        { kind: 'reference', text: 'LIITE 3', target: 'section-s1' },
      ],
    })
  })

  it('never leave a level of headings out inside a section', () => {
    const heading = (id: string, level: 1 | 2) =>
      block({ type: 'heading' as const, content: { text: id, level } }, [], id)
    const document = compose([section('s1', { blocks: [heading('a', 2), heading('b', 2), heading('c', 1)] })])
    expect(document.sections[0]?.blocks.map((one) => (one.kind === 'heading' ? one.level : null))).toEqual([2, 3, 2])
  })
})

describe('the document', () => {
  it('says of every unanswered question that it is unanswered, and counts the answered', () => {
    const document = compose([
      section('c', { kind: 'chapter', number: '4' }),
      section('q1', {
        kind: 'question',
        parentId: 'c',
        number: '4.1',
        blocks: [block(paragraph({ kind: 'text', text: 'x' }))],
      }),
      section('q2', { kind: 'question', parentId: 'c', number: '4.2' }),
      section('own', { kind: 'workpackage', parentId: 'q2', blocks: [block(paragraph({ kind: 'text', text: 'x' }))] }),
      section('q3', { kind: 'question', parentId: 'c', number: '4.3' }),
    ])
    const kinds = flatSections(document.sections).map((one) => [
      one.number,
      one.level,
      one.blocks.map((shown) => shown.kind),
    ])
    expect(kinds).toEqual([
      ['4', 1, []],
      ['4.1', 2, ['paragraph']],
      ['4.2', 2, []],
      [null, 3, ['paragraph']],
      ['4.3', 2, ['unanswered']],
    ])
    expect(document.facts).toContainEqual({ term: 'Vastattuja kysymyksiä', text: '2/3' })
  })

  it('carries the statement of the programme, the emblem and the date', () => {
    const document = compose([])
    expect(document).toMatchObject({
      statement: 'EU rahoittaa',
      county: 'Testialue',
      title: 'Testihanke: loppuraportti',
    })
    expect(document.emblem.svg).toContain('#003399')
    expect(document.facts[0]).toEqual({ term: 'Päiväys', text: '21.11.2025' })
  })

  it('gives its data as plain values', () => {
    const document = compose([
      section('s1', { number: '4.1', blocks: [block({ type: 'budget_table', content: { caption: 'Budjetti' } })] }),
    ])
    const data = documentData(document)
    expect(data.tables).toMatchObject([
      { label: 'Taulukko 1', caption: 'Budjetti', columns: ['Osa-alue', 'Talousarvio'] },
    ])
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
  })
})
