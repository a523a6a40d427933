import type { Role } from '@/lib/access/model'
import type { UnknownKind } from '@/lib/values/typed-value'

export const statisticsServices = ['sotkanet', 'thl_pivot', 'pxweb'] as const
export type StatisticsService = (typeof statisticsServices)[number]

/** waiting: never retrieved; stale: the last try failed, what there is is older; missing: the service no longer knows it. */
export const seriesStates = ['waiting', 'current', 'stale', 'missing'] as const
export type SeriesState = (typeof seriesStates)[number]

/** Category of the wellbeing services counties in Sotkanet, and how many of them there are. */
export const countyCategory = 'HYVINVOINTIALUE'
export const countyCount = 23
/** Category of the whole country. */
export const countryCategory = 'MAA'

/** Names in the three languages; where a service gives one only, the others are null. */
export type Titles = { titleFi: string; titleSv: string | null; titleEn: string | null }

export function titleIn({ titleFi, titleSv, titleEn }: Titles, locale: 'fi' | 'sv' | 'en'): string {
  return (locale === 'sv' ? titleSv : locale === 'en' ? titleEn : null) || titleFi
}

/** An area as a service knows it; category and code hold, the number may change. */
export type Region = Titles & { category: string; code: string; number: string }

export type CatalogueEntry = Titles & { code: string; producer: string | null; dataUpdatedOn: string | null }

/** Choices beside the code: dimension → what is chosen of it. */
export type Choices = Readonly<Record<string, string>>

/** The choices in one order, so that the same question is one series. */
export function choicesKey(choices: Choices): string {
  const entries = Object.entries(choices).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([name, value]) => `${name}=${value}`).join('&')
}

/** One figure: of an area and a time, with the other dimensions that it has. */
export type Figure = {
  regionCategory: string
  regionCode: string
  timeCode: string
  dimensions: Readonly<Record<string, string>>
  asWritten: string | null
  number: string | null
  absolute: string | null
  unknown: UnknownKind | null
}

/** What a service answered of a series: what it is and its figures. */
export type Retrieved = Titles & {
  unit: string | null
  decimals: number | null
  producer: string | null
  licence: string | null
  dataUpdatedOn: string | null
  figures: Figure[]
}

/**
 * Why a service gave nothing that could be taken. GONE: it no longer knows the thing. NOT_JSON: a page instead of data. SHAPE:
 * not in the documented form. REGIONS: not the 23 counties. NO_AREAS: nothing of counties. EMPTY: no figures. CHOICES: what was
 * chosen is not there. TOO_MANY_CELLS: more than the service gives at once. NO_REGIONS: the areas have not been retrieved yet.
 */
export const retrievalReasons = [
  'OFF',
  'TIMED_OUT',
  'UNREACHABLE',
  'TOO_LARGE',
  'NOT_PUBLIC',
  'REDIRECTED_AWAY',
  'GONE',
  'REFUSED',
  'BROKEN',
  'NOT_JSON',
  'SHAPE',
  'REGIONS',
  'NO_REGIONS',
  'NO_AREAS',
  'EMPTY',
  'CHOICES',
  'TOO_MANY_CELLS',
] as const
export type RetrievalReason = (typeof retrievalReasons)[number]

/** A refusal with what was seen: "22", "HTTP 503", "value.3". */
export type Refusal = { ok: false; reason: RetrievalReason; detail: string | null }
export type Answer<T> = { ok: true; value: T } | Refusal

export function refusal(reason: RetrievalReason, detail: string | null = null): Refusal {
  return { ok: false, reason, detail }
}

/** How a refusal is kept beside its series. */
export function problemText({ reason, detail }: Pick<Refusal, 'reason' | 'detail'>): string {
  return detail === null ? reason : `${reason} ${detail}`
}

/** The refusal that was kept; null when none is known by that name. */
export function readProblem(text: string | null): { reason: RetrievalReason; detail: string | null } | null {
  if (text === null) return null
  const [name, ...rest] = text.split(' ')
  const reason = retrievalReasons.find((one) => one === name)
  return reason ? { reason, detail: rest.join(' ') || null } : null
}

/** The state after a try: what there is stays, whatever went wrong. */
export function stateAfter(answer: Answer<unknown>, retrievedBefore: boolean): SeriesState {
  if (answer.ok) return 'current'
  if (answer.reason === 'GONE') return 'missing'
  return retrievedBefore ? 'stale' : 'waiting'
}

/** A series that is followed beside an indicator, with all its figures. */
export type FollowedSeries = Titles & {
  id: string
  service: StatisticsService
  code: string
  choices: Choices
  unit: string | null
  decimals: number | null
  producer: string | null
  licence: string | null
  dataUpdatedOn: string | null
  retrievedAt: Date | null
  triedAt: Date | null
  state: SeriesState
  problem: string | null
  figures: Figure[]
}

/** The areas by which figures are shown: the counties in the order of their names, and the whole country. */
export type Areas = { counties: Region[]; country: Region | null; own: Region | null }

/** A figure that a person has taken as the project's own or to compare with. */
export type ChosenFigure = {
  measurementId: string
  role: 'actual' | 'baseline' | 'comparison'
  number: string | null
  unit: string | null
  timeCode: string | null
  area: string | null
  source: string | null
  reason: string
  /** The role of who chose it; null when they hold none any longer */
  chosenBy: Role | null
  chosenAt: Date
}

/** How the services are set and what has been retrieved from each. */
export type ServiceState = {
  service: StatisticsService
  isOn: boolean
  address: string
  entries: number
  catalogueAt: Date | null
  series: Record<SeriesState, number>
  lastRetrieved: Date | null
  lastTried: Date | null
}
