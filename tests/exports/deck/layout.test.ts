import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { renderDeck } from '@/lib/exports/pptx/render'
import { overflowsOf } from './overflow'
import { all, type Part, paragraphTexts, readDeck, readXml, titleOf } from './read-deck'
import { jobOf, sampleReview } from './sample-review'

const made = await renderDeck(jobOf(sampleReview()))
const deck = readDeck(made.pptx)

const looked = (slides: readonly Part[]) => {
  const each = slides.map((slide) => overflowsOf(slide))
  return {
    shapes: each.reduce((sum, one) => sum + one.shapes, 0),
    findings: each.flatMap((one) => one.findings),
    sizes: each.flatMap((one) => one.sizes),
  }
}

describe('the layout of the slides', () => {
  it('lets nothing overflow, overlap or leave the slide', () => {
    const { shapes, findings, sizes } = looked(deck.slides)
    expect(findings).toEqual([])
    expect(shapes).toBeGreaterThan(60)
    expect(sizes.length).toBeGreaterThan(300)
    console.log(`deck: ${deck.slides.length} slides, ${shapes} shapes, ${sizes.length} texts measured`)
  })

  it('is never smaller than 12 points', () => {
    expect(Math.min(...looked(deck.slides).sizes)).toBeGreaterThanOrEqual(12)
  })

  it('gives every slide a title of its own', () => {
    const titles = deck.slides.map(titleOf)
    expect(titles).not.toContain(undefined)
    expect(titles).not.toContain('')
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles).toContain('Lyhyt työpaketti (2)')
    expect(titles.filter((title) => title?.startsWith('Pitkä työpaketti (jatkuu\u00a0'))).not.toEqual([])
  })

  it('repeats the head of a table on each slide', () => {
    const tables = deck.slides.flatMap((slide) => all(slide.xml, 'a:tbl'))
    const long = tables.filter((table) => table.text.includes('Toimittaja Oy') || table.text.includes('pitkä solu'))
    expect(long.length).toBeGreaterThan(5)
    for (const table of long)
      expect(paragraphTexts(all(table, 'a:tr')[0] ?? table)).toEqual(['Hankinta', 'Toimittaja', 'Summa, €'])
  })
})

describe('the check of the layout catches', () => {
  // A slide that has running text and a table, both of the least size.
  const given = deck.slides.findIndex((_, index) => {
    const xml = new TextDecoder().decode(deck.bytes(`ppt/slides/slide${index + 1}.xml`))
    return xml.includes('<a:tbl>') && /sz="1200"/.test(xml) && /<a:t>[^<]*käyttöön/.test(xml)
  })
  const slideWith = (text: (xml: string) => string, number = given + 1): Part => {
    const name = `ppt/slides/slide${number}.xml`
    const before = new TextDecoder().decode(deck.bytes(name))
    const changed = text(before)
    expect(changed).not.toBe(before)
    return { name, xml: readXml(new TextDecoder().decode(strToU8(changed))), relations: new Map() }
  }
  const findings = (part: Part) => overflowsOf(part).findings.join('\n')

  it('a text that has grown', () => {
    const longer = slideWith((xml) =>
      xml.replace(/(<a:t>[^<]*käyttöön[^<]*)<\/a:t>/, `$1${' lisää sanoja'.repeat(60)}</a:t>`),
    )
    expect(findings(longer)).toMatch(/needs \d+\.\d pt of/)
  })
  it('larger letters', () => {
    expect(
      findings(slideWith((xml) => xml.replaceAll('sz="1200"', 'sz="1800"').replaceAll('sz="1300"', 'sz="1800"'))),
    ).toMatch(/needs/)
  })
  it('a row of a table that is too low', () => {
    const low = slideWith((xml) => xml.replace(/<a:tr h="\d+">/g, '<a:tr h="100000">'))
    expect(findings(low)).toMatch(/row \d+ needs/)
  })
  it('shapes over one another', () => {
    const moved = slideWith((xml) => xml.replace(/(<p:xfrm><a:off x=")\d+(" y=")\d+/, '$1500000$21100000'))
    expect(findings(moved)).toMatch(/lies over/)
  })
  it('a shape that leaves the slide', () => {
    expect(findings(slideWith((xml) => xml.replace(/(<p:xfrm><a:off x=")\d+/, '$111000000')))).toMatch(
      /leaves the slide/,
    )
  })
})
