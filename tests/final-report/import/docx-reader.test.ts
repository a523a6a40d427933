import { describe, expect, it } from 'vitest'
import { readDocx } from '@/lib/final-report/import/docx/model'
import type { WrittenPart } from '@/lib/final-report/import/written/model'
import {
  bookmark,
  cell,
  docx,
  drawing,
  field,
  type Given,
  item,
  own,
  p,
  para,
  picture,
  png,
  row,
  t,
  table,
  usualLists,
} from '@/tests/final-report/import/make-docx'

const read = (given: Given | string) => readDocx(docx(typeof given === 'string' ? { body: given } : given), own)
/** What stands under the only heading. */
const under = (given: Given | string): WrittenPart[] => {
  const body = typeof given === 'string' ? given : given.body
  const whole = { ...(typeof given === 'string' ? {} : given), body: p('Otsikko', 'Otsikko1') + body }
  return read(whole).sections.flatMap(({ blocks }) => blocks)
}
const text = (words: string, mark?: 'strong' | 'emphasis') => ({ kind: 'text', text: words, ...(mark && { mark }) })
const lost = (given: Given | string) => read(given).losses.map(({ what }) => what)

describe('headings', () => {
  it('are found by outline level, in whatever language the styles are', () => {
    const styles = `<w:style w:styleId="Rubrik1" w:type="paragraph"><w:name w:val="Rubrik 1"/></w:style>
      <w:style w:styleId="Oma" w:type="paragraph"><w:name w:val="Oma"/><w:basedOn w:val="Rubrik1"/></w:style>
      <w:style w:styleId="Taso" w:type="paragraph"><w:name w:val="Taso"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>`
    const body = p('Ett', 'Rubrik1') + p('Två', 'Oma') + p('Kolme', 'Taso') + p('Otsikko 4', 'Otsikko4') + p('Teksti')
    expect(read({ styles, body }).sections.map(({ level, title }) => [level, title])).toEqual([
      [1, 'Ett'],
      [1, 'Två'],
      [3, 'Kolme'],
      [4, 'Otsikko 4'],
    ])
  })

  it('have their typed number apart, or the one that Word draws', () => {
    const numbered = (words: string, style: string, level: number) =>
      para(t(words), style, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`)
    const body = `${p('7.3.1 Palaute', 'Otsikko3')}${numbered('Investointi', 'Otsikko1', 0)}${numbered('Miten?', 'Otsikko2', 1)}${numbered('Entä?', 'Otsikko2', 1)}${numbered('Toinen', 'Otsikko1', 0)}${p('3 kuukautta', 'Otsikko2')}`
    expect(read({ body, numbering: usualLists }).sections.map(({ number, title }) => [number, title])).toEqual([
      ['7.3.1', 'Palaute'],
      ['4', 'Investointi'],
      ['4.1', 'Miten?'],
      ['4.2', 'Entä?'],
      ['5', 'Toinen'],
      ['3', 'kuukautta'],
    ])
  })

  it('that are longer than any heading are text', () => {
    expect(under(p('Pitkä '.repeat(60), 'Otsikko2'))).toMatchObject([{ kind: 'paragraph' }])
  })

  it('keep what stands before the first of them apart', () => {
    const { sections } = read(p('Kansi', 'Otsikko') + p('Otsikko', 'Otsikko1') + p('Teksti'))
    expect(sections.map(({ key, level, title, blocks }) => [key, level, title, blocks.length])).toEqual([
      ['h0', 0, '', 1],
      ['h1', 1, 'Otsikko', 1],
    ])
  })
})

describe('text', () => {
  it('keeps bold, italic, links and footnotes, and changes as if they had been accepted', () => {
    const footnotes = '<w:footnote w:id="2"><w:p><w:r><w:t>THL 2025</w:t></w:r></w:p></w:footnote>'
    const body = para(
      `${t('Osuus ')}${t('kasvoi', '<w:b/>')}${t(' ')}${t('paljon', '<w:i/>')}<w:ins>${t(' lisää')}</w:ins><w:del><w:r><w:delText>poistettu</w:delText></w:r></w:del><w:hyperlink r:id="h1">${t('tästä')}</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r>${t('.')}`,
    )
    const relations = [{ id: 'h1', type: 'hyperlink', target: 'https://innokyla.fi/x', outside: true }]
    const given = { body, footnotes, relations }
    expect(under(given)).toEqual([
      {
        kind: 'paragraph',
        runs: [
          text('Osuus '),
          text('kasvoi', 'strong'),
          text(' '),
          text('paljon', 'emphasis'),
          text(' lisää'),
          { kind: 'link', text: 'tästä', address: 'https://innokyla.fi/x' },
          { kind: 'note', text: 'THL 2025' },
          text('.'),
        ],
      },
    ])
    expect(read(given).losses).toMatchObject([{ what: 'deleted_text', text: 'poistettu' }])
  })

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x'])('does not lead to %s', (target) => {
    const given = {
      body: para(`<w:hyperlink r:id="h1">${t('tästä')}</w:hyperlink>`),
      relations: [{ id: 'h1', type: 'hyperlink', target, outside: true }],
    }
    expect(under(given)).toEqual([{ kind: 'paragraph', runs: [text('tästä')] }])
    expect(lost(given)).toEqual(['link_address'])
  })

  it('is kept as it is, whatever signs are in it', () => {
    const [part] = under(p('a &lt;b&gt; &amp; &quot;c&quot; &#228; &#x1F600; ⟦1⟧ {{ref:4}}'))
    expect(part).toEqual({ kind: 'paragraph', runs: [text('a <b> & "c" ä 😀 ⟦1⟧ {{ref:4}}')] })
  })

  it('in quotes has the name of who said it apart', () => {
    expect(under(p('Näin on.', 'Lainaus') + p('— Asiakas', 'Lainaus'))).toEqual([
      { kind: 'quote', runs: [text('Näin on.')], attribution: 'Asiakas' },
    ])
  })

  it('tells comments, hidden words, formulas, symbols and embedded files', () => {
    const body = `${para(`${t('a')}${t('piilo', '<w:vanish/>')}<w:r><w:sym w:font="X" w:char="F0AA"/></w:r><w:r><w:object/></w:r>`)}${para('<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>')}<w:altChunk r:id="z"/>`
    const comments = '<w:comment w:id="0"><w:p><w:r><w:t>Onko näin?</w:t></w:r></w:p></w:comment>'
    expect(read({ body, comments }).losses.map(({ what, text: words }) => [what, words])).toEqual([
      ['hidden_text', 'piilo'],
      ['symbol', 'F0AA'],
      ['object', ''],
      ['formula', 'x+1'],
      ['inserted_file', ''],
      ['comment', 'Onko näin?'],
    ])
  })
})

describe('lists', () => {
  it('are bulleted or numbered, with the levels of their items', () => {
    const body = item('a') + item('b', 1, 1) + p('väli') + item('c', 2)
    expect(under({ body, numbering: usualLists })).toEqual([
      {
        kind: 'list',
        items: [
          { level: 0, ordered: false, runs: [text('a')] },
          { level: 1, ordered: false, runs: [text('b')] },
        ],
      },
      { kind: 'paragraph', runs: [text('väli')] },
      { kind: 'list', items: [{ level: 0, ordered: true, runs: [text('c')] }] },
    ])
  })

  it('typed by hand are lists, too', () => {
    expect(under(p('• eka') + p('• toka'))).toMatchObject([{ kind: 'list', items: [{}, {}] }])
  })
})

describe('tables', () => {
  it('have headings, merged cells parted, unknown values and a caption', () => {
    const body =
      para(
        `${bookmark('_Ref1', `${t('Taulukko ')}${field('SEQ Taulukko \\* ARABIC', t('2'))}`)}${t('. Käynnit')}`,
        'Kuvaotsikko',
      ) +
      table(
        row(cell('') + cell('2024', '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>'),
        row(cell('Alue') + cell('Q1') + cell('Q2'), '<w:tblHeader/>'),
        row(cell('Forssa', '<w:vMerge w:val="restart"/>') + cell('12') + cell('ei tiedossa')),
        row(cell('', '<w:vMerge/>') + cell('yhteensä 13', '<w:gridSpan w:val="2"/>')),
      )
    const given = { body }
    expect(under(given)).toEqual([
      {
        kind: 'table',
        caption: { label: 'Taulukko 2', text: 'Käynnit', anchors: ['_Ref1'] },
        columns: ['Alue', '2024 – Q1', '2024 – Q2'],
        rows: [
          ['Forssa', '12', null],
          ['Forssa', 'yhteensä 13', ''],
        ],
        total: null,
        notes: [],
      },
    ])
    expect(lost(given)).toEqual(['merged_cells'])
  })

  it('that are only a frame are their text, and what does not fit is joined or parted', () => {
    expect(under(table(row(cell('Huomaa tämä.'))))).toMatchObject([{ kind: 'paragraph' }])
    const wide = table(row(Array.from({ length: 14 }, (_, at) => cell(`s${at}`)).join('')), row(cell('x').repeat(14)))
    expect(under(wide)).toMatchObject([{ columns: expect.objectContaining({ 11: 's11 s12 s13', length: 12 }) }])
    const long = table(row(cell('a') + cell('b')), ...Array.from({ length: 501 }, () => row(cell('1') + cell('2'))))
    expect(under(long).map((part) => part.kind === 'table' && part.rows.length)).toEqual([500, 1])
    expect([...lost(wide), ...lost(long)]).toEqual(['wide_table', 'long_table'])
  })
})

describe('pictures', () => {
  const files = { 'word/media/kuva.png': png, 'word/media/kuva.emf': new Uint8Array([1, 0, 0, 0, 5]) }

  it('have their alternative text and their caption below', () => {
    const body =
      para(drawing('r1', 'Pylväät')) +
      para(`${t('Kuva ')}${field('SEQ Kuva \\* ARABIC', t('3'))}${t(' Asiakkaat')}`, 'Kuvaotsikko')
    expect(under({ body, files, relations: [picture('r1')] })).toEqual([
      {
        kind: 'image',
        caption: { label: 'Kuva 3', text: 'Asiakkaat', anchors: [] },
        alt: 'Pylväät',
        description: null,
        picture: 'word/media/kuva.png',
      },
    ])
  })

  it('are captioned by a plain line as well: "Kuva 3. …", "Taulukko 2: …", "Figur 1 – …"', () => {
    for (const [line, label] of [
      ['Kuva 3. Asiakkaat', 'Kuva 3'],
      ['Kuvio 4: Asiakkaat', 'Kuvio 4'],
      ['Figur 1 – Asiakkaat', 'Figur 1'],
    ]) {
      const body = para(drawing('r1')) + p(line ?? '')
      expect(under({ body, files, relations: [picture('r1')] })).toMatchObject([
        { kind: 'image', caption: { label, text: 'Asiakkaat' } },
      ])
    }
    expect(under(p('Kuva 3 kertoo asiakkaista enemmän.'))).toMatchObject([{ kind: 'paragraph' }])
  })

  it('of other kinds, from elsewhere, and charts keep a place and are told; nothing is fetched', () => {
    const chart =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Kaavio"/><a:graphic><a:graphicData><c:chart r:id="c"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    const given = {
      body: para(drawing('r2')) + para(drawing('r3')) + para(chart),
      files,
      relations: [
        picture('r2', 'media/kuva.emf'),
        { id: 'r3', type: 'image', target: 'https://127.0.0.1:1/kuva.png', outside: true },
      ],
    }
    expect(under(given)).toMatchObject([{ picture: null }, { picture: null }, { picture: null, alt: 'Kaavio' }])
    expect(lost(given)).toEqual(['picture_kind', 'picture_outside', 'chart'])
  })
})

describe('fields', () => {
  it('that refer keep their anchor, and lists of contents are left out', () => {
    const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Luku 1 ..... 3', 'Sisluet1')}</w:sdtContent></w:sdt>`
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    const open = `${para(`${begin}${t('Luku 1')}`)}${para(t('Luku 2'))}${para('<w:r><w:fldChar w:fldCharType="end"/></w:r>')}`
    const body = contents + open + para(`${t('Katso ')}${field('REF _Ref1 \\h', t('Kuva 1'))}${t('.')}`)
    expect(under({ body })).toEqual([
      {
        kind: 'paragraph',
        runs: [text('Katso '), { kind: 'reference', text: 'Kuva 1', to: '_Ref1' }, text('.')],
      },
    ])
    expect(lost({ body })).toEqual(['contents', 'contents'])
  })
})
