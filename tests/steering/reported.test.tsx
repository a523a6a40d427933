// A report that tells no light is not "no report", and never a light: in every sum, chart, page and file.
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { PortfolioLights } from '@/components/projects/portfolio-lights'
import { drawDashboard } from '@/components/steering/draw-dashboard'
import { UnitHeading } from '@/components/steering/unit/unit-heading'
import { UnitPage } from '@/components/steering/unit/unit-page'
import { chartTable } from '@/lib/charts/chart-table'
import { describeChart } from '@/lib/charts/describe'
import { chartLights, keptLights, type LightsChart } from '@/lib/charts/model'
import { printPalette } from '@/lib/charts/palette'
import { chartSvg } from '@/lib/charts/svg'
import { nativeChart } from '@/lib/exports/pptx/charts'
import { deckColours } from '@/lib/exports/pptx/colours'
import { words } from '@/lib/platform/words'
import type { Shown } from '@/lib/reporting-api/model'
import { resourceNamed } from '@/lib/reporting-api/resources/model'
import { toldLights } from '@/lib/rounds/snapshot/lights/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { bodyText, readBody } from '@/lib/rounds/snapshot/schema'
import { computedFigure } from '@/lib/steering/figures/sums/model'
import { lightWords } from '@/lib/steering/labels'
import { countedLights, countLights, type ShownLight, shownLights, unitRows } from '@/lib/steering/lights/model'
import { portfolioFigures } from '@/lib/steering/portfolio/model'
import { composeReview } from '@/lib/steering/review/composition/model'
import { plainView } from '@/lib/steering/schema'
import { lightOf, makeBody, makeReport, makeUnit } from '@/tests/support/builders/snapshot'

const code = '0123456789'
const locales = ['fi', 'sv', 'en'] as const
const idOf = (no: number) => `01a201c5-c4e4-73f1-b134-${String(no).padStart(12, '0')}`

/** A unit that stands in the state. */
function unitIn(state: ShownLight, no: number) {
  if (state === 'none') return makeUnit(idOf(no), { title: `Yksikkö ${no}` })
  const report = makeReport({ id: `r${no}` })
  if (state === 'reported') return makeUnit(idOf(no), { title: `Yksikkö ${no}`, report })
  const status = lightOf(state)
  return makeUnit(idOf(no), {
    title: `Yksikkö ${no}`,
    status,
    report: { ...report, light: { entryId: 'e', value: state } },
  })
}

function bodyOf(states: readonly ShownLight[], { lights = true, previous = false } = {}): SnapshotBody {
  const body = makeBody()
  return makeBody({
    project: { ...body.project, lights },
    units: states.map(unitIn),
    previous: previous ? { id: 'q2', key: '2025-Q2', from: '2025-04-01', to: '2025-06-30' } : null,
  })
}

const mixed: ShownLight[] = ['green', 'green', 'yellow', 'red', 'reported', 'reported', 'reported', 'none', 'none']
const dark: ShownLight[] = ['reported', 'reported', 'none']

const pageOf = (body: SnapshotBody, locale: (typeof locales)[number] = 'fi', earlier: SnapshotBody | null = null) =>
  (['upper', 'lower'] as const)
    .map((part) =>
      renderToStaticMarkup(
        drawDashboard({
          part,
          t: words(locale),
          code,
          body,
          view: plainView,
          earlier: earlier && { code: 'aaaaaaaaaa', body: earlier },
        }),
      ),
    )
    .join('')

describe('the five states', () => {
  it('have a word, a shape and a place of their own in every language', () => {
    for (const locale of locales) {
      for (const usesLights of [true, false]) {
        const said = shownLights.map((light) => words(locale)(lightWords(usesLights)[light]))
        expect(new Set(said).size).toBe(5)
      }
    }
    expect(words('fi')(lightWords(true).reported)).toBe('Raportoitu, ei valoa')
    expect(words('fi')(lightWords(false).reported)).toBe('Raportoitu')
  })

  it('of a unit come from its report: a light, a report without one, none, and one that says there was none', () => {
    const rows = unitRows(bodyOf(mixed), null)
    expect(rows.map(({ light }) => light)).toEqual(mixed)
    const silent = makeUnit('s', { report: makeReport({ scope: 'not_reported' }) })
    expect(unitRows(makeBody({ units: [silent] }), null)[0]?.light).toBe('none')
  })

  it('tell of a part’s light that it is the part’s, and whether the unit itself has reported', () => {
    const status = { light: 'red', from: 'parts', partId: idOf(2), reason: 'Viive' } as const
    const units = [
      makeUnit(idOf(0), { title: 'Kooste', status, report: makeReport() }),
      makeUnit(idOf(1), { title: 'Vaiti', status }),
      { ...unitIn('red', 2), title: 'Osa', parentId: idOf(0) },
    ]
    const page = pageOf(makeBody({ units }))
    expect(page).toContain('Omassa raportissa ei ole valoa. Näkyvissä on osan tila: Osa')
    expect(page).toContain('Ei omaa raporttia. Näkyvissä on osan tila: Osa')
    const hidden = makeBody({ project: { ...makeBody().project, lights: false }, units })
    expect(unitRows(hidden, null).map(({ light, lightOf: of }) => [light, of])).toEqual([
      ['reported', null],
      ['none', null],
      ['reported', null],
    ])
  })

  it('add up to the units, whatever the mix, in what is counted before the reader', () => {
    for (let round = 0; round < 200; round += 1) {
      const states = Array.from({ length: round % 31 }, (_, at) => shownLights[(round * 3 + at * at) % 5] ?? 'none')
      for (const lights of [true, false]) {
        const body = bodyOf(states, { lights })
        const counts = countLights(unitRows(body, null))
        const counted = countedLights(lights, counts)
        expect(counted.reduce((sum, light) => sum + counts[light], 0)).toBe(states.length)
        const figures = counted.map((light) => computedFigure(words('fi'), body, `lights.${light}`))
        expect(figures.reduce((sum, figure) => sum + (figure?.terms.length ?? 0), 0)).toBe(states.length)
      }
    }
  })
})

describe('what was frozen before', () => {
  const old = (body: SnapshotBody): string => {
    const { project, units, ...rest } = JSON.parse(bodyText(body))
    const { lights: _, ...kept } = project
    return JSON.stringify({
      ...rest,
      project: kept,
      units: units.map(({ before, ...unit }: { before: { reported?: boolean } | null }) => {
        const { reported: __, ...told } = before ?? {}
        return { ...unit, before: before && told }
      }),
    })
  }

  it('reads as of a project with lights, and tells its own reports right', () => {
    const text = old(bodyOf(mixed))
    expect(text).not.toContain('"lights":')
    const body = readBody(text)
    expect(body.project.lights).toBe(true)
    expect(unitRows(body, null).map(({ light }) => light)).toEqual(mixed)
  })

  it('keeps of the time before it what it knew: a light, or no report', () => {
    const units = [null, 'green' as const].map((light, no) => ({ ...unitIn('reported', no), before: lightOf(light) }))
    const rows = unitRows(readBody(old(makeBody({ units }))), null)
    expect(rows.map(({ before, change }) => [before, change])).toEqual([
      ['none', 'new'],
      ['green', 'unlit'],
    ])
  })

  it('of a publication made now keeps whether there was a report, and the setting', () => {
    const before = toldLights(bodyOf(dark, { lights: false }))
    const units = dark.map((state, no) => ({ ...unitIn(state, no), before: before.get(idOf(no)) ?? null }))
    const text = bodyText(makeBody({ project: { ...makeBody().project, lights: false }, units }))
    expect(bodyText(readBody(text))).toBe(text)
    const rows = unitRows(readBody(text), null)
    expect(rows.map(({ before: was, change }) => [was, change])).toEqual([
      ['reported', 'untold'],
      ['reported', 'untold'],
      ['none', 'none'],
    ])
  })

  it('a light of the time before is a report where no lights are used any more', () => {
    const units = [{ ...unitIn('reported', 0), before: lightOf('green') }]
    const body = makeBody({ project: { ...makeBody().project, lights: false }, units })
    expect(unitRows(body, null)[0]).toMatchObject({ before: 'reported', change: 'untold' })
    expect(unitRows(body, toldLights(bodyOf(['green'])))[0]).toMatchObject({ before: 'reported', change: 'untold' })
  })
})

const chartOf = (counts: readonly number[][]): LightsChart => {
  const t = words('fi')
  const [good, warning, danger, neutral, unknown] = shownLights.map((light) => t(lightWords(true)[light]))
  return {
    kind: 'lights',
    title: 'Tilat',
    words: { good, warning, danger, neutral, unknown } as LightsChart['words'],
    rows: counts.map((row, at) => ({
      name: `Alue ${at}`,
      counts: Object.fromEntries(
        chartLights.map((light, index) => [light, row[index]]),
      ) as LightsChart['rows'][0]['counts'],
    })),
  }
}

describe('charts of lights', () => {
  const t = words('fi')
  const draw = (model: LightsChart) =>
    chartSvg(model, { palette: printPalette, locale: 'fi', width: 640, prefix: 'k', description: '' })
  const model = chartOf([
    [2, 1, 0, 3, 1],
    [0, 0, 1, 2, 0],
  ])

  it('draw the state with a shape of its own, and key, table, summary and slide tell the same sums', () => {
    const svg = draw(model)
    // Five units and the key; squares are no other state's.
    expect(svg.match(/<rect[^>]*fill="#3f6fa8"/g)).toHaveLength(6)
    expect(svg).toContain('Raportoitu, ei valoa 5')
    expect(describeChart(model, t)).toBe(
      'Yhteensä 10: suunnitelman mukaan 2; poikkeamia 1; vaarassa 1; raportoitu, ei valoa 5; ei raporttia 1.',
    )
    const { columns, rows } = chartTable(model, t)
    expect(columns.map(({ header }) => header)).toContain('Raportoitu, ei valoa')
    for (const { cells } of rows) {
      const [total, ...counts] = cells.slice(1).map(Number).reverse()
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total)
    }
    const native = nativeChart(model, deckColours({ brandColour: null, accentColour: null }))
    expect(native.series.map(({ name }) => name)).toContain('■ Raportoitu, ei valoa')
    const all = native.series.flatMap(({ values }) => values).reduce((sum, value) => sum + Number(value), 0)
    expect(all).toBe(10)
    expect(new Set(native.series.map(({ colour }) => colour)).size).toBe(5)
  })

  it('as bars, too', () => {
    expect(draw(chartOf([[200, 100, 90, 300, 100]]))).toContain('>300<')
  })

  it('leave the state out where nobody stands so, and only then', () => {
    const none = chartOf([[1, 0, 0, 0, 1]])
    expect(keptLights(none)).toEqual(['good', 'warning', 'danger', 'unknown'])
    expect(draw(none)).not.toContain('Raportoitu')
    expect(describeChart(none, t)).toBe('Yhteensä 2: suunnitelman mukaan 1, poikkeamia 0, vaarassa 0, ei raporttia 1.')
    expect(keptLights(model)).toEqual(chartLights)
  })
})

/** What is said of each unit, by the address of its light's card. */
const saidIn = (markup: string, no: number): string[] =>
  [
    ...markup.matchAll(new RegExp(`href="/r/${code}-l${idOf(no).replaceAll('-', '').slice(-12)}"[^>]*>(.*?)</a>`, 'g')),
  ].map(([, inner = '']) => inner.replace(/<[^>]*>/g, ''))

describe('pages of a publication', () => {
  it.each(locales)('%s: say of each unit how it stands, and "no report" of none that has one', (locale) => {
    const t = words(locale)
    const page = pageOf(bodyOf(mixed), locale)
    for (const [no, state] of mixed.entries()) {
      const said = saidIn(page, no)
      expect(said.length).toBeGreaterThan(0)
      expect(new Set(said)).toEqual(new Set([t(lightWords(true)[state])]))
    }
  })

  it.each(locales)(
    '%s: without lights tell only whether there is a report: no chart, filter or question of danger',
    (locale) => {
      const t = words(locale)
      const earlier = bodyOf(['reported', 'none', 'none'], { lights: false })
      const body = bodyOf(dark, { lights: false, previous: true })
      const page = pageOf(body, locale, earlier)
      for (const light of ['green', 'yellow', 'red'] as const) expect(page).not.toContain(t(lightWords(true)[light]))
      for (const gone of [
        'steering.units.chart',
        'steering.units.filter',
        'steering.first.red',
        'steering.changed.lights',
      ])
        expect(page).not.toContain(t(gone))
      expect(page).not.toContain('name="light"')
      expect(page).not.toContain(t(lightWords(true).reported))
      expect(saidIn(page, 0)).toEqual([t(lightWords(false).reported)])
      expect(saidIn(page, 2)).toEqual([t(lightWords(false).none)])
      expect(page).toContain(t('steering.change.new'))
      expect(page).not.toContain(t('steering.change.untold'))
      const row = {
        projectKey: 'k',
        projectName: 'P',
        organisationName: 'O',
        late: null,
        openPeriod: null,
        isOwn: true,
      }
      const published = { periodKey: '2025-Q3', publishedAt: '2025-10-01T00:00:00Z', figures: portfolioFigures(body) }
      const tile = renderToStaticMarkup(<PortfolioLights t={t} row={{ ...row, published }} />)
      const said = tile.replace(/<\/li>/g, '|').replace(/<[^>]*>/g, '')
      expect(said).toBe(`2 ${t(lightWords(false).reported)}|1 ${t(lightWords(false).none)}|`)
    },
  )

  it('of a unit tell its own state and its history', () => {
    const body = bodyOf(['reported'], { previous: true })
    const [unit] = body.units
    if (!unit) throw new Error('no unit')
    const shown = { version: 1, code, publishedAt: '2025-10-10T09:00:00Z', lastDay: '2025-09-30', periodKey: '2025-Q3' }
    const published = { ...shown, snapshotId: 's', projectKey: 'testi', projectName: 'Testihanke' }
    const earlier = [
      { code: 'aaaaaaaaaa', periodKey: '2025-Q1', usesLights: true, unit: unitIn('none', 0) },
      { code: 'bbbbbbbbbb', periodKey: '2025-Q2', usesLights: false, unit },
      { code, periodKey: '2025-Q3', usesLights: true, unit },
    ]
    const t = words('fi')
    const markup = renderToStaticMarkup(
      <>
        <UnitHeading t={t} home="/" body={body} unit={unit} version={null} shown={published} versions={[published]} />
        <UnitPage t={t} code={code} body={body} unit={unit} version={null} earlier={earlier} />
      </>,
    )
    expect(saidIn(markup, 0)).toEqual(['Raportoitu, ei valoa', 'Raportoitu, ei valoa'])
    const history = markup.slice(markup.indexOf('id="lights"'))
    expect(history).toContain('>Ei raporttia<')
    expect(history).toContain('>Raportoitu<')
  })

  it('do not say that nothing is in danger while somebody has told no light', () => {
    expect(pageOf(bodyOf(['green', 'reported', 'none']))).toContain(
      'Yksikään kerrottu tila ei ole ”Vaarassa”. Yksiköitä, joista tilaa ei ole kerrottu: 2/3.',
    )
    expect(pageOf(bodyOf(['green']))).toContain('Mikään yksikkö ei ole vaarassa.')
  })
})

describe('the review and the reporting API', () => {
  const publishing = {
    origin: 'https://e.example',
    code,
    version: 1,
    publishedAt: '2025-10-10T09:00:00Z',
    earlier: null,
  }

  it.each(['fi', 'sv'] as const)('%s: the review counts and names each state', (locale) => {
    const t = words(locale)
    const review = composeReview(t, bodyOf(mixed), publishing)
    const counted = review.glance.filter(({ light }) => light)
    expect(counted.map(({ light, value }) => [light, value.text])).toEqual([
      ['green', '2'],
      ['yellow', '1'],
      ['red', '1'],
      ['reported', '3'],
      ['none', '2'],
    ])
    const text = JSON.stringify(composeReview(t, bodyOf(['reported', 'reported']), publishing).sections)
    expect(text).toContain(t(lightWords(true).reported))
    expect(text).not.toContain(t(lightWords(true).none))
  })

  it.each(['fi', 'sv'] as const)('%s: without lights the review has none, and its figures are not there', (locale) => {
    const t = words(locale)
    const body = bodyOf(dark, { lights: false })
    const text = JSON.stringify(composeReview(t, body, publishing))
    for (const light of ['green', 'yellow', 'red'] as const) {
      expect(text).not.toContain(t(lightWords(true)[light]))
      expect(computedFigure(t, body, `lights.${light}`)).toBeNull()
      expect(computedFigure(t, body, `lights-${light}.no-area`)).toBeNull()
    }
    expect(text).not.toContain(t(lightWords(true).reported))
    expect(computedFigure(t, body, 'lights.reported')?.value.text).toBe('2/3')
    expect(computedFigure(t, body, 'lights-reported.no-area')?.value.text).toBe('2')
    expect(text).toContain(`"${t(lightWords(false).reported)}"`)
  })

  it('a row of the API has the code, its label and whether there is a report', () => {
    const table = resourceNamed('unit_lights')
    if (!table) throw new Error('no such table')
    const shown: Shown = {
      body: bodyOf(mixed),
      publicationId: 'p',
      state: 'published',
      version: 1,
      code,
      publishedAt: null,
      newest: true,
      portal: 'https://e.example',
    }
    const columns = table.columns.map(({ name }) => name)
    const rows = table.cells(shown, words('fi'))
    const of = (name: string) => rows.map((row) => row[columns.indexOf(name)])
    expect(of('light')).toEqual(mixed)
    expect(of('reported')).toEqual(mixed.map((state) => state !== 'none'))
    expect(of('light_label').filter((label) => label === 'Raportoitu, ei valoa')).toHaveLength(3)
  })
})
