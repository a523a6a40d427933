// Following a series and taking a figure of it as the project's own: who may not, what it leaves, and never by itself.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { chooseFigure, withdrawFigure } from '@/lib/statistics/choices/commands'
import { follow, unfollow } from '@/lib/statistics/following/commands'
import type { Figure } from '@/lib/statistics/model'
import { findFollowed } from '@/lib/statistics/queries'
import { chooseSchema, followSchema } from '@/lib/statistics/schema'
import { makeRound, type Round } from '../support/builders/round'

let round: Round
let indicatorId: string
let seriesId: string

const retrievedAt = new Date('2026-11-20T08:00:00Z')
const figure = (change: Partial<Figure>): Figure => ({
  regionCategory: 'HYVINVOINTIALUE',
  regionCode: '21',
  timeCode: '2024',
  dimensions: {},
  asWritten: '61.25',
  number: '61.25',
  absolute: null,
  unknown: null,
  ...change,
})

beforeAll(async () => {
  round = await makeRound()
  await asViewer(round.system, async (tx) => {
    const region = (category: string, code: string, titleFi: string) => ({
      service: 'sotkanet' as const,
      category,
      code,
      titleFi,
      number: `9${code}`,
    })
    await tx.statisticsRegion.createMany({
      data: [
        region('HYVINVOINTIALUE', '21', 'Oma hyvinvointialue'),
        region('HYVINVOINTIALUE', '22', 'Naapurin hyvinvointialue'),
        region('MAA', '358', 'Koko maa'),
      ],
    })
    await tx.statisticsCatalogueEntry.create({
      data: { service: 'sotkanet', code: '9001', titleFi: 'Käynnit 7 vrk:n sisällä, %', retrievedAt },
    })
  })
})

beforeEach(async () => {
  round = await makeRound()
  indicatorId = round.unit.shareId
  await asViewer(round.system, (tx) =>
    tx.organisation.update({ where: { id: round.organisationId }, data: { regionCode: '21' } }),
  )
  const followed = await follow(round.director, { indicatorId, service: 'sotkanet', code: '9001', choices: {} })
  seriesId = followed.ok ? followed.value.seriesId : ''
  await asViewer(round.system, async (tx) => {
    await tx.statisticsValue.deleteMany({ where: { seriesId } })
    await tx.statisticsSeries.update({
      where: { id: seriesId },
      data: { unit: 'Prosentti', decimals: 1, state: 'current', retrievedAt },
    })
    await tx.statisticsValue.createMany({
      data: [
        figure({}),
        figure({ regionCode: '22', number: '70' }),
        figure({ regionCategory: 'MAA', regionCode: '358', number: '66.6' }),
        figure({ timeCode: '2023', number: null, unknown: 'hidden' }),
      ].map((one) => ({ ...one, seriesId, retrievedAt })),
    })
  })
})

const wish = {
  area: 'HYVINVOINTIALUE 21',
  time: '2024',
  of: '',
  role: 'comparison' as const,
  reason: 'Hankkeen oma mittaus päättyi.',
}
const choose = (who = round.director, change: object = {}) =>
  chooseFigure(who, { indicatorId, seriesId, ...wish, ...change })
const chosen = async (who = round.director) => (await findFollowed(who, indicatorId))?.chosen
const audit = () =>
  asViewer(round.system, (tx) =>
    tx.auditEvent.findMany({
      where: { organisationId: round.organisationId, action: { startsWith: 'statistics.' } },
      orderBy: { at: 'asc' },
      select: { action: true, right: true, data: true },
    }),
  )
const measurements = () => asViewer(round.system, (tx) => tx.measurement.findMany({ where: { indicatorId } }))

describe('who may not', () => {
  it.each([
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['coordinator', 'NOT_ALLOWED'],
    ['otherCoordinator', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s', async (role, reason) => {
    const own = await choose()
    const measurementId = own.ok ? own.value.measurementId : ''
    const before = await audit()
    const who = round[role]
    const refused = { ok: false, reason }
    expect(await follow(who, { indicatorId, service: 'sotkanet', code: '9001', choices: {} })).toEqual(refused)
    expect(await unfollow(who, { indicatorId, seriesId })).toEqual(refused)
    expect(await choose(who, { time: '2024' })).toEqual(refused)
    expect(await withdrawFigure(who, { indicatorId, measurementId })).toEqual(refused)
    expect(await audit()).toEqual(before)
    expect(await measurements()).toHaveLength(1)
  })

  it('a stranger does not even see what is followed; the product itself never chooses', async () => {
    expect(await findFollowed(round.otherCounty, indicatorId)).toBeNull()
    expect(await choose(round.system)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await measurements()).toEqual([])
  })

  it('nobody beside an indicator of another county, or with a series that is not followed there', async () => {
    const other = await makeRound()
    const foreign = { indicatorId: other.unit.shareId, seriesId }
    expect(await chooseFigure(round.director, { ...wish, ...foreign })).toMatchObject({ reason: 'NOT_FOUND' })
    expect(await unfollow(round.director, foreign)).toMatchObject({ reason: 'NOT_FOUND' })
    expect(await choose(round.director, { indicatorId: round.unit.usedId })).toMatchObject({ reason: 'NOT_FOUND' })
  })
})

describe('following', () => {
  it('is done once, seen by all who see the project, and recorded', async () => {
    expect(await follow(round.finance, { indicatorId, seriesId })).toEqual({ ok: false, reason: 'ALREADY' })
    expect(await follow(round.finance, { indicatorId, service: 'sotkanet', code: '404', choices: {} })).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    for (const who of [round.steering, round.coordinator, round.auditor]) {
      expect((await findFollowed(who, indicatorId))?.series.map(({ code }) => code)).toEqual(['9001'])
    }
    expect(await audit()).toMatchObject([
      { action: 'statistics.followed', right: 'director', data: { code: '9001', service: 'sotkanet' } },
    ])
  })

  it('ends without touching the figures that were taken', async () => {
    await choose()
    expect(await unfollow(round.finance, { indicatorId, seriesId })).toEqual({ ok: true, value: { seriesId } })
    expect((await findFollowed(round.director, indicatorId))?.series).toEqual([])
    expect(await chosen()).toHaveLength(1)
    expect((await audit()).map(({ action }) => action)).toEqual([
      'statistics.followed',
      'statistics.figure_chosen',
      'statistics.unfollowed',
    ])
  })

  it('alone makes no measurement', async () => expect(await measurements()).toEqual([]))
})

describe('taking a figure', () => {
  it('keeps it with its source, who took it and why', async () => {
    expect(await choose(round.finance, { area: 'MAA 358' })).toMatchObject({ ok: true })
    expect(await measurements()).toMatchObject([
      {
        role: 'comparison',
        kind: 'number',
        unit: '%',
        area: 'Koko maa',
        timeCode: '2024',
        timeFrom: new Date('2024-01-01'),
        timeTo: new Date('2024-12-31'),
        source:
          'Tilasto- ja indikaattoripankki Sotkanet. THL. Käynnit 7 vrk:n sisällä, % (ind. 9001). Viitattu 20.11.2026.',
        chosenById: round.finance.userId,
        chosenReason: 'Hankkeen oma mittaus päättyi.',
        reportId: null,
      },
    ])
    expect(await chosen()).toMatchObject([
      { role: 'comparison', number: '66.6', chosenBy: 'finance', reason: 'Hankkeen oma mittaus päättyi.' },
    ])
    expect((await audit()).at(-1)).toMatchObject({
      action: 'statistics.figure_chosen',
      right: 'finance',
      data: { code: '9001', time: '2024', number: '66.6', role: 'comparison' },
    })
  })

  it('as the actual is for the own county only, and as precise as the service publishes', async () => {
    expect(await choose(round.director, { role: 'actual' })).toMatchObject({ ok: true })
    const [row] = await measurements()
    expect([row?.role, row?.area, String(row?.number)]).toEqual(['actual', null, '61.3'])
    for (const area of ['HYVINVOINTIALUE 22', 'MAA 358']) {
      expect(await choose(round.director, { role: 'actual', area })).toEqual({
        ok: false,
        reason: 'NOT_OWN_AREA',
        fields: { area: 'statistics.error.notOwnArea' },
      })
    }
    expect(await measurements()).toHaveLength(1)
  })

  it.each([
    ['a hidden figure', { time: '2023' }],
    ['a time that is not there', { time: '2022' }],
    ['a time that is none', { time: 'joskus' }],
    ['an area that is not there', { area: 'HYVINVOINTIALUE 99' }],
    ['a kind of figure that is not there', { of: 'gender=male' }],
  ])('of %s is refused', async (_name, change) => {
    expect(await choose(round.director, change)).toMatchObject({ ok: false, reason: 'NO_FIGURE' })
    expect(await measurements()).toEqual([])
  })

  it('twice, or by two at once, makes one', async () => {
    const all = await Promise.all([choose(), choose(round.finance), choose()])
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(all.filter((one) => !one.ok && one.reason === 'ALREADY')).toHaveLength(2)
    expect(await measurements()).toHaveLength(1)
  })

  it('needs a reason and a use, and a form that says which series', () => {
    const place = { project: 'kkk2', indicatorId: crypto.randomUUID(), seriesId: crypto.randomUUID() }
    const errors = (change: object) => {
      const read = chooseSchema.safeParse({ ...place, ...wish, ...change })
      return read.success ? [] : read.error.issues.map(({ message }) => message)
    }
    expect(errors({})).toEqual([])
    expect(errors({ reason: '   ' })).toEqual(['statistics.error.reason'])
    expect(errors({ role: 'baseline' })).toEqual(['statistics.error.role'])
    expect(errors({ area: '21' })).toEqual(['statistics.error.area'])
    expect(followSchema.safeParse({ project: 'kkk2', indicatorId: place.indicatorId }).success).toBe(false)
  })

  it('stays as it was taken when the statistics change', async () => {
    await choose()
    await asViewer(round.system, (tx) =>
      tx.statisticsValue.updateMany({ where: { seriesId, unknown: null }, data: { number: '1' } }),
    )
    expect((await chosen())?.map(({ number }) => number)).toEqual(['61.3'])
  })
})

describe('taking it back', () => {
  const id = async () => (await chosen())?.[0]?.measurementId ?? ''

  it('is recorded, and only what was chosen can be taken back', async () => {
    await choose()
    expect(await withdrawFigure(round.finance, { indicatorId, measurementId: await id() })).toMatchObject({ ok: true })
    expect(await measurements()).toEqual([])
    expect((await audit()).at(-1)?.action).toBe('statistics.figure_withdrawn')
    const own = await asViewer(round.system, (tx) =>
      tx.measurement.create({
        data: { organisationId: round.organisationId, indicatorId, role: 'actual', kind: 'number', number: 5, sort: 9 },
      }),
    )
    expect(await withdrawFigure(round.director, { indicatorId, measurementId: own.id })).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
  })

  it('is refused while evidence hangs on it', async () => {
    await choose()
    const measurementId = await id()
    const { organisationId } = round
    await asViewer(round.system, (tx) =>
      tx.evidence.create({
        data: { organisationId, measurementId, label: 'Kuva', url: 'https://example.fi' },
      }),
    )
    expect(await withdrawFigure(round.director, { indicatorId, measurementId })).toEqual({
      ok: false,
      reason: 'IN_USE',
    })
    expect(await chosen()).toHaveLength(1)
  })
})
