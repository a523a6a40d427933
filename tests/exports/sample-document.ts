import { emblemSvg } from '@/lib/charts/emblem'
import type { BarChart } from '@/lib/charts/model'
import { printPalette } from '@/lib/charts/palette'
import { chartSvg } from '@/lib/charts/svg'
import type { DocumentBlock, DocumentSection, ReportDocument } from '@/lib/final-report/document/model'

const chart: BarChart = {
  kind: 'bars',
  title: 'Hoitoon pääsy 7 päivässä',
  axis: 'percent',
  categories: ['2024', '2025'],
  series: [
    {
      name: 'Toteuma',
      points: [
        { value: null, text: 'ei tiedossa' },
        { value: '87', text: '87 %' },
      ],
    },
  ],
  targets: [{ label: 'Tavoite 80 %', value: '80', kind: 'final' }],
}

/** Texts that a program could take for its own commands, letters of the languages of Finland, and signs. */
export const hardTexts = [
  'Merkit # $ \\ < > * _ @ ` ~ ^ & % { } [ ] ja lainaukset " \' ” ’ »',
  '#let x = 1 #panic("x") $a^2$ *ei lihava* _ei kursiivi_ @viite <label>',
  '= ei otsikko, - ei luettelo, + ei numero, / ei termi: kuvaus',
  '// ei kommentti /* ei tämäkään */ https://ei-linkki.example #link("x")',
  'sys.inputs.report json(bytes("x")) \\u{41} \\n %s $ {x} {{x}} <script>',
  'Pohjoissaame: čđŋšŧžáÁČĐŊŠŦŽ; inarinsaame: âäáčđŋšž; koltansaame: ʒǥǧŋõå',
  'Merkkejä: ✓ → ≥ ≤ ☐ ▲ ● ◆ ○ − – — … € § ½ °',
  'Emojit: 😀 🎉 👍 🚑 ☎ ❤',
  'Sitova väli 1 234,50 € ja miinus −5',
]

/** Letters that the text family lacks; whole only where a further family is installed. */
export const skoltText = 'Koltan hattukirjaimet ǩ ja Ǩ sekä ǯ Ǯ'

const tableBlock: DocumentBlock = {
  kind: 'table',
  id: 'b-models',
  label: 'Taulukko 1',
  caption: 'Toimintamallit',
  columns: [
    { header: 'Toimintamalli', numeric: false, width: 3 },
    { header: 'Otettu käyttöön tai pilotoitu', numeric: false, width: 1.2 },
    { header: 'Kulut', numeric: true, width: 1 },
  ],
  rows: Array.from({ length: 60 }, (_, index) => [
    { text: `Malli ${index + 1}`, ...(index === 0 && { address: 'https://innokyla.fi/fi/toimintamalli/esimerkki' }) },
    index % 2 === 0 ? { text: 'ei tiedossa', unknown: true as const } : { text: 'kyllä' },
    { text: `${index},00 €` },
  ]),
  total: [{ text: 'Yhteensä' }, { text: '' }, { text: '1 770,00 €' }],
  source: 'Lähde: toimintamallirekisteri',
  notes: [],
}

const figureBlock: DocumentBlock = {
  kind: 'figure',
  id: 'b-chart',
  label: 'Kuva 1',
  caption: 'Hoitoon pääsy',
  alt: 'Hoitoon pääsy 7 päivässä: 2024 ei tiedossa, 2025 87 %. Tavoite 80 %.',
  svg: chartSvg(chart, { palette: printPalette, locale: 'fi', width: 640, prefix: 'k1', description: 'Toteuma 87 %.' }),
  chart,
  source: 'Lähde: THL',
  notes: [],
}

/** More columns than a standing page has room for. */
const wideTable: DocumentBlock = {
  kind: 'table',
  id: 'b-wide',
  label: 'Taulukko 2',
  caption: 'Käynnit kunnittain',
  columns: ['Kunta', ...Array.from({ length: 9 }, (_, index) => `${index + 2016}`)].map((header, index) => ({
    header,
    numeric: index > 0,
    width: index > 0 ? 1 : 2,
  })),
  rows: ['Hyrynsalmi', 'Kajaani'].map((name) => [
    { text: name },
    ...Array.from({ length: 9 }, (_, index) => ({ text: `${index}\u00a0100` })),
  ]),
  total: null,
  source: '',
  notes: ['Kajaanin luvuissa on mukana kaksi toimipistettä.'],
}

/** A picture that has not been brought. */
const imageBlock: DocumentBlock = {
  kind: 'image',
  id: 'b-image',
  label: 'Kuva 2',
  caption: 'Digipolku',
  alt: 'Kuvakaappaus digipolun etusivusta.',
  description: 'Etusivulla on kolme painiketta.',
  notes: ['Kuvaa ei ole vielä liitetty.'],
  source: '',
  file: null,
}

const section = (
  id: string,
  level: number,
  number: string | null,
  title: string,
  blocks: DocumentBlock[],
  children: DocumentSection[] = [],
): DocumentSection => ({ id, level, number, title, blocks, children })

/** A small report that has one of everything. */
export function sampleDocument(texts: readonly string[] = hardTexts): ReportDocument {
  return {
    format: 1,
    language: 'fi',
    title: 'Esimerkkihanke: loppuraportti',
    heading: 'Loppuraportti',
    project: 'Esimerkkihanke',
    county: 'Esimerkin hyvinvointialue',
    programme: 'Suomen kestävän kasvun ohjelma',
    statement: 'Euroopan unionin rahoittama – NextGenerationEU',
    emblem: { svg: emblemSvg('EU:n tunnus'), alt: 'Euroopan unionin tunnus' },
    facts: [
      { term: 'Päiväys', text: '21.11.2026' },
      { term: 'Versio', text: 'luonnos' },
    ],
    origin: 'https://etappi.example.fi',
    notice: 'Tämä on luonnos.',
    words: { contents: 'Sisällys', tables: 'Taulukot', figures: 'Kuvat', page: 'Sivu', sources: 'Lukujen lähteet' },
    sections: [
      section('s-1', 1, '1', 'Tiivistelmä', [
        { kind: 'unanswered', id: 'u-1', text: 'Tähän kohtaan ei ole vielä kirjoitettu vastausta.' },
      ]),
      section(
        's-4',
        1,
        '4',
        'Investointi 1',
        [],
        [
          section('s-4.1', 2, '4.1', 'Miten olette pystyneet purkamaan velkaa?', [
            {
              kind: 'paragraph',
              id: 'b-p',
              inlines: [
                { kind: 'text', text: 'Osuus oli ' },
                {
                  kind: 'number',
                  text: '87 %',
                  source: 'THL, 7/2025',
                  note: 'Korjattu 12.1.2026: 87 %, aiemmin 78 %. Syy: numerot vaihtoivat paikkaa',
                  address: '/r/m0933fc9c41a2',
                },
                { kind: 'text', text: ' (ks. ' },
                { kind: 'reference', text: 'Taulukko 1', target: 'b-models' },
                { kind: 'text', text: ') ja ' },
                { kind: 'link', text: 'sivusto', address: 'https://palveluketjut.kainuu.fi/?a=1&b=#x' },
                { kind: 'text', text: '.' },
              ],
            },
            ...texts.map(
              (text, index): DocumentBlock => ({
                kind: 'paragraph',
                id: `b-h${index}`,
                inlines: [{ kind: 'text', text }],
              }),
            ),
          ]),
          section(
            's-4.2',
            2,
            '4.2',
            'Toimintamallien uudistaminen',
            [tableBlock, figureBlock],
            [
              section('s-4.2.1', 3, null, 'Nuoret <ja> #muut', [
                {
                  kind: 'list',
                  id: 'b-l',
                  ordered: false,
                  items: [[{ kind: 'text', text: 'ensimmäinen' }], [{ kind: 'text', text: '- toinen' }]],
                },
                { kind: 'quote', id: 'b-q', inlines: [{ kind: 'text', text: 'Hyvä palvelu' }], attribution: 'asiakas' },
                { kind: 'links', id: 'b-k', items: [{ text: 'Innokylä', address: 'https://innokyla.fi/fi' }] },
                { kind: 'heading', id: 'b-o', level: 4, text: 'Tulokset mittareittain' },
                wideTable,
                imageBlock,
                { kind: 'problem', id: 'b-v', text: 'Mittaria ei enää ole.' },
              ]),
            ],
          ),
        ],
      ),
    ],
  }
}
