import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { renderDeck } from '@/lib/exports/pptx/render'
import { all, one, type Part, paragraphTexts, readDeck, readXml, titleOf } from './read-deck'
import { hardTexts, jobOf, longText, sampleReview } from './sample-review'

const review = sampleReview()
const made = await renderDeck(jobOf(review))
const deck = readDeck(made.pptx)

const slideNamed = (title: string): Part[] => deck.slides.filter((slide) => titleOf(slide)?.startsWith(title))
const allTexts = deck.slides.flatMap((slide) => paragraphTexts(slide.xml))

describe('the text of the slides', () => {
  it.each(hardTexts)('is what was given: %s', (text) => {
    expect(allTexts).toContain(text.replaceAll('\t', ' '))
  })

  it('shows what XML cannot hold, and says that it did', () => {
    expect(allTexts).toContain('ennen[U+0000][U+0008][U+001F]\ufffd[U+FFFE]')
    expect(allTexts).toContain('seuraava rivi')
    expect(made.replaced).toEqual(['U+0001', 'U+0000', 'U+0008', 'U+001F', 'U+FFFE'])
    expect(titleOf(slideNamed('Hankalat')[0] as Part)).toBe('Hankalat tekstit & < > " 👍 [U+0001] merkit')
  })

  it('loses nothing of a text that goes on over several slides', () => {
    const slides = slideNamed('Pitkä työpaketti')
    expect(slides.length).toBeGreaterThan(2)
    const boxes = slides.flatMap((slide) => all(slide.xml, 'p:sp').filter((shape) => !one(shape, 'p:ph')))
    const flowing = boxes.flatMap(paragraphTexts).join('')
    for (const id of ['toimi1', 'toimi2', 'toimi3']) expect(flowing).toContain(longText(id, 9))
    const rows = slideNamed('Investointi 1').flatMap((slide) => all(slide.xml, 'a:tr'))
    const cells = rows.map((row) => paragraphTexts(all(row, 'a:tc')[1] ?? row).join(''))
    const continued = cells.filter((cell) => cell !== 'Toimittaja' && cell !== 'Toimittaja Oy').join('')
    expect(continued).toContain(longText('pitkä solu', 30))
  })

  it('gives every row of a long table, and its sum', () => {
    const rows = slideNamed('Investointi 1').flatMap((slide) =>
      all(slide.xml, 'a:tr').map((row) => paragraphTexts(row).join('|')),
    )
    for (let n = 1; n <= 40; n++) expect(rows.some((row) => row.startsWith(`Hankinta ${n}: ohjelmiston`))).toBe(true)
    expect(rows.filter((row) => row === 'Yhteensä||99 999,00 €')).toHaveLength(2)
    console.log(`deck text: ${allTexts.length} paragraphs, ${rows.length} rows of tables`)
  })

  it('has the whole of a title that no slide can hold', () => {
    const [slide] = slideNamed('Otsikko Ennalta')
    expect(titleOf(slide as Part)).toMatch(/…$/)
    expect(paragraphTexts((slide as Part).xml)).toContain(longText('Otsikko', 8))
  })

  it('says what is empty', () => {
    expect(slideNamed('Tyhjä taulukko').flatMap((slide) => paragraphTexts(slide.xml))).toContain('Ei kirjattua')
  })
})

describe('for those who listen', () => {
  it('every slide begins with its title', () => {
    for (const slide of deck.slides) {
      const [first] = (one(slide.xml, 'p:spTree')?.children ?? []).filter((node) =>
        /^p:(sp|pic|graphicFrame)$/.test(node.tag),
      )
      expect(first && one(first, 'p:ph')?.attributes.type).toBe('title')
    }
  })

  it('every picture, chart and table has an alternative text', () => {
    const shapes = deck.slides.flatMap((slide) => [...all(slide.xml, 'p:pic'), ...all(slide.xml, 'p:graphicFrame')])
    expect(shapes.length).toBeGreaterThan(15)
    for (const shape of shapes) expect(one(shape, 'p:cNvPr')?.attributes.descr).toMatch(/\S/)
    const described = shapes.map((shape) => one(shape, 'p:cNvPr')?.attributes.descr)
    expect(described).toContain('Talousarvio ja toteuma sanoin: nousi ja laski & <pysyi>.')
    expect(described).toContain('Euroopan unionin tunnus')
  })

  it('the head of a table is marked, and the row of sums', () => {
    const tables = deck.slides.flatMap((slide) => all(slide.xml, 'a:tblPr'))
    expect(tables.length).toBeGreaterThan(10)
    for (const table of tables) expect(table.attributes.firstRow).toBe('1')
    expect(tables.some((table) => table.attributes.lastRow === '1')).toBe(true)
    expect(tables.filter((table) => table.attributes.firstCol === '1')).toHaveLength(1)
  })

  it('is in the language that was asked for, everywhere', async () => {
    const languages = (from: ReturnType<typeof readDeck>) =>
      new Set(
        [...from.slides, ...from.notes].flatMap((part) => all(part.xml, 'a:rPr').map((run) => run.attributes.lang)),
      )
    expect(languages(deck)).toEqual(new Set(['fi-FI']))
    const swedish = await renderDeck(jobOf({ ...sampleReview(), locale: 'sv' }))
    expect(languages(readDeck(swedish.pptx))).toEqual(new Set(['sv-FI']))
    expect(strFromU8(readDeck(swedish.pptx).bytes('docProps/core.xml'))).toContain('<dc:language>sv-FI</dc:language>')
  })
})

describe('links and notes', () => {
  const targets = (part: Part) =>
    all(part.xml, 'a:hlinkClick').map((link) => part.relations.get(link.attributes['r:id'] ?? '') ?? 'no relation')

  it('every figure leads to its card at an absolute address', () => {
    const links = deck.slides.flatMap(targets)
    expect(links).not.toContain('no relation')
    expect(links).toContain('https://etappi.example/r/0123456789-p39')
    for (const link of links) expect(link).toMatch(/^https:\/\/etappi\.example\/r\/|^slide\d+\.xml$/)
    expect(links.length).toBeGreaterThan(80)
  })

  it('the contents lead to the first slide of each section that has any', () => {
    const contents = deck.slides[1] as Part
    expect(paragraphTexts(contents.xml).slice(0, 2)).toEqual(['Sisällys', 'Hankesuunnitelman muutokset · dia 3'])
    const numbers = targets(contents)
      .flatMap((target) => /^slide(\d+)\.xml$/.exec(target)?.[1] ?? [])
      .map(Number)
    expect(numbers).toHaveLength(4)
    expect(numbers.map((number) => titleOf(deck.slides[number - 1] as Part))).toEqual([
      'Hankalat tekstit & < > " 👍 [U+0001] merkit',
      'Organisaation kehittäminen',
      'Investointi 1, talouden hallinta',
      'Riskit',
    ])
  })

  it('the quarter in a few figures stands beside the contents', () => {
    const contents = deck.slides[1] as Part
    const texts = paragraphTexts(contents.xml)
    expect(texts).toEqual(
      expect.arrayContaining(['Tilanne lyhyesti', 'Hankinnat', '1 312 645,07 €', '◆ Vaarassa', '3']),
    )
    expect(targets(contents)).toContain('https://etappi.example/r/0123456789-zpurchases.abc')
  })

  it('notes tell the page on screen and the sources', () => {
    expect(deck.notes).toHaveLength(deck.slides.length)
    const at = deck.slides.findIndex((slide) => titleOf(slide) === 'Organisaation kehittäminen')
    const notes = deck.notes[at] as Part
    expect(paragraphTexts(notes.xml).slice(0, 4)).toEqual([
      'Lähde: https://etappi.example/projects/kkk2/steering/2025-Q3/area-1',
      'Lähteet ja huomautukset',
      'Lähde: tilasto',
      hardTexts[0],
    ])
    expect(targets(notes)).toEqual([
      'https://etappi.example/projects/kkk2/steering/2025-Q3/area-1',
      'https://example.org/tilasto?a=1&b=2',
    ])
  })
})

describe('charts', () => {
  const charts = deck.names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name)).map((name) => deck.part(name))
  const chartWith = (text: string) => charts.find((chart) => chart.xml.text.includes(text)) as Part
  const points = (chart: Part) =>
    all(chart.xml, 'c:ser').map((series) =>
      all(one(series, 'c:val') ?? series, 'c:pt').map((point) => [point.attributes.idx, point.text]),
    )

  it('are native: every slide that shows one has its part, and its workbook', () => {
    const shown = deck.slides.flatMap((slide) =>
      all(slide.xml, 'c:chart').map((chart) => slide.relations.get(chart.attributes['r:id'] ?? '')),
    )
    expect(shown.map((target) => target?.replace(/^(\.\.|\/ppt)\//, 'ppt/')).sort()).toEqual(
      charts.map((chart) => chart.name).sort(),
    )
    expect(charts).toHaveLength(4)
  })

  it('leave a gap for what is unknown, and zero is zero', () => {
    const line = chartWith('Q4/2025')
    expect(points(line)).toEqual([
      [
        ['0', '61.5'],
        ['2', '0'],
        ['3', '80.1'],
      ],
      [
        ['2', '80'],
        ['3', '80'],
      ],
    ])
    expect(one(line.xml, 'c:dispBlanksAs')?.attributes.val).toBe('gap')
    expect(all(line.xml, 'c:dLbl').map((label) => one(label, 'a:t')?.text)).toEqual(['61,5 %', '0 %', '80,1 %'])
  })

  it('have the same numbers in the workbook behind them', () => {
    const line = chartWith('Q4/2025')
    const number = /\d+/.exec(line.name)?.[0]
    const workbook = unzipSync(deck.bytes(`ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`))
    const sheet = readXml(strFromU8(workbook['xl/worksheets/sheet1.xml'] ?? new Uint8Array()))
    const cells = all(sheet, 'c').map((cell) => [cell.attributes.r, cell.text])
    expect(cells).toContainEqual(['B2', '61.5'])
    expect(cells).toContainEqual(['B4', '0'])
    expect(cells.map(([address]) => address)).not.toContain('B3')
    expect(cells).toContainEqual(['C1', 'Tavoite 80 %'])
  })

  it('name a lone bar whose value is unknown', () => {
    expect(chartWith('Pilotoitu').xml.text).toContain('Jäi käyttöön (ei tietoa)')
  })
})
