import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { contrast, deckColours } from '@/lib/exports/pptx/colours'
import { pictureSize } from '@/lib/exports/pptx/picture-size'
import { renderDeck } from '@/lib/exports/pptx/render'
import { all, one, readDeck } from './read-deck'
import { jobOf, sampleReview } from './sample-review'

const made = await renderDeck(jobOf(sampleReview()))
const deck = readDeck(made.pptx)

describe('the file', () => {
  it('is the same to the byte when it is made again, and another moment makes another', async () => {
    const again = await renderDeck(jobOf(sampleReview()))
    expect(Buffer.from(again.pptx).equals(Buffer.from(made.pptx))).toBe(true)
    const later = await renderDeck({ ...jobOf(sampleReview()), createdAt: Date.parse('2025-11-01T00:00:00Z') })
    expect(Buffer.from(later.pptx).equals(Buffer.from(made.pptx))).toBe(false)
  })

  it('lists every part once, and every relation leads to a part', () => {
    const listed = all(deck.part('[Content_Types].xml').xml, 'Override').map((part) =>
      part.attributes.PartName?.slice(1),
    )
    expect(new Set(listed).size).toBe(listed.length)
    for (const name of listed) expect(deck.names).toContain(name)
    let relations = 0
    for (const name of deck.names.filter((one) => one.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]+$/, '')
      for (const { attributes } of all(deck.part(name).xml, 'Relationship')) {
        if (attributes.TargetMode === 'External') continue
        const target = new URL(attributes.Target ?? '', `https://file/${folder}`).pathname.slice(1)
        expect(deck.names, `${name}: ${attributes.Target}`).toContain(target)
        relations += 1
      }
    }
    expect(relations).toBeGreaterThan(100)
    console.log(`deck package: ${deck.names.length} parts, ${relations} relations, ${made.pptx.length} bytes`)
  })

  it('numbers the shapes of a slide, and gives a paragraph its properties once and first', () => {
    for (const { xml, name } of deck.slides) {
      const ids = all(xml, 'p:cNvPr').map((shape) => shape.attributes.id)
      expect(new Set(ids).size, name).toBe(ids.length)
      for (const paragraph of all(xml, 'a:p')) {
        const at = paragraph.children.flatMap((child, index) => (child.tag === 'a:pPr' ? [index] : []))
        expect(at.length === 0 || (at.length === 1 && at[0] === 0), `${name}: ${paragraph.text}`).toBe(true)
      }
    }
  })

  it('does not keep whoever made it or when: only the county and the moment of the publication', () => {
    const core = strFromU8(deck.bytes('docProps/core.xml'))
    expect(core).toContain('<dc:creator>Kainuun hyvinvointialue</dc:creator>')
    expect(core).toContain('2025-10-14T06:30:00Z')
    expect(core).toContain(
      '<dc:title>Kainuun kestävä kasvu 2: Kainuun kestävä kasvu 2, tilannekatsaus Q3/2025</dc:title>',
    )
    const everything = Object.entries(unzipSync(made.pptx)).filter(([name]) => /xml|rels/.test(name))
    for (const [name, bytes] of everything) expect(strFromU8(bytes), name).not.toMatch(/PptxGenJS|en-US/)
  })
})

describe('the looks of the county', () => {
  const white = '#ffffff'
  const hash = (colour: string) => `#${colour}`

  it.each(['#00357a', '#ffd500', '#e8f0fe', '#000000', '#7fb800', '#c0392b'])(
    '%s: every text can be read',
    (brandColour) => {
      const colours = deckColours({ brandColour, accentColour: brandColour })
      for (const ground of [white, hash(colours.soft)])
        expect(contrast(hash(colours.brand), ground)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(hash(colours.onHead), hash(colours.head))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(hash(colours.accent), white)).toBeGreaterThanOrEqual(3)
      expect(colours.head).toBe(brandColour.slice(1).toUpperCase())
    },
  )

  it('measures contrast as the guidelines do', () => {
    expect(contrast('#000000', white)).toBeCloseTo(21, 5)
    expect(contrast('#777777', white)).toBeCloseTo(4.48, 2)
  })

  it('puts the logo on the first slide, described, in its own proportions and no higher than the emblem', async () => {
    const bytes = deck.bytes(deck.names.find((name) => name.startsWith('ppt/media/') && name.endsWith('.png')) ?? '')
    expect(pictureSize(bytes)).toEqual({ width: 540, height: 360 })
    const logo = { bytes, mediaType: 'image/png' as const, alt: 'Kainuun hyvinvointialue & "tunnus"' }
    const [cover] = readDeck((await renderDeck(jobOf(sampleReview(), { brandColour: '#ffd500', logo }))).pptx).slides
    const pictures = all(cover?.xml ?? deck.part('ppt/presentation.xml').xml, 'p:pic').map((picture) => {
      const size = one(picture, 'a:ext:cx') ?? all(picture, 'a:ext').find((ext) => ext.attributes.cx)
      return {
        alt: one(picture, 'p:cNvPr')?.attributes.descr,
        w: Number(size?.attributes.cx),
        h: Number(size?.attributes.cy),
      }
    })
    expect(pictures.map(({ alt }) => alt)).toEqual(['Kainuun hyvinvointialue & "tunnus"', 'Euroopan unionin tunnus'])
    const [shown, emblem] = pictures
    expect((shown?.w ?? 0) / (shown?.h ?? 1)).toBeCloseTo(1.5, 2)
    expect(shown?.h).toBeLessThanOrEqual(emblem?.h ?? 0)
  })

  it('leaves out a picture whose size cannot be read', async () => {
    const logo = { bytes: new Uint8Array(40), mediaType: 'image/png' as const, alt: 'rikki' }
    const [cover] = readDeck((await renderDeck(jobOf(sampleReview(), { logo }))).pptx).slides
    expect(all(cover?.xml ?? deck.part('ppt/presentation.xml').xml, 'p:pic')).toHaveLength(1)
  })

  it('reads the size of a JPEG', () => {
    const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, 0, 100, 0, 200, 1, 1, 17, 0])
    expect(pictureSize(jpeg)).toEqual({ width: 200, height: 100 })
  })
})

describe('the emblem and the statement', () => {
  it('stand on the first slide and at the foot of the others, at least a centimetre high', () => {
    const layouts = deck.names.filter((name) => /slideLayout\d+\.xml$/.test(name)).map((name) => deck.part(name))
    const page = layouts.find((layout) => layout.xml.text.includes('Euroopan unionin rahoittama'))
    const picture = page && one(page.xml, 'p:pic')
    const high = picture && all(picture, 'a:ext').find((ext) => ext.attributes.cy)?.attributes.cy
    expect(Number(high)).toBeGreaterThanOrEqual(360_000)
    expect(picture && one(picture, 'p:cNvPr')?.attributes.descr).toBe('Euroopan unionin tunnus')
    expect(deck.slides[0]?.xml.text).toContain('Euroopan unionin rahoittama – NextGenerationEU')
    const pageLayout = page?.name.match(/\d+/)?.[0]
    for (const slide of deck.slides.slice(1))
      expect([...slide.relations.values()]).toContain(`../slideLayouts/slideLayout${pageLayout}.xml`)
  })
})
