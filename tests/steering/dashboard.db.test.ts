import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawDashboard } from '@/components/steering/draw-dashboard'
import type { Board } from '@/components/steering/model'
import { UnitPage } from '@/components/steering/unit/unit-page'
import type { Viewer } from '@/lib/access/model'
import { words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { measurementText } from '@/lib/steering/figure-texts/model'
import { readFigureName } from '@/lib/steering/figures/model'
import { findRow } from '@/lib/steering/figures/rows/model'
import { computedFigure } from '@/lib/steering/figures/sums/model'
import { findPrevious, findSnapshot, listPublished } from '@/lib/steering/queries'
import { plainView } from '@/lib/steering/schema'
import { formatAmount } from '@/lib/values/format'
import { readKkk2 } from '@/prisma/seed/facts/read'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'

beforeAll(() => useDemoCopy(), 60_000)

const t = words('fi')
const facts = readKkk2()
let steering: Viewer
let body: SnapshotBody
let before: SnapshotBody
let code: string
let earlierCode: string
let board: string
let unitPages: Map<string, string>

const draw = (view: Board['view'], part: 'upper' | 'lower', locale: 'fi' | 'sv' | 'en' = 'fi') =>
  renderToStaticMarkup(
    drawDashboard({ t: words(locale), part, code, body, view, earlier: { code: earlierCode, body: before } }),
  )

beforeAll(async () => {
  steering = await viewerOfAccount('ohjausryhma@kainuu.example')
  const shown = (await listPublished(steering, 'kkk2')).at(-1)
  const previous = shown && (await findPrevious(steering, shown))
  const [found, past] = await Promise.all([
    shown && findSnapshot(steering, shown.snapshotId),
    previous && findSnapshot(steering, previous.snapshotId),
  ])
  if (!shown || !previous || !found || !past) throw new Error('the demo has no two published periods')
  ;[body, before, code, earlierCode] = [found, past, shown.code, previous.code]
  board = draw(plainView, 'upper') + draw(plainView, 'lower')
  unitPages = new Map(
    body.units
      .filter((unit) => unit.reports)
      .map((unit) => {
        const page = createElement(UnitPage, { t, code, body, unit, version: null, earlier: [] })
        return [unit.id, renderToStaticMarkup(page)]
      }),
  )
})

/** What a reader sees, entities and spaces aside. */
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll(/[\s\u00a0]+/g, ' ')

const plain = (text: string) => text.replaceAll(/[\s\u00a0]+/g, ' ')

describe('the published period that was the previous one', () => {
  it('is the one frozen with the snapshot, and nobody of another county is told of it', async () => {
    expect(before.period.key).toBe(body.previous?.key)
    const shown = (await listPublished(steering, 'kkk2')).at(-1)
    if (!shown) throw new Error('nothing published')
    const stranger = await viewerOfAccount('ohjausryhma@kanta-hame.example')
    expect(await findPrevious(stranger, shown)).toBeNull()
    const first = (await listPublished(steering, 'kkk2'))[0]
    expect(first && (await findPrevious(steering, first))).toBeNull()
  })
})

describe('everything that was published is found', () => {
  it('all purchases of the source with their amounts', () => {
    const text = textOf(board)
    const lines = facts.procurements.lines
    expect(lines.length).toBe(71)
    for (const line of lines) expect(text, line.id).toContain(plain(line.title))
    const known = body.finance.purchases.flatMap(({ amount }) => amount ?? [])
    expect(known.length).toBe(70)
    for (const amount of known) expect(text).toContain(plain(formatAmount(amount, 'fi')))
    expect(board.match(/\/r\/[0-9a-f]{10}-p/g)?.length).toBe(71)
  })

  it('all reporting units with their lights, in both groupings', () => {
    for (const group of ['area', 'investment'] as const) {
      const lower = draw({ ...plainView, group }, 'lower')
      const units = body.units.filter((unit) => unit.reports)
      expect(units.length).toBe(35)
      for (const { title } of units) expect(textOf(lower)).toContain(plain(title))
      const linked = new Set(lower.match(/\/r\/[0-9a-f]{10}-l[0-9a-f]{12}/g))
      expect(linked.size).toBe(35)
    }
  })

  it('the 92 actions of the deck on the pages of their units', () => {
    const told = facts.workpackages.flatMap(({ actions }) => actions)
    expect(told.length).toBe(92)
    const pages = textOf([...unitPages.values()].join(' '))
    for (const action of told) expect(pages, action.id).toContain(plain(action.title))
  })

  it('every value of every indicator, here or on the page of a unit', () => {
    const everything = textOf(board + [...unitPages.values()].join(' '))
    const measurements = body.indicators.flatMap((one) => one.measurements)
    expect(measurements.length).toBe(131)
    const missing = measurements.filter((one) => !everything.includes(plain(measurementText(t, one))))
    expect(missing.map((one) => measurementText(t, one))).toEqual([])
  })
})

describe('figures lead to their cards', () => {
  const links = (html: string) => [...html.matchAll(/href="\/r\/([^"]+)"/g)].map(([, name]) => name ?? '')

  it('each link names a figure that its own publication holds', () => {
    const found = [...new Set(links(board))]
    expect(found.length).toBeGreaterThan(200)
    const lost = found.filter((name) => {
      const figure = readFigureName(name)
      const holder = figure?.code === code ? body : figure?.code === earlierCode ? before : null
      if (!figure || !holder) return true
      return figure.kind === 'computed'
        ? computedFigure(t, holder, figure.short) === null
        : findRow(holder, figure.kind, figure.short) === null
    })
    expect(lost).toEqual([])
  })

  it('would be told apart: an unknown row and an unknown sum are not held', () => {
    expect(findRow(body, 'purchase', '000000000000')).toBeNull()
    expect(computedFigure(t, body, 'purchases.000000000000')).toBeNull()
  })

  /** Amounts and percentages that no link holds; drawings repeat their tables, and people's own texts are theirs. */
  const loose = (html: string) =>
    textOf(
      html
        .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
        .replaceAll(/<a [\s\S]*?<\/a>/g, ' ')
        .replaceAll(/<(small|li|span class="cell-note")[^>]*>[^<]*<\/(small|li|span)>/g, ' '),
    ).match(/\d[\d ]*(,\d+)? ?[€%]/g) ?? []

  it('no amount and no percentage stands without one', () => {
    // What is left stands in texts that people wrote: clarifications, definitions, why a light is what it is.
    const written = textOf(
      JSON.stringify([
        body.indicators.map(({ definition, clarifications }) => [definition, clarifications]),
        body.units.map(({ status, title }) => [status.reason, title]),
      ]),
    )
    const unlinked = loose(board).filter((figure) => !written.includes(figure.trim()))
    expect(unlinked).toEqual([])
    expect(loose(board.replaceAll(/<a href="\/r\/[^"]*">([^<]*)<\/a>/g, '$1')).length).toBeGreaterThan(80)
  })
})

describe('languages', () => {
  it.each(['sv', 'en'] as const)('the board is whole in %s: no key is left', (locale) => {
    const text = textOf(draw(plainView, 'upper', locale) + draw(plainView, 'lower', locale))
    expect(text).not.toMatch(/\b(steering|charts|finance|risks|planChanges|toimintamallit|communications)\.[a-z]/)
    expect(text.length).toBeGreaterThan(20_000)
  })
})
