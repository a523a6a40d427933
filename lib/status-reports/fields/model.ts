/** Addresses of a report's fields. A path says where a field is; sections carry the same name in a path and in a return. */
export const reportSections = [
  'overall',
  'actions',
  'results',
  'next_steps',
  'deviations',
  'indicators',
  'toimintamallit',
  'risks',
] as const
export type ReportSection = (typeof reportSections)[number]

/** First part of every path of the section. */
export const sectionPaths: Record<ReportSection, string> = {
  overall: 'overall',
  actions: 'actions',
  results: 'results',
  next_steps: 'nextSteps',
  deviations: 'deviations',
  indicators: 'indicators',
  toimintamallit: 'toimintamallit',
  risks: 'risks',
}

type FieldName = 'light' | 'reason' | 'text' | 'state' | 'planChange' | 'value' | 'n' | 'note' | 'time' | 'change'

export type Address = {
  section: ReportSection
  field: FieldName
  actionId: string | null
  indicatorId: string | null
  toimintamalliId: string | null
  /** Number of an action that the text names and no action answers to */
  actionNo: number | null
}

const entryOrigins = ['typed', 'prefilled', 'imported'] as const
/** Where a field's text comes from: written here, carried over, or loaded from a review made elsewhere. */
export type EntryOrigin = (typeof entryOrigins)[number]

/** One field as stored. */
export type FieldEntry = {
  path: string
  text: string
  version: number
  origin: EntryOrigin
  confirmed: boolean
  sort: number
}

export const longestFieldText = 20_000

const fixed: Record<string, [ReportSection, FieldName]> = {
  'overall/light': ['overall', 'light'],
  'overall/reason': ['overall', 'reason'],
  'actions/general/text': ['actions', 'text'],
  'results/text': ['results', 'text'],
  'nextSteps/text': ['next_steps', 'text'],
  'deviations/text': ['deviations', 'text'],
  'deviations/planChange': ['deviations', 'planChange'],
  'risks/text': ['risks', 'text'],
}

const uuid = '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})'
const ofAction = new RegExp(`^actions/${uuid}/(text|state)$`)
const ofIndicator = new RegExp(`^indicators/${uuid}/(value|n|note|time)$`)
const ofToimintamalli = new RegExp(`^toimintamallit/${uuid}/(change)$`)
const ofMissingAction = /^actions\/no-(\d{1,6})\/text$/

/** What a path points at; null when it is no address of a report. */
export function readPath(path: string): Address | null {
  const none = { actionId: null, indicatorId: null, toimintamalliId: null, actionNo: null }
  const known = Object.hasOwn(fixed, path) ? fixed[path] : undefined
  if (known) return { ...none, section: known[0], field: known[1] }
  const action = ofAction.exec(path)
  if (action) return { ...none, section: 'actions', field: action[2] as FieldName, actionId: action[1] ?? null }
  const missing = ofMissingAction.exec(path)
  if (missing) return { ...none, section: 'actions', field: 'text', actionNo: Number(missing[1]) }
  const indicator = ofIndicator.exec(path)
  if (indicator) {
    return { ...none, section: 'indicators', field: indicator[2] as FieldName, indicatorId: indicator[1] ?? null }
  }
  const model = ofToimintamalli.exec(path)
  return model ? { ...none, section: 'toimintamallit', field: 'change', toimintamalliId: model[1] ?? null } : null
}

/** Whether a return that opens these sections and fields opens the path; null opens everything. */
export function isOpen(opens: readonly string[] | null, path: string): boolean {
  return opens === null || opens.some((opened) => path === opened || path.startsWith(`${opened}/`))
}

/** Whether a return may name it: a section, one action, indicator or toimintamalli, or one field. */
export function canBeOpened(path: string): boolean {
  if (Object.values(sectionPaths).includes(path)) return true
  if (readPath(path)) return true
  return ['text', 'value', 'change'].some((field) => readPath(`${path}/${field}`) !== null)
}

/** Line ends as one sign, without the NUL that the database cannot hold. Typed spaces are kept. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '')
}
