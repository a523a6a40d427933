import { describe, expect, it } from 'vitest'
import { words } from '@/lib/platform/words'
import type { SnapshotBody, SnapshotReport } from '@/lib/rounds/snapshot/model'
import { composeReview } from '@/lib/steering/review/composition/model'
import { reviewFileName } from '@/lib/steering/review/export/model'
import { type Review, type ReviewPage, type Run, reviewSectionKeys, withSections } from '@/lib/steering/review/model'
import { readReviewQuery } from '@/lib/steering/review/schema'
import { lightOf, makeBody, makeIndicator, makeMeasurement, makeUnit } from '../support/builders/snapshot'

const publishing = {
  origin: 'https://etappi.example',
  code: '0123456789',
  version: 2,
  publishedAt: '2025-10-15T09:00:00.000Z',
  earlier: null,
}

const compose = (parts: Partial<SnapshotBody>, locale: 'fi' | 'sv' = 'fi'): Review =>
  composeReview(words(locale), makeBody(parts), publishing)

const pagesOf = (review: Review, key: Review['sections'][number]['key']): ReviewPage[] =>
  review.sections.find((section) => section.key === key)?.pages ?? []

/** Every run of a page in order. */
function runsOf(page: ReviewPage): Run[] {
  return [
    ...page.lead,
    ...page.blocks.flatMap((block): Run[] => {
      if (block.kind === 'paragraph') return block.runs
      if (block.kind === 'list') return block.items.flat()
      if (block.kind === 'keyFigures') return block.items.map((item) => item.value)
      if (block.kind === 'table') return [...block.rows.flat(2), ...(block.total ?? []).flat()]
      return block.kind === 'lights' ? block.items.map((item) => item.title) : []
    }),
    ...page.notes.flat(),
  ]
}
const textOf = (page: ReviewPage): string =>
  runsOf(page)
    .map((run) => run.text)
    .join(' ')

const told = (text: string) => ({ entryId: text, text })
const report = (parts: Partial<SnapshotReport> = {}): SnapshotReport => ({
  id: 'report',
  scope: 'full',
  submitted: null,
  approved: null,
  light: null,
  reason: null,
  actions: [],
  results: null,
  nextSteps: null,
  deviations: null,
  planChange: null,
  risks: null,
  indicators: [],
  toimintamallit: [],
  derivedFigures: [],
  corrections: [],
  note: null,
  comments: [],
  ...parts,
})

const slide = (no: number, type: string, title: string) => ({ id: `slide-${no}`, no, title, type })
const tile = (slideNo: number, serviceAreaId: string, workPackageIds: string[]) => ({
  id: `tile-${slideNo}-${serviceAreaId}`,
  serviceAreaId,
  slide: slideNo,
  unitAsWritten: null,
  text: 'Laatta',
  statusAsWritten: null,
  workPackageIds,
})

describe('the order of the review', () => {
  const body = {
    serviceAreas: [
      { id: 'a', parentId: null, name: 'Alue A' },
      { id: 'b', parentId: null, name: 'Alue B' },
      { id: 'b1', parentId: 'b', name: 'Yksikkö B1' },
    ],
    reviewSlides: [
      slide(2, 'organisation', 'Koko alue'),
      slide(5, 'organisation', 'Palvelut'),
      slide(9, 'finance', 'T'),
    ],
    tiles: [tile(2, 'a', []), tile(5, 'b', ['by-tile'])],
    units: [
      makeUnit('later', { reviewSlides: ['4'], report: report() }),
      makeUnit('first', { reviewSlides: ['3'], report: report() }),
      makeUnit('second', { reviewSlides: ['6'], report: report() }),
      makeUnit('parent', { report: report({ scope: 'rollup', results: told('Koonti') }) }),
      makeUnit('part', { parentId: 'parent', reviewSlides: ['7'], report: report() }),
      makeUnit('by-tile', { report: report({ scope: 'ended' }) }),
      makeUnit('by-area', { serviceAreaIds: ['b1'] }),
      makeUnit('nowhere'),
    ],
  }

  it('goes by the slides of the county, each unit once, nothing left out', () => {
    const pages = pagesOf(compose(body), 'serviceAreas')
    expect(pages.map(({ id }) => id)).toEqual([
      'area-slide-2',
      'unit-first',
      'unit-later',
      'area-slide-5',
      'ended-slide-5',
      'unit-second',
      'unit-part',
      'others-slide-5',
      'others-none',
    ])
    const headings = pages.flatMap((page) => page.blocks.flatMap((b) => (b.kind === 'heading' ? [b.text] : [])))
    expect(headings).toEqual(['Yksikkö by-tile', 'Yksikkö parent', 'Yksikkö by-area', 'Yksikkö nowhere'])
    const lit = pages.flatMap((page) => page.blocks.flatMap((b) => (b.kind === 'lights' ? b.items : [])))
    expect(lit.map(({ title }) => title.text).sort()).toEqual(
      body.units
        .map(({ title }) => title)
        .filter((title) => title !== 'Yksikkö nowhere')
        .sort(),
    )
    const alone = pages.at(-1)?.blocks.find((block) => block.kind === 'heading')
    expect(alone, 'units without an overview have their lights under their names').toMatchObject({
      text: 'Yksikkö nowhere',
      light: { light: 'none' },
    })
  })

  it('goes by the service areas where the county has no slides of its own', () => {
    const pages = pagesOf(compose({ ...body, reviewSlides: [], tiles: [] }), 'serviceAreas')
    expect(pages.map(({ id }) => id).slice(0, 2)).toEqual(['area-b', 'others-b'])
    expect(pages.filter(({ id }) => id.startsWith('unit-'))).toHaveLength(4)
  })

  it('has every section, or those asked for, in their order', () => {
    expect(compose({}).sections.map(({ key }) => key)).toEqual(reviewSectionKeys)
    const some = withSections(compose({}), ['finance', 'planChanges'])
    expect(some.sections.map(({ key }) => key)).toEqual(['planChanges', 'finance'])
  })

  it('says of every empty register that it is empty', () => {
    for (const { pages } of compose({}).sections.filter(({ key }) => key !== 'serviceAreas')) {
      expect(pages.map((page) => textOf(page).length > 10)).toEqual([true])
    }
  })
})

describe('figures of the review', () => {
  const corrections = [
    {
      eventId: 'event',
      field: 'value' as const,
      before: '87 %',
      after: '85 %',
      at: '2025-10-20T09:00:00.000Z',
      reason: 'Näppäilyvirhe',
    },
  ]
  const indicator = makeIndicator('indicator', {
    scope: 'local',
    workPackageId: 'unit',
    measurements: [
      makeMeasurement('newest', '85', '2025-09', { corrections }),
      makeMeasurement('unknown', null, '2025-09', { scope: 'lääkärit', unknown: 'unknown' }),
    ],
  })
  const unit = makeUnit('unit', { status: lightOf('yellow', 'Myöhässä'), before: lightOf('green'), report: report() })

  it('carry the address of their card', () => {
    const [, page] = pagesOf(compose({ units: [unit], indicators: [indicator] }), 'serviceAreas')
    const figure = page && runsOf(page).find((run) => run.text.startsWith('85'))
    expect(figure?.href).toBe('/r/0123456789-mnewest')
    expect(page?.light).toEqual({ light: 'yellow', word: 'Poikkeamia', href: '/r/0123456789-lunit' })
    expect(page?.href).toBe('/projects/testi/steering/2025-Q3/unit?version=2')
  })

  it('tell a correction beside the figure, with both values and the reason', () => {
    const [, page] = pagesOf(compose({ units: [unit], indicators: [indicator] }), 'serviceAreas')
    const text = page ? textOf(page) : ''
    expect(text).toMatch(/85\s%[^;]*Korjattu 20\.10\.2025: 85\s%, aiemmin 87\s%\. Syy: Näppäilyvirhe/)
  })

  it('never make an unknown value or amount a zero', () => {
    const review = compose({ units: [unit], indicators: [indicator] })
    const [, page] = pagesOf(review, 'serviceAreas')
    expect(page && runsOf(page).find((run) => run.href === '/r/0123456789-munknown')?.text).toBe('Ei tiedossa (9/2025)')
    const texts = review.sections.flatMap((section) => section.pages.flatMap(runsOf)).map((run) => run.text)
    expect(texts.filter((text) => /^0([,\s]|$)/.test(text))).toEqual([])
  })

  it('tell in words how a light moved', () => {
    const previous = { id: 'q2', key: '2025-Q2', from: '2025-04-01', to: '2025-06-30' }
    const text = (parts: Partial<SnapshotBody>) =>
      pagesOf(compose({ units: [unit], ...parts }), 'serviceAreas')
        .map(textOf)
        .join(' ')
    expect(text({ previous })).toContain('↓\u00a0heikkeni (oli: Suunnitelman mukaan)')
    expect(text({})).not.toContain('heikkeni')
  })
})

describe('decisions in the review', () => {
  const meeting = {
    id: 'meeting',
    body: 'Ohjausryhmä',
    title: 'Kokous 4',
    heldOn: '2025-11-05',
    dateAsWritten: null,
    state: 'draft' as const,
    handles: true,
    items: [
      {
        id: 'item',
        number: 12,
        year: 2025,
        title: 'Hankesuunnitelman muutos',
        proposal: 'Hyväksytään muutos',
        workPackageId: 'unit',
        planChangeId: null,
        decisions: [
          {
            id: 'decision',
            text: 'Hyväksyttiin',
            decidedOn: '2025-11-05',
            decidedAsWritten: null,
            concerns: [{ kind: 'work_package' as const, id: 'unit' }],
          },
        ],
      },
    ],
  }

  it('are asked with their § and proposal, and told when made', () => {
    const units = [makeUnit('unit', { report: report() })]
    const [asked, made] = pagesOf(compose({ meetings: [meeting], units }), 'decisions')
    expect(asked && textOf(asked)).toContain(
      '§ 12/2025 Hankesuunnitelman muutos.  Hyväksytään muutos  ( Yksikkö unit )',
    )
    expect(made && textOf(made)).toContain('Hyväksyttiin')
    expect(made && runsOf(made).find((run) => run.text === 'Hyväksyttiin')?.href).toBe('/r/0123456789-sdecision')
  })
})

describe('the choice in the address', () => {
  const read = (query: string, locale: 'fi' | 'sv' | 'en' = 'fi') => readReviewQuery(new URLSearchParams(query), locale)

  it('reads sections, language and version, and leaves the rest at its plain state', () => {
    expect(read('sections=finance,planChanges&locale=sv&version=3')).toEqual({
      version: 3,
      locale: 'sv',
      sections: ['planChanges', 'finance'],
    })
    expect(read('sections=finance&sections=risks').sections).toEqual(['finance', 'risks'])
    const plain = { version: null, locale: 'fi', sections: reviewSectionKeys }
    expect(read('')).toEqual(plain)
    expect(read('sections=nothing&locale=en&version=-1', 'en')).toEqual(plain)
    expect(read('', 'sv').locale).toBe('sv')
  })

  it('names the file by project, period and version', () => {
    const of = { projectKey: 'kkk2', periodKey: '2025-Q3', version: 2 }
    expect(reviewFileName(of, 'fi', 'pdf')).toBe('kkk2-2025-Q3-katsaus-v2.pdf')
    expect(reviewFileName({ ...of, projectKey: 'a/b "c"' }, 'sv', 'pptx')).toBe('a-b-c--2025-Q3-oversikt-v2.pptx')
  })
})

describe('in Swedish', () => {
  it('the words are Swedish and the county’s own texts stay as they were written', () => {
    const review = compose({ units: [makeUnit('unit', { goals: ['Tavoite omin sanoin'], report: report() })] }, 'sv')
    expect(review.title).toBe('Styrgruppens översikt Q3/2025')
    const all = JSON.stringify(review)
    expect(all).toContain('Tavoite omin sanoin')
    for (const finnish of ['Vastuussa', 'Ei raporttia', 'Julkaistu', 'Lähde']) expect(all).not.toContain(finnish)
  })
})
