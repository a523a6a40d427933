import type { SnapshotIndicator, SnapshotMeasurement } from '@/lib/rounds/snapshot/model'
import { filterIndicators, type KnownIndicators } from '@/lib/steering/indicators/model'
import { quarterOf, spanOfCode } from '@/lib/values/time'

/** line: values over time; bars: the newest values side by side; small: a chart of its own for each indicator. */
export const explorerShapes = ['line', 'bars', 'small', 'table'] as const
export type ExplorerShape = (typeof explorerShapes)[number]

/** Whether charts side by side share their scale and their times. */
export const explorerAxes = ['common', 'own'] as const
export type ExplorerAxis = (typeof explorerAxes)[number]

/** What has been chosen; empty text is no limit. Lives in the address of the page. */
export type ExplorerChoice = {
  /** Ids of indicators, in the order chosen */
  indicators: string[]
  /** What narrows the indicators on offer, not those chosen */
  text: string
  unit: string
  investment: string
  /** Codes of times: `2024`, `2025-Q3` */
  from: string
  to: string
  /** Key of the period whose publication is read; without it what the reader knows today */
  publication: string
  /** `*` for the parts as they are named, else the name of a dimension */
  part: string
  shape: ExplorerShape
  axis: ExplorerAxis
}

export const everyPart = '*'
export const mostIndicators = 12
const shownAtFirst = 6

export const plainChoice: ExplorerChoice = {
  indicators: [],
  text: '',
  unit: '',
  investment: '',
  from: '',
  to: '',
  publication: '',
  part: '',
  shape: 'line',
  axis: 'common',
}

/** What of the address could not be followed; each has a sentence. */
export const explorerProblems = [
  'indicator_form',
  'indicator_missing',
  'too_many',
  'unit',
  'investment',
  'time',
  'order',
  'publication',
  'part',
  'shape',
  'axis',
  'text',
] as const
export type ExplorerProblem = (typeof explorerProblems)[number]

/** What a reader may choose from. */
export type Offered = {
  known: Pick<KnownIndicators, 'rows' | 'publication' | 'live'>
  /** Names by id, in the order of the plan */
  units: ReadonlyMap<string, string>
  investments: ReadonlyMap<string, string>
}

/** The indicators chosen, and what of the choice names nothing on offer. Without a choice the national ones that have values. */
export function chosenOf({ known, units, investments }: Offered, choice: ExplorerChoice) {
  const byId = new Map(known.rows.map((row) => [row.id, row]))
  const found = choice.indicators.flatMap((id) => byId.get(id) ?? [])
  const unasked = choice.indicators.length === 0
  const chosen = unasked ? atFirst(known.rows) : found
  const problems: ExplorerProblem[] = [
    ...(found.length < choice.indicators.length ? ['indicator_missing' as const] : []),
    ...(choice.unit !== '' && !units.has(choice.unit) ? ['unit' as const] : []),
    ...(choice.investment !== '' && !investments.has(choice.investment) ? ['investment' as const] : []),
    ...(choice.publication !== '' && known.publication?.periodKey !== choice.publication
      ? ['publication' as const]
      : []),
    ...(choice.part !== '' && !partsOffered(chosen).includes(choice.part) ? ['part' as const] : []),
  ]
  return { chosen, unasked, problems }
}

function atFirst(rows: readonly SnapshotIndicator[]): SnapshotIndicator[] {
  return rows
    .filter(
      ({ scope, measurements }) => scope === 'national' && measurements.some(({ value }) => value.number !== null),
    )
    .slice(0, shownAtFirst)
}

/** The indicators on offer: what the search lets through, with those chosen first, so that none is lost by searching. */
export function offeredIndicators(
  { known }: Offered,
  chosen: readonly SnapshotIndicator[],
  { text, unit, investment }: ExplorerChoice,
): { chosen: readonly SnapshotIndicator[]; others: SnapshotIndicator[] } {
  const ids = new Set(chosen.map(({ id }) => id))
  const others = filterIndicators(known.rows, { scope: '', standing: '', unit, text }).filter(
    (row) => !ids.has(row.id) && (investment === '' || row.investmentId === investment),
  )
  return { chosen, others }
}

/** The ways in which the values of the indicators are divided: dimensions by name, and plain parts. */
export function partsOffered(chosen: readonly SnapshotIndicator[]): string[] {
  const cells = chosen.flatMap(({ measurements }) => measurements.flatMap(({ value }) => value.cells))
  const names = [...new Set(cells.flatMap(({ dimensions }) => Object.keys(dimensions)))]
  return cells.length === 0 ? [] : [everyPart, ...names]
}

/** The days between which values are shown; an end that is not limited is null. */
export function daysOf({ from, to }: Pick<ExplorerChoice, 'from' | 'to'>): { from: string | null; to: string | null } {
  return { from: spanOfCode(from)?.from ?? null, to: spanOfCode(to)?.to ?? null }
}

/** Values that fall on the days even in part. A value of unknown time is in no limited time. */
export function measuredBetween(
  indicator: SnapshotIndicator,
  { from, to }: ReturnType<typeof daysOf>,
): SnapshotMeasurement[] {
  if (from === null && to === null) return indicator.measurements
  return indicator.measurements.filter(({ time }) => {
    const [first, last] = [time.from ?? time.to, time.to ?? time.from]
    return first !== null && last !== null && (from === null || last >= from) && (to === null || first <= to)
  })
}

const mostQuarters = 40

/** Times that limits can be set to: every quarter with values, or every year where the quarters would be many. */
export function timesOffered(rows: readonly SnapshotIndicator[]): string[] {
  const days = rows
    .flatMap(({ measurements }) => measurements.flatMap(({ time }) => [time.from ?? [], time.to ?? []].flat()))
    .sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const years = range(Number(first.slice(0, 4)), Number(last.slice(0, 4)))
  const quarters = years
    .flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`))
    .filter((code) => code >= quarterOf(first) && code <= quarterOf(last))
  return quarters.length <= mostQuarters ? quarters : years.map(String)
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
