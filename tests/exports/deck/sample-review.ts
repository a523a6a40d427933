import type { ChartModel } from '@/lib/charts/model'
import type { DeckJob } from '@/lib/exports/pptx/render'
import type { Review, ReviewBlock, ReviewPage, ReviewTable, Run } from '@/lib/steering/review/model'

/** Texts that files have lost or changed before. */
export const hardTexts = [
  'Merkit & < > " \' ja &amp; &#x41; _x0041_ {0} %s \\n',
  'Emoji 👩‍👩‍👧‍👦 🇫🇮 1️⃣ ja kirjaimia ǩ ʒ đ ŋ ẞ',
  'Kiinaksi 日本語, arabiaksi العربية, ylösalaisin ʎ',
  'Miinus −20 %, väli 1 234 567,50 €, ajatusviiva 47–80 %, kolme pistettä…',
  '=1+1 @summa +358 -5 tabulaattorin\tjälkeen',
]

const sentences =
  'Ennaltaehkäisevien palvelujen yhteensovittamista jatkettiin kuntien kanssa, ja uusi asiakasohjauksen malli otettiin käyttöön kahdessa sosiaali- ja terveyskeskuksessa. '
export const longText = (id: string, times: number): string => `${id} ${sentences.repeat(times)}${id}.`

const run = (text: string, href?: string): Run => (href ? { text, href } : { text })

export function table(caption: string, rows: number, long = 0): ReviewTable {
  return {
    kind: 'table',
    caption,
    columns: [
      { title: 'Hankinta', align: 'left', width: 0.4 },
      { title: 'Toimittaja', align: 'left', width: 0.3 },
      { title: 'Summa, €', align: 'right', width: 0.3 },
    ],
    rows: Array.from({ length: rows }, (_, i) => [
      [run(`Hankinta ${i + 1}: ohjelmiston laajennus ja käyttöönottokoulutus`)],
      [run(i === 3 && long > 0 ? longText('pitkä solu', long) : 'Toimittaja Oy')],
      [run(`${i + 1} 234,50 €`, `/r/0123456789-p${i}`)],
    ]),
    total: [[run('Yhteensä')], [], [run('99 999,00 €', '/r/0123456789-zpurchases')]],
    note: 'Yksi summa ei ole tiedossa.',
  }
}

const lines: ChartModel = {
  kind: 'line',
  title: 'Kiireettömät käynnit 7 päivän kuluessa',
  axis: 'percent',
  periods: ['Q1/2025', 'Q2/2025', 'Q3/2025', 'Q4/2025'],
  series: [
    {
      name: 'Osuus',
      points: [
        { value: '61.5', text: '61,5 %' },
        { value: null, text: 'ei tietoa' },
        { value: '0', text: '0 %' },
        { value: '80.1', text: '80,1 %' },
      ],
    },
  ],
  targets: [{ label: 'Tavoite 80 %', value: '80', kind: 'final', from: 2 }],
}
const bars: ChartModel = {
  kind: 'bars',
  title: 'Talousarvio ja toteuma',
  axis: 'euro',
  categories: ['Investointi 1', 'Investointi 2', 'Investointi 3'],
  series: [
    { name: 'Talousarvio', points: ['1200000', '800000.5', '90000'].map((value) => ({ value, text: `${value} €` })) },
    { name: 'Toteuma', points: ['700000', null, '-20000'].map((value) => ({ value, text: value ?? 'ei tietoa' })) },
  ],
  targets: [{ label: 'Raja 1 000 000 €', value: '1000000', kind: 'final' }],
}
const lights: ChartModel = {
  kind: 'lights',
  title: 'Liikennevalot palvelualueittain',
  words: {
    good: 'Suunnitelman mukaan',
    warning: 'Poikkeamia',
    danger: 'Vaarassa',
    neutral: 'Raportoitu, ei valoa',
    unknown: 'Ei raporttia',
  },
  rows: ['Organisaatio', 'Terveydenhuolto', 'Perhepalvelut'].map((name, at) => ({
    name,
    counts: { good: 5 + at, warning: 2, danger: at, neutral: 0, unknown: 1 },
  })),
}
const funnel: ChartModel = {
  kind: 'funnel',
  title: 'Toimintamallit vaiheittain',
  steps: ['Kuvattu', 'Pilotoitu', 'Otettu käyttöön', 'Jäi käyttöön'].map((name, at) => ({
    name,
    point: at === 3 ? { value: null, text: 'ei tietoa' } : { value: String(12 - at * 4), text: String(12 - at * 4) },
  })),
}
const risks: ChartModel = {
  kind: 'risks',
  highest: 5,
  title: 'Riskimatriisi',
  axes: { probability: 'Todennäköisyys', impact: 'Vaikutus' },
  levels: [
    { from: 1, light: 'good', word: 'Pieni' },
    { from: 6, light: 'warning', word: 'Kohtalainen' },
    { from: 15, light: 'danger', word: 'Suuri' },
  ],
  risks: [
    { mark: '1', name: 'Henkilöstö', score: { probability: 3, impact: 4 }, previous: { probability: 4, impact: 5 } },
    { mark: '2', name: 'Hankinnat', score: { probability: 3, impact: 4 }, previous: { probability: 3, impact: 4 } },
    { mark: '3', name: 'Pisteyttämätön', score: null },
  ],
}
const chart = (model: ChartModel, sourceTable: ReviewTable | null = null): ReviewBlock => ({
  kind: 'chart',
  model,
  summary: `${model.title} sanoin: nousi ja laski & <pysyi>.`,
  sourceTable,
})

const page = (id: string, kind: ReviewPage['kind'], title: string, blocks: ReviewBlock[]): ReviewPage => ({
  id,
  kind,
  title,
  lead: [run('Investointi 1 · vastuu: '), run('palvelujohtaja')],
  light: kind === 'unit' ? { light: 'yellow', word: 'Poikkeamia', href: '/r/0123456789-l1' } : null,
  blocks,
  notes: [[run('Lähde: '), run('tilasto', 'https://example.org/tilasto?a=1&b=2')], [run(hardTexts[0] ?? '')]],
  href: `/projects/kkk2/steering/2025-Q3/${id}`,
})

const figures: ReviewBlock = {
  kind: 'keyFigures',
  items: [
    { label: 'Työpaketteja', value: run('35', '/r/0123456789-zunits'), note: null },
    { label: 'Tavoitteista täyttynyt', value: run('12/40 (30 %)', '/r/0123456789-z2'), note: '3 ilman arvoa' },
    { label: 'Talousarvio', value: run('12 345 678,90 €', '/r/0123456789-z3'), note: 'Sisältää varaukset' },
    { label: 'Toteuma', value: run('noin 60, tarkka luku puuttuu vielä', '/r/0123456789-z4'), note: null },
    { label: 'Hankintoja', value: run('71'), note: longText('huomautus', 1) },
  ],
}
const listed: ReviewBlock = {
  kind: 'lights',
  caption: 'Työpakettien liikennevalot',
  items: Array.from({ length: 18 }, (_, i) => ({
    title: run(`Työpaketti ${i + 1}, digitaalisten palvelujen kehittäminen`, `/r/0123456789-l${i}`),
    light: { light: (['green', 'yellow', 'red', 'none'] as const)[i % 4] ?? 'none', word: 'Suunnitelman mukaan' },
    change: i % 3 === 0 ? '↑ parani' : null,
    note: i % 5 === 0 ? 'Raportti myöhässä' : null,
  })),
}
const unit = (times: number): ReviewBlock[] => [
  { kind: 'paragraph', label: 'Tavoite', runs: [run(longText('tavoite', 1))] },
  { kind: 'heading', text: 'Mitä on meneillään' },
  {
    kind: 'list',
    label: 'Toimenpiteet',
    items: [1, 2, 3].map((n) => [run(`${n}) `), { ...run(longText(`toimi${n}`, times)), strong: n === 2 }]),
  },
  { kind: 'heading', text: 'Mittarit' },
  table('Mittarit', 4),
]

export function sampleReview(): Review {
  return {
    locale: 'fi',
    title: 'Kainuun kestävä kasvu 2, tilannekatsaus Q3/2025',
    subtitle: 'Ohjausryhmän aineisto',
    organisation: 'Kainuun hyvinvointialue',
    project: 'Kainuun kestävä kasvu 2',
    period: 'Q3/2025',
    published: 'Julkaistu 14.10.2025 klo 9.30, versio 1',
    statement: 'Euroopan unionin rahoittama – NextGenerationEU',
    origin: 'https://etappi.example/',
    words: {
      continues: 'jatkuu',
      glance: 'Tilanne lyhyesti',
      page: 'Sivu',
      slide: 'Dia',
      contents: 'Sisällys',
      source: 'Lähde',
      notes: 'Lähteet ja huomautukset',
      tableOf: 'Luvut taulukkona',
      empty: 'Ei kirjattua',
      made: 'Muodostettu',
      light: 'Liikennevalo',
      unit: 'Työpaketti',
      change: 'Muutos',
      note: 'Huomautus',
      table: 'Taulukko',
      figure: 'Kuvio',
      emblem: 'Euroopan unionin tunnus',
    },
    glance: [
      {
        section: 'finance',
        label: 'Hankinnat',
        value: { text: '1 312 645,07 €', href: '/r/0123456789-zpurchases.abc' },
        note: null,
      },
      {
        section: 'serviceAreas',
        label: 'Vaarassa',
        light: 'red',
        value: { text: '3', href: '/r/0123456789-zlights.red.abc' },
        note: null,
      },
    ],
    sections: [
      {
        key: 'planChanges',
        title: 'Hankesuunnitelman muutokset',
        pages: [
          page('hard', 'register', 'Hankalat tekstit & < > " 👍 \u0001 merkit', [
            ...hardTexts.map((text): ReviewBlock => ({ kind: 'paragraph', label: null, runs: [run(text)] })),
            {
              kind: 'paragraph',
              label: 'Ohjausmerkit',
              runs: [run('ennen\u0000\u0008\u001f\ud800\ufffe\nseuraava rivi')],
            },
            {
              kind: 'list',
              label: null,
              items: [[run('a'.repeat(400))], [run(`https://esimerkki.example/${'polku/'.repeat(40)}`)]],
            },
          ]),
        ],
      },
      {
        key: 'serviceAreas',
        title: 'Palvelualueet ja työpaketit',
        pages: [
          page('area-1', 'overview', 'Organisaation kehittäminen', [figures, listed, chart(lights)]),
          page('short', 'unit', 'Lyhyt työpaketti', unit(1)),
          page('long', 'unit', 'Pitkä työpaketti', [...unit(9), chart(lines, table('Luvut taulukkona', 4))]),
          page('same', 'unit', 'Lyhyt työpaketti', [{ kind: 'heading', text: 'Vain otsikko' }]),
          page('empty', 'unit', longText('Otsikko', 8), []),
        ],
      },
      {
        key: 'finance',
        title: 'Talous ja hankinnat',
        pages: [
          page('finance', 'finance', 'Investointi 1, talouden hallinta', [
            chart(bars, table('Luvut', 3)),
            table('Hankinnat', 40, 30),
          ]),
          page('one', 'finance', 'Tyhjä taulukko', [{ ...table('Ei hankintoja', 0), total: null }, chart(funnel)]),
        ],
      },
      {
        key: 'risks',
        title: 'Riskit',
        pages: [page('risks', 'register', 'Riskit', [chart(risks, table('Riskit', 3))])],
      },
      { key: 'communications', title: 'Viestintä', pages: [] },
    ],
  }
}

export const jobOf = (review: Review, looks: Partial<DeckJob['looks']> = {}): DeckJob => ({
  review,
  looks: { brandColour: null, accentColour: null, logo: null, ...looks },
  createdAt: Date.parse('2025-10-14T06:30:00Z'),
})
