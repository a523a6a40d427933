import type {
  BarChart,
  ChartModel,
  ChartPoint,
  FunnelChart,
  LightsChart,
  LineChart,
  RiskMatrix,
} from '@/lib/charts/model'

export function percent(value: string | null): ChartPoint {
  return { value, text: value === null ? 'ei tiedossa' : `${value.replace('.', ',')}\u00a0%` }
}

export const line: LineChart = {
  kind: 'line',
  title: 'Käynnit seitsemän vuorokauden kuluessa',
  axis: 'percent',
  periods: ['Q1/2025', 'Q2/2025', 'Q3/2025', 'Q4/2025'],
  series: [{ name: 'Kainuu', points: [percent('54'), percent(null), percent('66.5'), percent('71')] }],
  targets: [
    { label: 'Välitavoite 66 %', value: '66', kind: 'interim', from: 1, to: 1 },
    { label: 'Tavoite 80 %', value: '80', kind: 'final' },
  ],
}

export const fiveLines: LineChart = {
  ...line,
  title: 'Viisi sarjaa',
  series: ['Hammaslääkärit', 'Yleislääkärit', 'Terveydenhoitajat ja sairaanhoitajat', 'Fysioterapeutit', 'Muut'].map(
    (name, index) => ({
      name,
      points: [2, 3, 4, 5].map((value) => percent(`${value}.${index}`)),
    }),
  ),
}

export const bars: BarChart = {
  kind: 'bars',
  title: 'Budjetti ja toteuma',
  axis: 'euro',
  categories: ['Investointi 1', 'Investointi 2'],
  series: [
    {
      name: 'budjetti',
      points: [
        { value: '2900000', text: '2 900 000 €' },
        { value: '1200000.50', text: '1 200 000,50 €' },
      ],
    },
    {
      name: 'toteuma',
      points: [
        { value: null, text: 'ei tiedossa' },
        { value: '0', text: '0 €' },
      ],
    },
  ],
  targets: [],
}

export const lights: LightsChart = {
  kind: 'lights',
  title: 'Yksiköiden tilanne',
  words: {
    good: 'Suunnitelman mukaan',
    warning: 'Poikkeamia',
    danger: 'Vaarassa',
    neutral: 'Raportoitu, ei valoa',
    unknown: 'Ei raporttia',
  },
  rows: [
    { name: 'Terveys', counts: { good: 11, warning: 4, danger: 1, neutral: 0, unknown: 3 } },
    { name: 'Perhe', counts: { good: 0, warning: 0, danger: 0, neutral: 0, unknown: 6 } },
  ],
}

export const funnel: FunnelChart = {
  kind: 'funnel',
  title: 'Toimintamallit',
  steps: [
    { name: 'Kuvattu', point: { value: '45', text: '45' } },
    { name: 'Jäi käyttöön', point: { value: null, text: 'ei tiedossa' } },
  ],
}

export const risks: RiskMatrix = {
  kind: 'risks',
  highest: 5,
  title: 'Riskit',
  axes: { probability: 'Todennäköisyys', impact: 'Vaikutus' },
  levels: [
    { from: 1, light: 'good', word: 'Pieni' },
    { from: 12, light: 'danger', word: 'Suuri' },
  ],
  risks: [
    { mark: '1', name: 'Henkilöstö', score: { probability: 4, impact: 4 }, previous: { probability: 3, impact: 4 } },
    { mark: '2', name: 'Aikataulu', score: { probability: 2, impact: 3 } },
    { mark: '3', name: 'Tiedonkulku', score: { probability: 2, impact: 3 } },
    { mark: '4', name: 'Muu', score: null },
  ],
}

export const every: readonly ChartModel[] = [line, fiveLines, bars, lights, funnel, risks]
