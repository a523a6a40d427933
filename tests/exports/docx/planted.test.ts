import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { compileDocx } from '@/lib/exports/docx/compile'
import { checks } from './checks'
import { readDocx } from './read-docx'
import { fullDocument, jobOf } from './sample-job'

const document = fullDocument()
const { docx } = await compileDocx(jobOf(document))

const main = 'word/document.xml'
const relations = 'word/_rels/document.xml.rels'

/** A defect: which check must see it, in which part, and how the part is spoilt. */
const planted: [check: RegExp, what: string, part: string, spoil: (text: string) => string | null][] = [
  [/one type/, 'a part is missing', 'word/footnotes.xml', () => null],
  [/one type/, 'a part is empty', 'word/theme/theme1.xml', () => ''],
  [/one type/, 'a part is no XML', 'word/header1.xml', (text) => text.replace('</w:p>', '')],
  [/one type/, 'a part has no type', '[Content_Types].xml', (text) => text.replace(/<Default[^>]*"svg"\/>/, '')],
  [
    /relation/,
    'a relation leads nowhere',
    relations,
    (text) => text.replace('media/picture1.png', 'media/nothing.png'),
  ],
  [/relation/, 'a picture that is not listed', main, (text) => text.replace(/r:embed="rId\d+"/, 'r:embed="rId999"')],
  [/relation/, 'an address with a blank', relations, (text) => text.replace('https://innokyla.fi/fi"', 'ei osoite"')],
  [/of their own/, 'two bookmarks with one number', main, (text) => text.replace(/(Start [^>]*w:id=)"2"/, '$1"1"')],
  [
    /of their own/,
    'two bookmarks with one name',
    main,
    (text) => text.replace('w:name="_Caption2"', 'w:name="_Caption1"'),
  ],
  [/of their own/, 'a bookmark without an end', main, (text) => text.replace(/<w:bookmarkEnd[^>]*>/, '')],
  [/of their own/, 'two drawings with one number', main, (text) => text.replace('wp:docPr id="2"', 'wp:docPr id="1"')],
  [
    /order of the format/,
    'a style named behind its spacing',
    main,
    (text) => text.replace(/(<w:pStyle [^>]*\/>)(<w:spacing [^>]*\/>)/, '$2$1'),
  ],
  [/is defined/, 'a style that is not there', main, (text) => text.replace('"BodyText"', '"Muu"')],
  [/paragraph, heading/, 'a word of a paragraph', main, (text) => text.replace('Osuus oli', 'Osuus on')],
  [/paragraph, heading/, 'a cell', main, (text) => text.replace('Malli 37<', 'Malli 73<')],
  [/paragraph, heading/, 'a heading as text', main, (text) => text.replace('"Heading2"', '"BodyText"')],
  [/footnote/, 'a footnote', 'word/footnotes.xml', (text) => text.replace('Alaviite', 'Loppuviite')],
  [/footnote/, 'a footnote that nothing refers to', main, (text) => text.replace(/<w:footnoteReference[^>]*>/, '')],
  [/sequence/, 'a number that Word would change', main, (text) => text.replace(' \\r 7', '')],
  [
    /sequence/,
    'a caption whose number is text',
    main,
    (text) => text.replace(/<w:fldSimple w:instr="SEQ[^>]*>(.*?)<\/w:fldSimple>/, '$1'),
  ],
  [/reference/, 'a bookmark that is not there', main, (text) => text.replace('REF _Ref100000001', 'REF _Ref9')],
  [
    /reference/,
    'a reference that shows something else',
    main,
    (text) => text.replace(/(REF _Ref\d+ \\h"><w:r><w:t[^>]*>)Taulukko 1/, '$1Taulukko 2'),
  ],
  [/drawing has/, 'an alternative text', main, (text) => text.replace(/descr="Hoitoon[^"]*"/, 'descr=""')],
  [/header row/, 'the mark of a header row', main, (text) => text.replace('<w:tblHeader/>', '')],
  [/columns/, 'a narrow column', main, (text) => text.replace(/<w:gridCol w:w="\d+"\/>/, '<w:gridCol w:w="300"/>')],
  [/header row/, 'a row', main, (text) => text.replace(/<w:tr>(?:(?!<w:tr>).)*?Malli 41<.*?<\/w:tr>/s, '')],
  [
    /contents/,
    'a line of the contents',
    main,
    (text) => text.replace(/(_Toc\d+"><w:r><w:t[^>]*>)4 Investointi 1/, '$1Muu'),
  ],
  [/contents/, 'a page number', main, (text) => text.replace(/(PAGEREF _Toc1 .*?<w:t[^>]*>)\d+/, '$1')],
]

function faultsWith(part: string, spoil: (text: string) => string | null): { name: string; faults: string[] }[] {
  const files = unzipSync(docx)
  const before = strFromU8(files[part] ?? new Uint8Array())
  const after = spoil(before)
  expect(after, 'the defect is planted').not.toBe(before)
  if (after === null) delete files[part]
  else files[part] = strToU8(after)
  const spoilt = readDocx(zipSync(files))
  return checks.map(({ name, run }) => {
    try {
      return { name, faults: run(spoilt, document).faults }
    } catch (error) {
      return { name, faults: [String(error)] }
    }
  })
}

it.each(planted)('%s sees it: %s', (check, _, part, spoil) => {
  const seen = faultsWith(part, spoil).filter(({ faults }) => faults.length > 0)
  expect(seen.map(({ name }) => name).some((name) => check.test(name))).toBe(true)
})

it('every check is caught by a defect', () => {
  const patterns = planted.map(([check]) => check)
  for (const { name } of checks)
    expect(
      patterns.some((one) => one.test(name)),
      name,
    ).toBe(true)
})
