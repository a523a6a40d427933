import { describe, expect, it } from 'vitest'
import { words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { figureAddress, rowAddress } from '@/lib/steering/figures/addresses'
import { figureCard } from '@/lib/steering/figures/card/model'
import { type FigureKind, figureKinds, readFigureName } from '@/lib/steering/figures/model'
import { computedFigure } from '@/lib/steering/figures/sums/model'
import type { PublishedPeriod } from '@/lib/steering/model'
import { lightOf, makeBody, makeIndicator, makeMeasurement, makeTarget, makeUnit } from '../support/builders/snapshot'

const t = words('fi')
const code = '0123456789'
const id = (last: string) => `019a0000-0000-7000-8000-${last.padStart(12, '0')}`
const published: PublishedPeriod = {
  snapshotId: 's',
  projectKey: 'testi',
  projectName: 'Testihanke',
  periodKey: '2025-Q3',
  lastDay: '2025-09-30',
  version: 1,
  code,
  publishedAt: '2025-10-20T09:00:00.000Z',
}

function card(body: SnapshotBody, kind: FigureKind, row: string, opensFiles = true) {
  const wanted = readFigureName(figureAddress(code, { kind, id: row }).slice(3))
  if (!wanted) throw new Error('no name')
  return figureCard({ t, body, code, version: null, opensFiles }, wanted, published, [{ publication: published, body }])
}

describe('short addresses', () => {
  it.each(Object.keys(figureKinds) as FigureKind[])(
    '%s comes back as it was named, with and without its publication',
    (kind) => {
      const row = id('ab12')
      expect(readFigureName(figureAddress(code, { kind, id: row }).slice(3))).toEqual({
        code,
        kind,
        short: '00000000ab12',
      })
      expect(readFigureName(rowAddress({ kind, id: row }).slice(3))).toEqual({
        code: null,
        kind,
        short: '00000000ab12',
      })
    },
  )

  it.each([
    '',
    'm',
    'q123',
    `${code}-`,
    `${code}-q1`,
    `${code.slice(1)}-m1`,
    'm../../etc',
    'm%00',
    `m${'a'.repeat(81)}`,
  ])('"%s" names nothing', (name) => {
    expect(readFigureName(name)).toBeNull()
  })
})

describe('card of a measured value', () => {
  const correction = {
    field: 'value' as const,
    before: '87',
    after: '85',
    at: '2025-10-10T08:00:00Z',
    reason: 'Lähde tarkentui',
    eventId: 'e1',
  }
  const moment = (day: number, role: string | null) => ({ role, at: `2025-10-0${day}T08:00:00Z` })
  const measurement = makeMeasurement(id('1'), '85', '2025-09', {
    reportId: 'report',
    corrections: [correction],
    origin: {
      reportId: 'report',
      unitId: id('9'),
      periodKey: '2025-Q3',
      entered: moment(1, 'coordinator'),
      submitted: moment(2, 'coordinator'),
      approved: moment(3, 'director'),
    },
  })
  const target = makeTarget(id('2'), { number: '80', operator: 'gte', unit: '%' })
  const judgement = {
    targetId: target.id,
    measurementId: measurement.id,
    scope: null,
    verdict: 'reached' as const,
    reason: 'met' as const,
    met: true,
  }
  const piece = { label: 'Tilasto', path: null, addedAt: '2025-10-01T08:00:00Z' }
  const file = { id: 'f', name: 'tilasto.pdf', mediaType: 'application/pdf', size: 12_000 }
  const body = makeBody({
    indicators: [
      makeIndicator(id('5'), {
        definition: 'Osuus kaikista käynneistä',
        workPackageId: id('9'),
        source: 'Potilastietojärjestelmä',
        measurements: [measurement],
        targets: [target],
        judgements: [judgement],
      }),
    ],
    units: [makeUnit(id('9'), { title: 'Hoitoon pääsy' })],
    evidence: [
      {
        id: 'ev1',
        subject: { kind: 'measurement', id: measurement.id },
        url: 'https://esimerkki.fi/a',
        file: null,
        ...piece,
      },
      { id: 'ev2', subject: { kind: 'measurement', id: measurement.id }, url: null, file, ...piece },
      {
        id: 'ev3',
        subject: { kind: 'purchase', id: measurement.id },
        url: 'https://esimerkki.fi/b',
        file: null,
        ...piece,
      },
    ],
  })

  it('tells the value, its meaning, the whole way with roles, source, evidence, corrections and uses', () => {
    const made = card(body, 'measurement', measurement.id)
    if (!made) throw new Error('no card')
    expect(made.value.text).toBe('85\u00a0%')
    expect(made.facts.map(({ texts }) => texts[0]?.text)).toContain('Osuus kaikista käynneistä')
    expect(made.path.map(({ key, by }) => [key, by])).toEqual([
      ['measured', null],
      ['entered', 'Suunnittelija'],
      ['submitted', 'Suunnittelija'],
      ['approved', 'Projektijohtaja'],
      ['published', 'Projektijohtaja'],
    ])
    expect(made.path.every(({ time }) => time !== null)).toBe(true)
    expect(made.source).toBe('Potilastietojärjestelmä')
    expect(made.evidence.map(({ href }) => href)).toEqual([
      'https://esimerkki.fi/a',
      `/api/publications/${code}/evidence/ev2`,
    ])
    expect(made.corrections).toHaveLength(1)
    expect(made.corrections[0]?.text).toMatch(/85\u00a0%, aiemmin 87\u00a0%/)
    expect(made.corrections[0]?.reason).toBe('Lähde tarkentui')
    expect(made.figures).toEqual([
      { text: 'Tavoite vähintään\u00a080\u00a0%', href: `/r/${code}-t000000000002`, note: expect.stringMatching(/\w/) },
    ])
    expect(made.pages.map(({ href }) => href)).toEqual([
      '/projects/testi/steering/2025-Q3#targets',
      `/projects/testi/steering/2025-Q3/${id('9')}#indicators`,
    ])
  })

  it('offers no stored file to those who read other counties', () => {
    expect(card(body, 'measurement', measurement.id, false)?.evidence.map(({ href }) => href)).toEqual([
      'https://esimerkki.fi/a',
      null,
    ])
  })

  it('says that an unknown value is unknown, and never shows a zero', () => {
    const unknown = makeMeasurement(id('3'), null, '2025-09', { unknown: 'unknown' })
    const made = card(
      makeBody({ indicators: [makeIndicator('i', { measurements: [unknown] })] }),
      'measurement',
      unknown.id,
    )
    expect(made?.value).toEqual({ text: 'Ei tiedossa', unknown: true })
    expect(made?.path.find(({ key }) => key === 'entered')?.time).toMatch(/hankkeen aineistosta/)
  })

  it('is none for another kind, another row or another name', () => {
    expect(card(body, 'target', measurement.id)).toBeNull()
    expect(card(body, 'measurement', id('4'))).toBeNull()
    expect(card(body, 'computed', 'no-such-sum')).toBeNull()
    expect(card(body, 'computed', `purchases.${id('4')}`)).toBeNull()
    expect(card(body, 'computed', 'lights.blue')).toBeNull()
  })
})

describe('computed figures', () => {
  it('leave an unknown amount out, say how many there are and list every row', () => {
    const amounts = ['100.50', null, '0.25'].map((amount, index) => ({
      id: id(String(index)),
      investmentId: id('77'),
      title: `H${index}`,
      amount,
    }))
    const purchases = amounts as unknown as SnapshotBody['finance']['purchases']
    const body = makeBody()
    const sum = computedFigure(t, { ...body, finance: { ...body.finance, purchases } }, 'purchases')
    expect(sum?.value.text).toBe('100,75\u00a0€')
    expect(sum?.unknown).toBe(1)
    expect(sum?.terms.map(({ title, value }) => [title, value.unknown ?? false])).toEqual([
      ['H0', false],
      ['H1', true],
      ['H2', false],
    ])
  })

  it('of nothing is a word, not zero', () => {
    expect(computedFigure(t, makeBody(), 'purchases')?.value).toEqual({ text: 'ei tietoja', unknown: true })
  })

  it('count the lights of reporting units only, "no report" as its own', () => {
    const body = makeBody({
      units: [
        makeUnit(id('1'), { status: lightOf('red') }),
        makeUnit(id('2')),
        makeUnit(id('3'), { status: lightOf('red'), reports: false }),
      ],
    })
    const count = (light: string) => computedFigure(t, body, `lights.${light}`)?.value.text
    expect([count('red'), count('none'), count('green')]).toEqual(['1/2', '1/2', '0/2'])
    expect(card(body, 'light', id('1'))?.figures.map(({ href }) => href)).toContain(`/r/${code}-zlights.red`)
    expect(computedFigure(t, body, 'lights-red.no-area')?.terms).toHaveLength(1)
    expect(computedFigure(t, body, 'units.no-investment')?.value.text).toBe('2')
  })
})

describe('figures that the demo has none of', () => {
  const money = {
    id: id('a1'),
    periodKey: '2025-Q3',
    investmentId: id('77'),
    workPackageId: null,
    costType: 'Palkat',
    fundingSource: 'grant',
    amount: '1234.50',
    asOf: '2025-09-30',
    note: null,
  }
  const decision = {
    id: id('d1'),
    text: 'Hyväksyttiin muutos.',
    decidedOn: '2025-09-12',
    decidedAsWritten: null,
    concerns: [
      { kind: 'work_package' as const, id: id('9') },
      { kind: 'section' as const, id: id('8') },
    ],
  }
  const base = makeBody({ units: [makeUnit(id('9'), { title: 'Hoitoon pääsy' })] })
  const body: SnapshotBody = {
    ...base,
    finance: { ...base.finance, actuals: [money], forecasts: [{ ...money, id: id('f1') }] },
    meetings: [
      {
        id: 'meeting',
        body: 'Ohjausryhmä',
        title: 'Ohjausryhmän kokous 3/2025',
        heldOn: '2025-09-12',
        dateAsWritten: null,
        state: 'approved',
        handles: false,
        items: [
          {
            id: 'item',
            number: 12,
            year: 2025,
            title: 'Suunnitelman muutos',
            proposal: 'Hyväksytään.',
            workPackageId: null,
            planChangeId: null,
            decisions: [decision],
          },
        ],
      },
    ],
  }

  it.each(['actual', 'forecast'] as const)('%s: amount, day, funding and the sum it is part of', (kind) => {
    const made = card(body, kind, kind === 'actual' ? id('a1') : id('f1'))
    expect(made?.value.text).toBe('1\u00a0234,50\u00a0€')
    expect(made?.facts.flatMap(({ texts }) => texts.map(({ text }) => text))).toEqual(
      expect.arrayContaining(['30.9.2025', 'Palkat', 'Valtionavustus', 'Q3/2025']),
    )
    expect(made?.figures[0]?.text).toContain('1\u00a0234,50\u00a0€')
  })

  it('a decision: where it was made, and what it concerns; the unit leads back to it', () => {
    const made = card(body, 'decision', decision.id)
    expect(made?.value.text).toBe('Hyväksyttiin muutos.')
    expect(made?.facts.flatMap(({ texts }) => texts.map(({ text }) => text))).toEqual(
      expect.arrayContaining(['Ohjausryhmä', '12 §/2025', 'Hyväksytään.', '12.9.2025']),
    )
    expect(made?.concerns).toEqual([{ text: 'Hoitoon pääsy', href: `/r/${code}-l000000000009` }])
    expect(card(body, 'light', id('9'))?.decisions).toEqual([
      { text: 'Suunnitelman muutos', href: `/r/${code}-s0000000000d1`, note: 'Hyväksyttiin muutos.' },
    ])
  })
})
