import { beforeAll, describe, expect, it } from 'vitest'
import { words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { readFigureName } from '@/lib/steering/figures/model'
import { findRow } from '@/lib/steering/figures/rows/model'
import { computedFigure } from '@/lib/steering/figures/sums/model'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'
import { countByGroup, differences, type Expected, expectedFigures, faults } from './review/expected'
import { deckMedium, type Medium, pagesMedium, pdfMedium } from './review/media'
import { publicationOf } from './review/publication'

/** At least so many of each must have been looked at. */
const floors = { purchases: 71, lights: 35, actions: 92, values: 131 }

let media: Medium[]
let expected: Expected[]
let content: SnapshotBody
let code: string

beforeAll(async () => {
  const letGo = await useDemoCopy()
  const viewer = await viewerOfAccount('ohjausryhma@kainuu.example')
  const { body, published, pages, deck, pdf } = await publicationOf(viewer, '2025-Q3', 'fi')
  content = body
  code = published.code
  expected = expectedFigures(words('fi'), body, published.code)
  media = [pagesMedium('pages', pages), deckMedium(deck), await pdfMedium(pdf)]
  return letGo
}, 120_000)

const names = ['pages', 'deck', 'pdf'] as const
const of = (name: (typeof names)[number]) => media.find((one) => one.name === name) as Medium

function hasCard(address: string): boolean {
  const name = readFigureName(address.replace('/r/', ''))
  if (name?.code !== code) return false
  const { kind, short } = name
  return (kind === 'computed' ? computedFigure(words('fi'), content, short) : findRow(content, kind, short)) !== null
}

describe('a published quarter in the pages, the deck and the PDF', () => {
  it('has as many figures to look for as the review had', () => {
    const counts = countByGroup(expected)
    console.log('review figures looked for:', JSON.stringify(counts))
    expect(counts).toEqual(floors)
  })

  it.each(names)('%s: every purchase, light, action and indicator value is there, in the same words', (name) => {
    const { links } = of(name)
    console.log(`${name}: ${[...links.keys()].filter((address) => address.startsWith('/r/')).length} figures linked`)
    expect(faults(expected, of(name))).toEqual([])
  })

  it('says every figure that has a card in the same words in all three', () => {
    const [pages, deck, pdf] = names.map(of) as [Medium, Medium, Medium]
    const inDeck = differences(pdf, deck)
    const onPages = differences(pdf, pages)
    console.log(`figures of the PDF compared: ${inDeck.compared} with the deck, ${onPages.compared} with the pages`)
    expect(inDeck.faults.concat(onPages.faults)).toEqual([])
    expect(Math.min(inDeck.compared, onPages.compared)).toBeGreaterThan(500)
    const [address = '', said = []] = [...pdf.links].find(([one]) => one.includes('-x')) ?? []
    const planted = { ...deck, links: new Map([...deck.links, [address, said.map((text) => `${text}0`)]]) }
    expect(differences(pdf, planted).faults).toHaveLength(1)
  })

  it.each(['deck', 'pdf'] as const)('%s: every figure leads to a card of this publication', (name) => {
    const addresses = [...of(name).links.keys()].filter((address) => address.startsWith('/r/'))
    expect(addresses.filter((address) => !hasCard(address))).toEqual([])
    expect(addresses.length).toBeGreaterThan(500)
    expect(hasCard(`/r/${code}-p000000000000`)).toBe(false)
    expect(hasCard('/r/0000000000-zpurchases')).toBe(false)
  })

  it.each(names)('%s: a missing and a different figure are found', (name) => {
    const medium = of(name)
    const [purchase, light] = [expected[0], expected.find((one) => one.group === 'lights')] as [Expected, Expected]
    const without = new Map([...medium.links].filter(([address]) => address !== purchase.address))
    expect(faults(expected, { ...medium, links: without })).toHaveLength(1)
    const other = new Map([...medium.links, [purchase.address, ['12500,00€']]])
    expect(faults(expected, { ...medium, links: other })).toHaveLength(1)
    const longer = { ...purchase, text: '2 50' }
    expect(faults([longer], medium)).toHaveLength(1)
    expect(faults([{ ...light, of: 'Yksikkö jota ei ole' }], medium)).toEqual([
      `${name}: lights: Yksikkö jota ei ole: not named`,
    ])
  })
})
