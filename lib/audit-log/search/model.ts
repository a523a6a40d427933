import type { AuditAction } from '@/lib/platform/audit'
import { auditActionLabels } from '@/lib/platform/audit-labels'
import { isIsoDate } from '@/lib/values/calendar'

/** What recorded acts are about, in the order in which they are offered. */
export const auditGroups = [
  'sign_in',
  'people',
  'reporting',
  'publishing',
  'registers',
  'finance',
  'meetings',
  'final_report',
  'exports',
  'restricted',
  'retention',
  'settings',
  'installation',
] as const
export type AuditGroup = (typeof auditGroups)[number]

type Noun = AuditAction extends infer Action ? (Action extends `${infer Of}.${string}` ? Of : never) : never

/** Where an act belongs by its noun. Total: a new noun must say where it is found. */
const groupOfNoun: Record<Noun, AuditGroup> = {
  session: 'sign_in',
  act: 'sign_in',
  second_factor: 'sign_in',
  provider: 'sign_in',
  invitation: 'people',
  person: 'people',
  report: 'reporting',
  figure_sheet: 'reporting',
  comment: 'reporting',
  reminder: 'reporting',
  period: 'publishing',
  indicator: 'registers',
  target: 'registers',
  statistics: 'registers',
  evidence: 'registers',
  risk: 'registers',
  plan_change: 'registers',
  plan: 'registers',
  structure: 'registers',
  communication: 'registers',
  toimintamalli: 'registers',
  project: 'registers',
  budget: 'finance',
  actual: 'finance',
  forecast: 'finance',
  purchase: 'finance',
  reservation: 'finance',
  finance_note: 'finance',
  funding: 'finance',
  treasury: 'finance',
  meeting: 'meetings',
  minutes: 'meetings',
  final_report: 'final_report',
  template: 'settings',
  county: 'settings',
  api_key: 'settings',
  mail: 'settings',
  review: 'exports',
  listing: 'exports',
  picture: 'exports',
  audit: 'exports',
  retention: 'retention',
  destruction: 'retention',
  data: 'installation',
  installation: 'installation',
}

/** Acts that belong elsewhere than the others of their noun: files and pages of data that left, and restricted data that were read. */
const groupOfAct: Partial<Record<AuditAction, AuditGroup>> = {
  'figure_sheet.made': 'exports',
  'plan.exported': 'exports',
  'final_report.exported': 'exports',
  'final_report.archived': 'exports',
  'minutes.exported': 'exports',
  'treasury.file_made': 'exports',
  'treasury.file_fetched': 'exports',
  'project.package_exported': 'exports',
  'api_key.table_read': 'exports',
  'retention.person_exported': 'exports',
  'destruction.exported': 'exports',
  'treasury.births_read': 'restricted',
  'project.results_opened': 'publishing',
  'project.results_closed': 'publishing',
}

const actions = Object.keys(auditActionLabels) as AuditAction[]

const groupOf = (action: AuditAction): AuditGroup =>
  groupOfAct[action] ?? groupOfNoun[action.slice(0, action.indexOf('.')) as Noun]

/** The acts of a group. */
export const actionsOf = (group: AuditGroup): AuditAction[] => actions.filter((action) => groupOf(action) === group)

/** Views that stand ready: everything, and two groups that are asked for by themselves. */
export const auditViews = ['all', 'exports', 'restricted'] as const
export type AuditView = (typeof auditViews)[number]

/** The ready view that a filter belongs to; null when it shows other acts. */
export const viewOf = ({ act }: Pick<AuditFilter, 'act'>): AuditView | null =>
  act === '' ? 'all' : (auditViews.find((view) => view === act) ?? null)

/** Where acts came from. */
export const auditSources = [
  'web',
  'command-line',
  'sign-in',
  'reporting-api',
  'schedule',
  'statistics',
  'project-package',
  'demo-data',
] as const
export type AuditSource = (typeof auditSources)[number]

/** What was acted on. */
export const auditSubjects = [
  'action',
  'actual',
  'address',
  'api_key',
  'beneficial_owner',
  'budget',
  'comment_thread',
  'communication',
  'decision',
  'destruction_list',
  'figure_sheet',
  'file',
  'final_report',
  'final_report_section',
  'finance_note',
  'forecast',
  'indicator',
  'mail',
  'measurement',
  'meeting',
  'organisation',
  'period',
  'plan_change',
  'project',
  'project_plan',
  'project_plan_section',
  'purchase',
  'report_template',
  'report_template_version',
  'reservation',
  'retention_rule',
  'risk',
  'session',
  'snapshot',
  'status_report',
  'steering_body',
  'support_item',
  'support_payment',
  'target',
  'toimintamalli',
  'treasury_file',
  'user',
  'work_package',
] as const
export type AuditSubject = (typeof auditSubjects)[number]

const results = ['done', 'refused'] as const

/** What is looked for; lives in the address of the page. Empty texts narrow nothing; days are those of Helsinki. */
export type AuditFilter = {
  from: string
  to: string
  /** Id of a person, or `system` */
  person: string
  /** A group or one act */
  act: AuditGroup | AuditAction | ''
  kind: AuditSubject | ''
  /** Id of what was acted on */
  subject: string
  source: AuditSource | ''
  result: (typeof results)[number] | ''
  text: string
}

/** Where a page of the log begins: after the row of this moment (microseconds, UTC) and id. */
export type AuditCursor = { at: string; id: string }

export const noFilter: AuditFilter = {
  from: '',
  to: '',
  person: '',
  act: '',
  kind: '',
  subject: '',
  source: '',
  result: '',
  text: '',
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/

type Given = Record<string, string | string[] | undefined>

function textOf(given: Given, name: string): string {
  const value = given[name]
  return (Array.isArray(value) ? value[0] : value)?.trim().replaceAll('\0', '').slice(0, 200) ?? ''
}

/** Reads the filter from the address; a value that is not on offer is left out. Days as 31.1.2026 or 2026-01-31. */
export function readAuditFilter(given: Given): AuditFilter {
  const one = (name: keyof AuditFilter) => textOf(given, name)
  const among = <T extends string>(values: readonly T[], name: keyof AuditFilter): T | '' =>
    values.find((value) => value === one(name)) ?? ''
  return {
    from: readDay(one('from')),
    to: readDay(one('to')),
    person: one('person') === 'system' || uuid.test(one('person')) ? one('person') : '',
    act: among([...auditGroups, ...actions], 'act'),
    kind: among(auditSubjects, 'kind'),
    subject: one('subject'),
    source: among(auditSources, 'source'),
    result: among(results, 'result'),
    text: one('text'),
  }
}

function readDay(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  return isIsoDate(iso) ? iso : ''
}

/** Days that were typed and are none: told beside the field, since they narrow nothing. */
export function wrongDays(given: Given): ('from' | 'to')[] {
  return (['from', 'to'] as const).filter((name) => textOf(given, name) !== '' && readDay(textOf(given, name)) === '')
}

/** The place in the log that an address names; null for the newest rows. */
export function readAuditCursor(given: Given): AuditCursor | null {
  const [at = '', id = ''] = textOf(given, 'before').split('~')
  return moment.test(at) && !Number.isNaN(Date.parse(at)) && uuid.test(id) ? { at, id } : null
}

export const cursorText = ({ at, id }: AuditCursor): string => `${at}~${id}`

/** The acts that are looked for; null for every act. */
export function wantedActions({ act }: Pick<AuditFilter, 'act'>): AuditAction[] | null {
  if (act === '') return null
  const group = auditGroups.find((one) => one === act)
  return group ? actionsOf(group) : [act as AuditAction]
}

/** Parts of the data of a row, of any depth. */
export type AuditData = string | number | boolean | null | AuditData[] | { [name: string]: AuditData }

/** A row of the log as it is shown. `at`: moment as ISO text. */
export type AuditRow = {
  id: string
  at: string
  action: AuditAction
  /** Null for the product itself, and for a person who is of another organisation */
  person: string | null
  isPerson: boolean
  right: string
  source: string
  requestId: string | null
  result: (typeof results)[number]
  subjectType: string
  subjectId: string | null
  data: { [name: string]: AuditData }
}

/**
 * A page of the log, newest first. `next`: where older rows go on. `lookedUntil`: the moment down to which was looked when a
 * search among so many rows is broken off before the page is full; it goes on from `next`.
 */
export type AuditPage = { rows: AuditRow[]; next: AuditCursor | null; lookedUntil: string | null }

export const auditRowsPerPage = 50
/** Rows that one look goes through when what is looked for is in no index. */
export const auditWindow = 20_000
