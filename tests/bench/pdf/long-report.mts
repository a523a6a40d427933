import { emblemSvg } from '@/lib/charts/emblem'
import type { BarChart } from '@/lib/charts/model'
import { printPalette } from '@/lib/charts/palette'
import { chartSvg } from '@/lib/charts/svg'
import type { DocumentBlock, DocumentSection, ReportDocument } from '@/lib/final-report/document/model'
import { formatNumber } from '@/lib/values/format'

const chapters = 10
const perChapter = 4

const sentences = [
  'Toimintamalli otettiin käyttöön vaiheittain, ja jokaisesta vaiheesta kerättiin palautetta asiakkailta ja henkilöstöltä.',
  'Ennen hanketta palveluun pääsyä odotettiin useita viikkoja, ja yhteydenotot hajaantuivat moneen numeroon.',
  'Nyt yhteydenotot ohjataan samaan paikkaan, jossa asia arvioidaan ja hoidetaan loppuun saman keskustelun aikana.',
  'Tuloksia seurattiin kuukausittain, ja poikkeamista kerrottiin ohjausryhmälle sen jokaisessa kokouksessa.',
  'Malli jää pysyväksi osaksi palveluja, ja siitä vastaa hankkeen jälkeen palvelualueen esihenkilö.',
]

/** A report as large as the goal speaks of: 80 tables and 40 charts. One number in it is another one in every run. */
export function longReport(run: number): ReportDocument {
  return {
    format: 1,
    language: 'fi',
    title: 'Mittaushankkeen loppuraportti',
    heading: 'Loppuraportti',
    project: 'Mittaushanke',
    county: 'Esimerkin hyvinvointialue',
    programme: 'Suomen kestävän kasvun ohjelma',
    statement: 'Euroopan unionin rahoittama – NextGenerationEU',
    emblem: { svg: emblemSvg('EU:n tunnus'), alt: 'Euroopan unionin tunnus' },
    facts: [{ term: 'Päiväys', text: '21.11.2025' }],
    origin: 'https://etappi.example.fi',
    notice: null,
    words: { contents: 'Sisällys', tables: 'Taulukot', figures: 'Kuvat', page: 'Sivu', sources: 'Lukujen lähteet' },
    sections: Array.from({ length: chapters }, (_, index) => chapter(index, run)),
  }
}

function chapter(index: number, run: number): DocumentSection {
  const number = String(index + 1)
  return {
    id: `s-${number}`,
    level: 1,
    number,
    title: `Investointi ${number}: palvelujen saatavuus paranee`,
    blocks: [paragraph(`p-${number}`, index, run)],
    children: Array.from({ length: perChapter }, (_, at) =>
      question(index * perChapter + at, `${number}.${at + 1}`, run),
    ),
  }
}

function question(index: number, number: string, run: number): DocumentSection {
  return {
    id: `s-${number}`,
    level: 2,
    number,
    title: `Miten palvelut ovat muuttuneet osassa ${number}?`,
    blocks: [
      ...Array.from({ length: 8 }, (_, at) => paragraph(`p-${number}-${at}`, index + at, run)),
      chart(index),
      paragraph(`q-${number}`, index, run),
      table(index * 2),
      ...Array.from({ length: 5 }, (_, at) => paragraph(`r-${number}-${at}`, index + at, run)),
      table(index * 2 + 1),
    ],
    children: [],
  }
}

function paragraph(id: string, seed: number, run: number): DocumentBlock {
  const words = Array.from({ length: 4 }, (_, at) => sentences[(seed + at) % sentences.length]).join(' ')
  const figure = formatNumber(10_000 + seed * 37 + (id === 'p-1' ? run : 0), 'fi')
  // About one text in four has a number from the data in it, as in the demo's report.
  if (seed % 4 !== 0) return { kind: 'paragraph', id, inlines: [{ kind: 'text', text: words }] }
  return {
    kind: 'paragraph',
    id,
    inlines: [
      { kind: 'text', text: `${words} Vuonna 2025 käyntejä oli ` },
      { kind: 'number', text: figure, source: 'Käynnit, 2025', note: null, address: null },
      { kind: 'text', text: `, katso ` },
      { kind: 'reference', text: `Taulukko ${seed + 1}`, target: `t-${seed}` },
      { kind: 'text', text: '.' },
    ],
  }
}

function table(index: number): DocumentBlock {
  return {
    kind: 'table',
    id: `t-${index}`,
    label: `Taulukko ${index + 1}`,
    caption: `Käynnit kunnittain ja palveluittain ${index + 1}`,
    columns: ['Palvelu ja kunta', '2022', '2023', '2024', '2025', 'Muutos'].map((header, at) => ({
      header,
      numeric: at > 0,
      width: at > 0 ? 1 : 2.5,
    })),
    rows: Array.from({ length: 36 }, (_, row) => [
      { text: `Vastaanotto, kunta ${row + 1}` },
      ...Array.from({ length: 5 }, (_, column) => ({
        text: formatNumber((row + 3) * 113 + column * 17 + index, 'fi'),
      })),
    ]),
    total: null,
    source: 'Lähde: hankkeen mittarit',
    notes: [],
  }
}

function chart(index: number): DocumentBlock {
  const years = ['2022', '2023', '2024', '2025']
  const model: BarChart = {
    kind: 'bars',
    title: `Hoitoon pääsy ${index + 1}`,
    axis: 'percent',
    categories: years,
    series: [
      {
        name: 'Toteuma',
        points: years.map((_, at) => {
          const value = String(40 + ((index * 7 + at * 11) % 50))
          return { value, text: `${value}\u00a0%` }
        }),
      },
    ],
    targets: [{ label: 'Tavoite 80\u00a0%', value: '80', kind: 'final' }],
  }
  const alt = `${model.title}: ${model.series[0]?.points.map((point) => point.text).join(', ')}.`
  const svg = chartSvg(model, {
    palette: printPalette,
    locale: 'fi',
    width: 640,
    prefix: `k${index}`,
    description: alt,
  })
  return {
    kind: 'figure',
    id: `f-${index}`,
    label: `Kuva ${index + 1}`,
    caption: model.title,
    alt,
    svg,
    chart: model,
    source: 'Lähde: THL',
    notes: [],
  }
}
