import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { UnitHeading } from '@/components/steering/unit/unit-heading'
import { UnitPage } from '@/components/steering/unit/unit-page'
import { words } from '@/lib/platform/words'
import type { SnapshotAction, SnapshotBody, SnapshotReport } from '@/lib/rounds/snapshot/model'
import type { PublishedPeriod } from '@/lib/steering/model'
import { actionsByState, otherTexts, partsOf } from '@/lib/steering/units/model'
import {
  lightOf,
  makeBody,
  makeIndicator,
  makeMeasurement,
  makeRisk,
  makeTarget,
  makeToimintamalli,
  makeUnit,
} from '../support/builders/snapshot'

const t = words('fi')
const code = '0123456789'
const id = (last: string) => `019a0000-0000-7000-8000-${last.padStart(12, '0')}`

const action = (last: string, state: SnapshotAction['state'], title: string): SnapshotAction => ({
  id: id(last),
  origin: 'plan',
  no: null,
  noAsWritten: null,
  section: null,
  title,
  state,
  statusText: null,
  statusAsWritten: null,
  started: null,
  done: null,
})

const text = (words: string) => ({ entryId: words, text: words })
const report: SnapshotReport = {
  id: id('e'),
  scope: 'full',
  submitted: null,
  approved: { role: 'director', at: '2025-10-03T09:00:00Z' },
  light: { entryId: 'x', value: 'yellow' },
  reason: text('Rekrytointi kesken'),
  actions: [
    { actionId: id('a1'), actionNo: null, text: text('Ohjeet otettiin käyttöön.'), state: null },
    { actionId: null, actionNo: 7, text: text('Numero, jota suunnitelmassa ei ole.'), state: null },
  ],
  results: text('Jono lyheni.'),
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
}

const unit = makeUnit(id('9'), {
  title: 'Hoitoon pääsy',
  goals: ['Hoitoon 7 päivässä'],
  covers: [id('8')],
  actions: [action('a1', 'in_progress', 'Ohjeet'), action('a2', 'done', 'Koulutus'), action('a3', null, 'Seuranta')],
  status: lightOf('yellow', 'Rekrytointi kesken'),
  report,
})
const decision = {
  id: id('d'),
  text: 'Jatketaan.',
  decidedOn: '2025-09-12',
  decidedAsWritten: null,
  concerns: [{ kind: 'work_package' as const, id: unit.id }],
}
const measurements = [makeMeasurement(id('1'), '70', '2024'), makeMeasurement(id('2'), '87', '2025')]
const body: SnapshotBody = {
  ...makeBody({
    units: [unit, makeUnit(id('8'), { reports: false, actions: [action('a4', 'planned', 'Katetun paketin toimi')] })],
    indicators: [
      makeIndicator(id('5'), {
        scope: 'local',
        workPackageId: unit.id,
        measurements,
        targets: [makeTarget(id('3'), { number: '80', unit: '%' })],
      }),
    ],
    toimintamallit: [makeToimintamalli(id('6'), { workPackageId: unit.id })],
    risks: [makeRisk(1, [[2, 3]], { workPackageId: unit.id })],
    evidence: [
      {
        id: id('7'),
        subject: { kind: 'measurement', id: id('2') },
        label: 'THL:n tilasto',
        url: 'https://esimerkki.fi',
        file: null,
        path: null,
        addedAt: '2025-10-01T08:00:00Z',
      },
      {
        id: id('77'),
        subject: { kind: 'purchase', id: id('22') },
        label: 'Muun kohteen aineisto',
        url: null,
        file: null,
        path: null,
        addedAt: '2025-10-01T08:00:00Z',
      },
    ],
  }),
  meetings: [
    {
      id: 'm',
      body: 'Ohjausryhmä',
      title: 'Kokous',
      heldOn: '2025-09-12',
      dateAsWritten: null,
      state: 'approved',
      handles: false,
      items: [
        {
          id: 'i',
          number: 3,
          year: 2025,
          title: 'Rekrytointi',
          proposal: null,
          workPackageId: null,
          planChangeId: null,
          decisions: [decision],
        },
      ],
    },
  ],
}

const shown = (version: number): PublishedPeriod => ({
  snapshotId: `s${version}`,
  projectKey: 'testi',
  projectName: 'Testihanke',
  periodKey: '2025-Q3',
  lastDay: '2025-09-30',
  version,
  code: version === 1 ? code : `999999999${version}`,
  publishedAt: `2025-10-1${version}T09:00:00Z`,
})

const drawn = () => {
  const earlier = [
    { code: 'aaaaaaaaaa', periodKey: '2025-Q2', usesLights: true, unit: null },
    { code, periodKey: '2025-Q3', usesLights: true, unit },
  ]
  return renderToStaticMarkup(<UnitPage t={t} code={code} body={body} unit={unit} version={null} earlier={earlier} />)
}

describe('unit page for readers', () => {
  it('has goal, texts, every action, values, targets, lights, decisions, toimintamallit, risks and evidence', () => {
    const html = drawn()
    const told = [
      'Hoitoon 7 päivässä',
      'Jono lyheni.',
      'Ohjeet otettiin käyttöön.',
      'Numero, jota suunnitelmassa ei ole.',
    ]
    const rows = [
      'Ohjeet',
      'Koulutus',
      'Seuranta',
      'Katetun paketin toimi',
      'Jatketaan.',
      'Malli',
      'Riski 1',
      'THL:n tilasto',
    ]
    expect(html).not.toContain('Muun kohteen aineisto')
    for (const part of [...told, ...rows, 'yksikkö ei ollut mukana', '70', '87', '80'])
      expect(html, part).toContain(part)
  })

  it('links every figure to its card in the same publication, and each period to its own', () => {
    const names = [...drawn().matchAll(/href="\/r\/([^"]+)"/g)].map((match) => match[1])
    const expected = [
      'm000000000001',
      'm000000000002',
      't000000000003',
      'n0000000000a1',
      'n0000000000a4',
      's00000000000d',
      'o000000000006',
    ]
    for (const name of expected) expect(names, name).toContain(`${code}-${name}`)
    expect(names.every((name) => name?.startsWith(code))).toBe(true)
  })

  it('groups actions by state, those under way first, unknown last', () => {
    const { actions } = partsOf(body, unit)
    expect(actionsByState(unit, actions).map(({ state, actions: all }) => [state, all.length])).toEqual([
      ['in_progress', 1],
      ['planned', 1],
      ['done', 1],
      [null, 1],
    ])
    expect(otherTexts(unit, actions).map(({ actionNo }) => actionNo)).toEqual([7])
  })

  it('says for a unit without a report that there is none, and keeps its actions', () => {
    const silent = { ...unit, report: null, status: lightOf(null) }
    const html = renderToStaticMarkup(
      <UnitPage t={t} code={code} body={body} unit={silent} version={null} earlier={[]} />,
    )
    expect(html).toContain('Yksiköltä ei ole hyväksyttyä raporttia jaksolta Q3/2025')
    expect(html).toContain('Koulutus')
  })

  it('offers the versions of the period below the breadcrumbs and the heading', () => {
    const versions = [shown(1), shown(2)]
    const html = renderToStaticMarkup(
      <UnitHeading t={t} home="/projects/x" body={body} unit={unit} version={1} shown={shown(1)} versions={versions} />,
    )
    const [crumbs, heading, tabs] = ['class="breadcrumbs"', '<h1', 'class="tabs"'].map((part) => html.indexOf(part))
    expect([crumbs, heading, tabs].every((at) => (at ?? -1) >= 0)).toBe(true)
    expect((crumbs ?? 0) < (heading ?? 0) && (heading ?? 0) < (tabs ?? 0)).toBe(true)
  })

  it('leads to the project only those who may open it, and names it to all', () => {
    const heading = (home: string | undefined) =>
      renderToStaticMarkup(
        <UnitHeading t={t} home={home} body={body} unit={unit} version={1} shown={shown(1)} versions={[shown(1)]} />,
      )
    expect(heading('/projects/koti')).toContain(`<a href="/projects/koti">${body.project.name}</a>`)
    expect(heading(undefined)).toContain(`<span>${body.project.name}</span>`)
  })
})
