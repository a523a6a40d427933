import type { PrecheckRule } from '@/lib/rounds/publishing/prechecks/model'
import {
  isFinal,
  isWaiting,
  type Light,
  lights,
  type ReportScope,
  type ReportState,
  reportStates,
  worstLight,
} from '@/lib/status-reports/model'

const periodStates = ['planned', 'open', 'published'] as const
export type PeriodState = (typeof periodStates)[number]

/** Why a command on a period was refused; each has one sentence in the catalogues. */
export type PeriodReason = 'NOT_ALLOWED' | 'NOT_FOUND'

/** A period that was opened, and how many reports were prepared. */
export type OpenedPeriod = {
  periodId: string
  periodKey: string
  projectId: string
  organisationId: string
  prepared: number
}

/** One publication of a period. */
export type PublishedVersion = {
  version: number
  /** ISO moment */
  publishedAt: string
  by: string | null
  note: string | null
  /** Rules of the findings that were accepted, one per finding */
  findings: PrecheckRule[]
}

/** State of a unit in the round: of its report, or that it has none. */
export type UnitState = ReportState | 'no_report'

/** One reporting unit in a round. */
export type RoundRow = {
  unitId: string
  parentId: string | null
  code: string | null
  title: string
  investment: { id: string; title: string } | null
  serviceAreas: string[]
  coordinators: string[]
  report: { id: string; version: number; scope: ReportScope } | null
  state: UnitState
  /** The light the unit itself has chosen or confirmed */
  light: Light | null
  dueOn: string | null
  /** Why the unit has a last day of its own */
  exception: string | null
  /** Who allowed that day, as told to others */
  allowedBy: string | null
  late: boolean
  /** The calendar has closed the unsent report */
  closed: boolean
  /** Fields carried over that wait for confirmation */
  unconfirmed: number
  /** When the report was last sent, approved or returned */
  movedAt: string | null
}

export type Round = {
  projectId: string
  periodId: string
  periodKey: string
  from: string
  to: string
  opensOn: string | null
  dueOn: string | null
  closesOn: string | null
  state: PeriodState
  /** Newest published version; 0 = none */
  version: number
  publishedAt: string | null
  /** Whether the project's reports carry lights */
  usesLights: boolean
  rows: RoundRow[]
  may: { manage: boolean; publish: boolean }
}

/** What is told of a unit where its light would stand: a report without one, one not chosen yet, and no report are never a light. */
export const roundLights = [...lights, 'reported', 'not_chosen', 'none'] as const
export type RoundLight = (typeof roundLights)[number]

/** The unit's own light, or why it has none. */
export function roundLightOf({ light, state, report }: Pick<RoundRow, 'light' | 'state' | 'report'>): RoundLight {
  if (light) return light
  if (state === 'no_report') return 'none'
  if (!isFinal(state)) return 'not_chosen'
  return report?.scope === 'not_reported' ? 'none' : 'reported'
}

export type ShownLight = { light: Light | null; from: 'own' | 'part' | 'none'; partTitle: string | null }

/** A unit's own light; without one, the worst of its parts, and whose it is. */
export function shownLight(row: RoundRow, rows: readonly RoundRow[]): ShownLight {
  if (row.light) return { light: row.light, from: 'own', partTitle: null }
  const parts = rows.filter((part) => part.parentId === row.unitId && part.light !== null)
  const worst = worstLight(parts.map((part) => part.light))
  const part = parts.find((one) => one.light === worst)
  return part ? { light: worst, from: 'part', partTitle: part.title } : { light: null, from: 'none', partTitle: null }
}

export type RoundCounts = Record<UnitState, number> & { all: number; late: number; done: number; waiting: number }

/** How many units stand where. `done` = approved or published, `waiting` = for the reviewer. */
export function countStates(rows: readonly RoundRow[]): RoundCounts {
  const of = (state: UnitState) => rows.filter((row) => row.state === state).length
  const states = Object.fromEntries([...reportStates, 'no_report' as const].map((state) => [state, of(state)]))
  return {
    ...(states as Record<UnitState, number>),
    all: rows.length,
    late: rows.filter((row) => row.late).length,
    done: of('approved') + of('published'),
    waiting: rows.filter((row) => row.state !== 'no_report' && isWaiting(row.state)).length,
  }
}

/** Units whose report would not be in a publication made now: they would stand as "Ei raporttia". */
export function leftOut(rows: readonly RoundRow[]): RoundRow[] {
  return rows.filter((row) => row.state === 'no_report' || !isFinal(row.state))
}

/** Whether the last day has gone by without the report being sent. */
export function isLate(state: UnitState, dueOn: string | null, today: string): boolean {
  const unsent = state === 'no_report' || state === 'not_started' || state === 'draft' || state === 'returned'
  return unsent && dueOn !== null && dueOn < today
}
