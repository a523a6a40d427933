import { describe, expect, it } from 'vitest'
import { compileReport } from '@/lib/exports/typst/compile'
import { loadFonts } from '@/lib/exports/typst/fonts'
import { readTaggedPdf, type Tag } from './pdf-structure/tagged'
import { plainPdfText } from './pdf-text'
import { hardTexts, sampleDocument, skoltText } from './sample-document'

const all = (tag: Tag): Tag[] => [tag, ...tag.children.flatMap(all)]

function printed(texts: readonly string[]) {
  const made = compileReport({ document: sampleDocument(texts), createdAt: 1 })
  const paragraphs = all(readTaggedPdf(made.pdf).tree)
    .filter((tag) => tag.role === 'P')
    .map((tag) => tag.text)
  return { ...made, paragraphs }
}

describe('text comes back from the PDF as it was typed', () => {
  const { paragraphs, replaced, pdf } = printed(hardTexts)

  it.each(hardTexts)('%s', (text) => expect(paragraphs).toContain(text))

  it('without replacing anything', () => {
    expect(replaced).toEqual([])
    console.log(`PDF text: ${hardTexts.length} hard texts, ${hardTexts.join('').length} characters looked at`)
  })

  it('as another reader sees it too', async () => {
    const text = await plainPdfText(pdf)
    for (const hard of hardTexts) expect(text).toContain(hard)
  })

  it('the comparison can fail', () => {
    const other = printed(['Osuus oli 87 %'])
    expect(other.paragraphs).not.toContain('Osuus oli 78 %')
    expect(other.paragraphs).not.toContain(hardTexts[0])
  })
})

describe('characters', () => {
  it('keeps several spaces, line ends, and letters typed as letter and accent', () => {
    const { paragraphs } = printed(['kaksi  väliä', 'rivi\nvaihtuu', 'a\u0308iti', 'tabulaattori\ttässä'])
    expect(paragraphs).toContain('kaksi  väliä')
    expect(paragraphs).toContain('rivivaihtuu')
    expect(paragraphs).toContain('äiti')
    expect(paragraphs).toContain('tabulaattori tässä')
  })

  it('shows a character that no font has by its code point, and tells which', () => {
    const { paragraphs, replaced } = printed(['kiinaksi 日本, ohjaus\u0001merkki, puolikas \ud800 pari, \ufeffalku'])
    expect(paragraphs).toContain('kiinaksi [U+65E5][U+672C], ohjaus[U+0001]merkki, puolikas \ufffd pari, \u2060alku')
    expect(replaced).toEqual(['U+65E5', 'U+672C', 'U+0001'])
  })

  it('prints emoji put together of several parts', () => {
    const { replaced, paragraphs } = printed(['Perhe 👨‍👩‍👧, lippu 🇫🇮, käsi 👍🏽, sydän ❤️, yksi 1️⃣.'])
    expect(replaced).toEqual([])
    expect(paragraphs.some((text) => text.startsWith('Perhe 👨‍👩‍👧, lippu 🇫🇮'))).toBe(true)
  })

  // Skolt ǩ is printed right with the text family alone, but a reader copies it twice: Noto Sans has the letter whole.
  it('reads back letters of Skolt Sámi', () => {
    expect(
      loadFonts()
        .drawing(skoltText)
        .families.map(({ name }) => name),
    ).toContain('Noto Sans')
    expect(printed([skoltText]).paragraphs).toContain(skoltText)
  })
})
