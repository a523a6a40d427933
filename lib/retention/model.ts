import { addDays, isoDate } from '@/lib/values/calendar'
import { parseTime } from '@/lib/values/parse-time'

/** What a rule may speak of. `mails` and `sign_ins` are the county's, the others of one project. */
export const retentionKinds = ['project', 'files', 'working_copies', 'personal_data', 'mails', 'sign_ins'] as const
export type RetentionKind = (typeof retentionKinds)[number]

/** Kinds of one project, in the order in which a list carries them out: the whole project last. */
export const kindsOfProject = ['files', 'working_copies', 'personal_data', 'project'] as const
export type KindOfProject = (typeof kindsOfProject)[number]

export const kindsOfCounty = ['mails', 'sign_ins'] as const
export type KindOfCounty = (typeof kindsOfCounty)[number]

/** From which day the years of a rule are counted. */
export const retentionStarts = ['project_end', 'created'] as const
export type RetentionStart = (typeof retentionStarts)[number]

/** Of beneficial owners nobody has written when they were told of; of a county's mails and sign-ins no project ends. */
export function startsOf(kind: RetentionKind): readonly RetentionStart[] {
  if (kind === 'personal_data') return ['project_end']
  return kind === 'mails' || kind === 'sign_ins' ? ['created'] : retentionStarts
}

export const isOfProject = (kind: RetentionKind): kind is KindOfProject => kindsOfProject.some((one) => one === kind)

export type RetentionRule = {
  id: string
  /** Null: the rule of every programme that has none of its own */
  programmeId: string | null
  programmeName: string | null
  kind: RetentionKind
  start: RetentionStart
  years: number
  basis: string
  version: number
}

/** A hold on everything of a project (`kind` null) or on one kind of it. Moments are ISO text. */
export type RetentionHold = {
  id: string
  projectId: string
  projectName: string
  kind: KindOfProject | null
  reason: string
  placedBy: string
  placedAt: string
  lifted: { by: string; at: string; reason: string } | null
}

/** A list of a year by its state: `approved` waits for being carried out, or for lines that are not due yet. */
export const listStates = ['prepared', 'withdrawn', 'refused', 'approved', 'carried_out'] as const
export type ListState = (typeof listStates)[number]

export type ListHeader = {
  id: string
  year: number
  state: ListState
  preparedAt: string
  preparedBy: string
  lines: number
}

/** The rule of a kind: the programme's own before the one of all programmes. */
export function ruleFor<Rule extends Pick<RetentionRule, 'kind' | 'programmeId'>>(
  rules: readonly Rule[],
  kind: RetentionKind,
  programmeId: string | null,
): Rule | null {
  const ofKind = rules.filter((rule) => rule.kind === kind)
  const own = programmeId === null ? undefined : ofKind.find((rule) => rule.programmeId === programmeId)
  return own ?? ofKind.find((rule) => rule.programmeId === null) ?? null
}

/** The same day some years later; the 29th of February becomes the 28th. Null beyond what the calendar knows. */
export function yearsLater(day: string, years: number): string | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return isoDate(year + years, month, date) ?? (month === 2 ? isoDate(year + years, 2, 28) : null)
}

/**
 * The first day on which something may be destroyed: it is kept through the last day of its years, and through `floor`, the
 * day that the programme or the project tells. Null when that cannot be known: nothing is then due.
 */
export function dueDay(start: string | null, years: number, floor: string | null): string | null {
  const through = start === null ? null : yearsLater(start, years)
  if (through === null) return null
  return addDays(floor !== null && floor > through ? floor : through, 1)
}

/** The last day of a project's term by its code ("2025-12"); null when it is not told. */
export function lastDayOf(periodEnd: string | null): string | null {
  const time = periodEnd === null ? null : parseTime(periodEnd)
  return time?.ok ? time.value.to : null
}

/** The later of two days; null is no day. */
export function laterDay(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}

/** The hold that keeps a kind of a project. The whole project is kept by a hold on any part of it. */
export function holdOn<Hold extends { kind: string | null }>(holds: readonly Hold[], kind: RetentionKind): Hold | null {
  return holds.find((hold) => hold.kind === null || hold.kind === kind || kind === 'project') ?? null
}

export type RetentionReason = 'NOT_ALLOWED' | 'NOT_FOUND' | 'STALE' | 'SIGN_IN_AGAIN'

/** Whether a part of an address can be an id at all. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
