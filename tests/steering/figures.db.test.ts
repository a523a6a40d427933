import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { listSectionsWith } from '@/lib/final-report/bindings/queries'
import { flatSections } from '@/lib/final-report/document/model'
import { openReport } from '@/lib/final-report/queries'
import { locales } from '@/lib/platform/locales'
import { words } from '@/lib/platform/words'
import { findProject } from '@/lib/projects/queries'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { figureAddress, rowAddress } from '@/lib/steering/figures/addresses'
import { type Card, figureCard } from '@/lib/steering/figures/card/model'
import { type FigureKind, type FigureRef, figureKinds, readFigureName } from '@/lib/steering/figures/model'
import { type FoundFigure, findFigure } from '@/lib/steering/figures/queries'
import { type Grouping, groupUnits, unitRows } from '@/lib/steering/lights/model'
import { summarise } from '@/lib/steering/model'
import { findSnapshot, listPublished } from '@/lib/steering/queries'
import { reviewSectionKeys } from '@/lib/steering/review/model'
import { findReview } from '@/lib/steering/review/queries'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'
import { pagesOf } from './review/publication'

beforeAll(() => useDemoCopy(), 60_000)

const readers = ['koordinaattori1', 'johtaja', 'talous', 'ohjausryhma', 'tarkastaja', 'paakayttaja'].map(
  (name) => `${name}@kainuu.example`,
)
const national = 'katselija@kansallinen.example'
const outsiders = ['johtaja', 'koordinaattori', 'ohjausryhma'].map((name) => `${name}@kanta-hame.example`)

let steering: Viewer
let codes: { q2: string; q3: string }
let body: SnapshotBody

beforeAll(async () => {
  steering = await viewerOfAccount('ohjausryhma@kainuu.example')
  const [q2, q3] = await listPublished(steering, 'kkk2')
  if (!q2 || !q3) throw new Error('nothing published')
  codes = { q2: q2.code, q3: q3.code }
  body = (await findSnapshot(steering, q3.snapshotId)) as SnapshotBody
}, 60_000)

const named = (address: string) => {
  const name = readFigureName(address.slice(3))
  if (!name) throw new Error(address)
  return name
}

const find = (viewer: Viewer, ref: FigureRef, code = codes.q3) => findFigure(viewer, named(figureAddress(code, ref)))

const cardOf = (found: FoundFigure, t = words('fi')): Card => {
  const { body: content, shown, version, wanted, publications } = found
  const made = figureCard(
    { t, body: content, code: shown.code, version, opensFiles: true },
    wanted,
    shown,
    publications,
  )
  if (!made) throw new Error('no card')
  return made
}

/** Every row of the frozen content by the kind of its figure, found by walking the content and not by the product's own list. */
function rowsIn(content: SnapshotBody): FigureRef[] {
  const { finance } = content
  const ids: Record<Exclude<FigureKind, 'computed'>, (string | undefined)[]> = {
    measurement: content.indicators.flatMap((one) => one.measurements.map(({ id }) => id)),
    target: content.indicators.flatMap((one) => one.targets.map(({ id }) => id)),
    light: content.units.map(({ id }) => id),
    action: content.units.flatMap((one) => one.actions.map(({ id }) => id)),
    purchase: finance.purchases.map(({ id }) => id),
    budget_line: finance.budgets.flatMap((one) => one.lines.map(({ id }) => id)),
    budget_total: finance.budgets.map(({ id }) => id),
    estimate: finance.estimates.map(({ workPackageId }) => workPackageId),
    actual: finance.actuals.map(({ id }) => id),
    forecast: finance.forecasts.map(({ id }) => id),
    reservation: finance.reservations.map(({ id }) => id),
    risk: content.risks.map(({ id }) => id),
    plan_change: content.planChanges.map(({ id }) => id),
    cell: content.dataTables.flatMap((one) => one.rows.flat().map(({ id }) => id)),
    toimintamalli: content.toimintamallit.map(({ id }) => id),
    decision: content.meetings.flatMap((one) => one.items.flatMap((item) => item.decisions.map(({ id }) => id))),
  }
  return Object.entries(ids).flatMap(([kind, all]) => all.map((id) => ({ kind: kind as FigureKind, id: id ?? '' })))
}

/** Groups of units as the dashboard makes them; one without a place goes by a name. */
function groupIds(content: SnapshotBody): string[] {
  const rows = unitRows(content, null)
  const ids = (by: Grouping, none: string) => groupUnits(content, rows, by).map(({ id }) => id ?? none)
  return [...ids('area', 'no-area'), ...ids('investment', 'no-investment')]
}

/** Every name of a sum that pages and files use, for every row it can be of. */
function sumNames(content: SnapshotBody): string[] {
  const places = content.investments.map(({ id }) => id)
  const each = (names: string[], ids: string[]) => names.flatMap((name) => ids.map((id) => `${name}.${id}`))
  return [
    ...['purchases', 'estimates', 'actuals', 'forecast', 'estimate-difference', 'fulfilled', 'units', 'toimintamallit'],
    ...['plan-changes', 'plan-change-dates'],
    ...each(['units', 'lights-green', 'lights-none'], groupIds(content)),
    ...each(['lights'], ['green', 'yellow', 'red', 'none']),
    ...each(['light-changes'], ['worse', 'better', 'new', 'gone', 'same', 'none']),
    ...each(['fulfilment'], ['reached', 'not_yet', 'not_reached', 'cannot_say']),
    ...each(['toimintamallit'], ['described', 'piloted', 'stayed']),
    ...each(
      ['purchases', 'estimates', 'investment-budget', 'actuals', 'forecast', 'estimate-difference', 'toimintamallit'],
      places,
    ),
    ...each(
      ['budget', 'budget-difference', 'estimate-check'],
      content.finance.budgets.map(({ id }) => id),
    ),
  ]
}

describe('who may open a card', () => {
  it.each(outsiders)('%s of another county: the same as for what does not exist', async (email) => {
    const viewer = await viewerOfAccount(email)
    const refs = [
      ...new Map(rowsIn(body).map((ref) => [ref.kind, ref])).values(),
      { kind: 'computed' as const, id: 'purchases' },
    ]
    expect(refs.length).toBeGreaterThan(10)
    for (const ref of refs) {
      expect(await find(viewer, ref), ref.kind).toBeNull()
      if (ref.kind !== 'computed') expect(await findFigure(viewer, named(rowAddress(ref))), ref.kind).toBeNull()
    }
  })

  it('somebody without any role: the same', async () => {
    const [first] = rowsIn(body)
    const viewer = { ...(await viewerOfAccount('johtaja@kainuu.example')), held: [] }
    expect(await find(viewer, first as FigureRef)).toBeNull()
    expect(await findFigure(viewer, named(rowAddress(first as FigureRef)))).toBeNull()
  })

  it.each([...readers, national])('%s opens it, with and without the publication in the address', async (email) => {
    const viewer = await viewerOfAccount(email)
    const ref: FigureRef = { kind: 'purchase', id: body.finance.purchases[0]?.id ?? '' }
    for (const found of [await find(viewer, ref), await findFigure(viewer, named(rowAddress(ref)))]) {
      expect(found?.shown.code).toBe(codes.q3)
      expect(found && cardOf(found).title).toBe(body.finance.purchases[0]?.title)
    }
  })
})

describe('every figure of the publication', () => {
  it('has its card in three languages: value, way, history and a page where it stands', async () => {
    const refs = rowsIn(body)
    const per = Object.fromEntries(
      Object.keys(figureKinds).map((kind) => [kind, refs.filter((ref) => ref.kind === kind).length]),
    )
    const any = await find(steering, refs[0] as FigureRef)
    if (!any) throw new Error('no figure')
    let looked = 0
    for (const locale of locales) {
      const t = words(locale)
      for (const ref of refs) {
        const found = { ...any, wanted: named(figureAddress(codes.q3, ref)) }
        const made = cardOf(found, t)
        expect(made.ref, JSON.stringify(ref)).toEqual(ref)
        expect(made.value.text.trim(), JSON.stringify(ref)).not.toBe('')
        expect(made.title.trim(), JSON.stringify(ref)).not.toBe('')
        expect(made.path.at(-1)).toMatchObject({ key: 'published', dateTime: any.shown.publishedAt })
        expect(made.pages.length, JSON.stringify(ref)).toBeGreaterThan(0)
        expect(made.history.filter(({ current }) => current)).toHaveLength(1)
        looked += 1
      }
    }
    console.info(`cards: ${looked} in ${locales.length} languages`, per)
    expect(looked).toBeGreaterThanOrEqual(3 * 700)
    expect(per).toMatchObject({ purchase: 71, light: 35 })
    expect(per.action).toBeGreaterThanOrEqual(92)
    expect(per.measurement).toBeGreaterThanOrEqual(100)
  })

  it('no two figures of a kind share a short name', () => {
    const names = rowsIn(body).map((ref) => figureAddress(codes.q3, ref))
    expect(new Set(names).size).toBe(names.length)
  })

  it('every computed name resolves, and its rows lead on', async () => {
    const any = await find(steering, { kind: 'computed', id: 'purchases' })
    if (!any) throw new Error('no sum')
    const names = sumNames(body)
    for (const id of names) {
      const made = cardOf({ ...any, wanted: named(figureAddress(codes.q3, { kind: 'computed', id })) })
      expect(made.ref.id, id).toBe(id)
      expect(made.value.text, id).not.toBe('')
      expect(made.computed?.how, id).toMatch(/\.$/)
      for (const { ref } of made.computed?.terms ?? []) {
        if (ref) expect(cardOf({ ...any, wanted: named(figureAddress(codes.q3, ref)) }).ref, id).toEqual(ref)
      }
    }
    console.info(`computed names: ${names.length}`)
    expect(names.length).toBeGreaterThan(80)
  })

  it('sums are what the publication itself holds', async () => {
    const any = await find(steering, { kind: 'computed', id: 'purchases' })
    if (!any) throw new Error('no sum')
    const text = (id: string) =>
      cardOf({ ...any, wanted: named(figureAddress(codes.q3, { kind: 'computed', id })) }).value.text
    const { fulfilment, lights, units } = summarise(body, null)
    expect(text('purchases')).toBe('1\u00a0312\u00a0645,07\u00a0€')
    expect(text('fulfilled')).toBe(`${fulfilment.reached}/${fulfilment.all}`)
    expect(text('lights.green')).toBe(`${lights.green}/${units.length}`)
    const plain = (shown: string) =>
      shown
        .replace(/[\u00a0€]/g, '')
        .replace(',', '.')
        .replace('\u2212', '-')
    let compared = 0
    for (const sums of body.finance.byInvestment) {
      for (const [name, total] of [
        ['purchases', sums.purchases.total],
        ['estimates', sums.estimates.total],
        ['investment-budget', sums.budget.total],
        ['actuals', sums.actuals],
        ['forecast', sums.forecast],
      ] as const) {
        const shown = text(`${name}.${sums.investmentId}`)
        if (total === null) expect(shown).toBe('ei tietoja')
        else expect(Number(plain(shown)), name).toBe(Number(total))
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(40)
  })

  it('tells the same figure in the earlier publication, and the address of that', async () => {
    const unit = body.units.find(({ title }) => title === 'Muutoskyvykkyyden kehittäminen')
    const found = await find(steering, { kind: 'light', id: unit?.id ?? '' })
    if (!found) throw new Error('no light')
    const history = cardOf(found).history
    expect(history.map(({ name, current }) => [name, current])).toEqual([
      ['Q2/2025, versio 1', false],
      ['Q3/2025, versio 1', true],
    ])
    const [earlier] = history
    expect(earlier?.href).toContain(codes.q2)
    expect((await findFigure(steering, named(earlier?.href ?? '')))?.body.period.key).toBe('2025-Q2')
  })
})

describe('links of what is published', () => {
  it('from the pages of the period and from the document of the deck and the PDF all resolve', async () => {
    const any = await find(steering, { kind: 'computed', id: 'purchases' })
    const request = {
      projectKey: 'kkk2',
      periodKey: '2025-Q3',
      version: null,
      locale: 'fi' as const,
      sections: reviewSectionKeys,
    }
    const review = await findReview(steering, request)
    if (!any || !review) throw new Error('nothing published')
    const addressesIn = (text: string) => new Set([...text.matchAll(/\/r\/[\w.-]+/g)].map(([address]) => address))
    const pages = addressesIn(pagesOf(body, codes.q3, 'fi'))
    const files = addressesIn(JSON.stringify(review.review))
    for (const address of [...pages, ...files]) {
      const wanted = named(address)
      if (wanted.code === codes.q3) expect(() => cardOf({ ...any, wanted }), address).not.toThrow()
      else expect(await findFigure(steering, wanted), address).not.toBeNull()
    }
    console.info(`links: ${pages.size} from pages, ${files.size} from the review's document`)
    expect(pages.size).toBeGreaterThan(700)
    expect(files.size).toBeGreaterThan(300)
    // Every figure with a row that the pages are to show leads to its card from one of them.
    const shown = rowsIn(body).filter(({ kind }) => !['cell', 'estimate', 'budget_line'].includes(kind))
    expect(shown.filter((ref) => !pages.has(figureAddress(codes.q3, ref)))).toEqual([])
  })
})

describe('numbers of the final report', () => {
  it('lead to their cards, and the cards back to the section', async () => {
    const director = await viewerOfAccount('johtaja@kainuu.example')
    const project = await findProject(director, 'kkk2')
    const open = project && (await openReport(director, project))
    if (!open) throw new Error('no report')
    const sections = flatSections(open.document.sections)
    const addressesIn = (part: unknown) =>
      [...JSON.stringify(part).matchAll(/"address":"(\/r\/[^"]+)"/g)].map((match) => match[1] ?? '')
    let bound = 0
    // Sections are told with their children, too: each address counts once.
    const addresses = new Set(addressesIn(sections))
    for (const address of addresses) {
      const found = await findFigure(director, named(address))
      expect(found?.shown.code, address).toBe(codes.q3)
    }
    for (const section of sections) {
      const lines = section.blocks.flatMap((block) => ('inlines' in block ? [...block.inlines] : []))
      for (const line of lines) {
        if (line.kind !== 'number') continue
        expect(line.address, line.source).not.toBeNull()
        const found = await findFigure(director, named(line.address ?? ''))
        const back = found && (await listSectionsWith(director, project.id, cardOf(found).ref))
        expect(
          back?.map(({ id }) => `section-${id}`),
          line.source,
        ).toContain(section.id)
        bound += 1
      }
    }
    console.info(`final report: ${addresses.size} addresses, ${bound} bound numbers`)
    expect(bound).toBeGreaterThanOrEqual(3)
    expect(addresses.size).toBeGreaterThan(20)
    const unread = await listSectionsWith(steering, project.id, rowsIn(body)[0] as FigureRef)
    expect(unread).toEqual([])
  })
})

describe('what is not published', () => {
  const canary = 'KANARIA kortilla 6021'

  it('never reaches a card: neither drafts nor later changes of the rows', async () => {
    const refs = rowsIn(body)
    await asViewer(systemViewer('operator'), async (tx) => {
      await tx.statusReportEntry.updateMany({
        where: { report: { period: { key: '2025-Q4' } } },
        data: { text: canary },
      })
      await tx.purchase.updateMany({ data: { title: canary, note: canary } })
      await tx.indicatorVersion.updateMany({ data: { name: canary, definition: canary } })
      await tx.risk.updateMany({ data: { description: canary } })
      await tx.action.updateMany({ data: { title: canary } })
    })
    let looked = 0
    for (const kind of Object.keys(figureKinds)) {
      const ref = refs.find((one) => one.kind === kind)
      const found = ref && (await find(steering, ref))
      if (!found) continue
      expect(JSON.stringify(cardOf(found)), kind).not.toContain(canary)
      looked += 1
    }
    expect(looked).toBeGreaterThan(10)
    const live = await asViewer(systemViewer('operator'), (tx) => tx.purchase.count({ where: { title: canary } }))
    expect(live).toBeGreaterThanOrEqual(71)
  })

  it('a row made after the publication has no card, whoever asks', async () => {
    const row = await asViewer(systemViewer('operator'), async (tx) => {
      const project = await tx.project.findFirstOrThrow({
        where: { key: 'kkk2' },
        select: { id: true, organisationId: true },
      })
      return tx.purchase.create({
        data: {
          organisationId: project.organisationId,
          projectId: project.id,
          sourceId: 'uusi',
          title: canary,
          sort: 999,
        },
        select: { id: true },
      })
    })
    const director = await viewerOfAccount('johtaja@kainuu.example')
    expect(await findFigure(director, named(rowAddress({ kind: 'purchase', id: row.id })))).toBeNull()
    expect(await find(director, { kind: 'purchase', id: row.id })).toBeNull()
  })
})
