import { isOpen } from '@/lib/status-reports/fields/model'

/** States of a report and what moves it. Source: the reporting round in the product description. */
export const reportStates = [
  'not_started',
  'draft',
  'submitted',
  'in_review',
  'returned',
  'approved',
  'published',
] as const
export type ReportState = (typeof reportStates)[number]

export const reportEventTypes = [
  'opened',
  'saved',
  'submitted',
  'review_started',
  'recalled',
  'returned',
  'resubmitted',
  'approved',
  'published',
  'reopened',
  'corrected',
] as const
export type ReportEventType = (typeof reportEventTypes)[number]

const reportScopes = ['full', 'rollup', 'ended', 'not_reported', 'earlier_facts'] as const
export type ReportScope = (typeof reportScopes)[number]

export const lights = ['green', 'yellow', 'red'] as const
export type Light = (typeof lights)[number]

/** `where_written`: back to the state it was submitted from, so that a recall never opens more than the return did. */
type Step = ReportState | 'where_written' | null

const closed: Record<ReportEventType, Step> = {
  opened: null,
  saved: null,
  submitted: null,
  review_started: null,
  recalled: null,
  returned: null,
  resubmitted: null,
  approved: null,
  published: null,
  reopened: null,
  corrected: null,
}

/** What each event makes of each state; null = cannot happen. A new state or event breaks the build here. */
export const steps: Record<ReportState, Record<ReportEventType, Step>> = {
  not_started: { ...closed, opened: 'not_started', saved: 'draft' },
  draft: { ...closed, saved: 'draft', submitted: 'submitted' },
  // A reviewer may decide at once; starting a review only tells the writer that it is too late to recall.
  submitted: {
    ...closed,
    review_started: 'in_review',
    recalled: 'where_written',
    returned: 'returned',
    approved: 'approved',
  },
  in_review: { ...closed, returned: 'returned', approved: 'approved' },
  returned: { ...closed, saved: 'returned', resubmitted: 'submitted' },
  approved: { ...closed, published: 'published', reopened: 'draft', corrected: 'approved' },
  published: { ...closed, reopened: 'draft', corrected: 'published' },
}

export type ReportEvent = { type: ReportEventType; opens?: readonly string[] }

/** Where a report stands after its events. */
export type Standing = {
  state: ReportState
  /** Sections and fields that may be written; null = all of them */
  opens: readonly string[] | null
  /** The state in which it was last written */
  writtenIn: 'draft' | 'returned'
  /** What a limited reopening left open; absent when nothing limits. A return inside it never opens more. */
  within?: readonly string[]
}

const beginning: Standing = { state: 'not_started', opens: null, writtenIn: 'draft' }

/** The standing after one more event, or null when the event cannot happen there. */
export function follow(standing: Standing, event: ReportEvent): Standing | null {
  const step = steps[standing.state][event.type]
  if (step === null) return null
  const state = step === 'where_written' ? standing.writtenIn : step
  if (event.type === 'returned') {
    const opens = openedWithin(standing.within, event.opens ?? [])
    return { ...standing, state, opens, writtenIn: 'returned' }
  }
  if (event.type === 'reopened') {
    const limited = event.opens?.length ? event.opens : null
    return { state, opens: limited, writtenIn: 'draft', ...(limited ? { within: limited } : {}) }
  }
  return { ...standing, state }
}

/** What a return that names these places opens of a report that was reopened only in part; without a limit, all of them. */
export function openedWithin(within: Standing['within'], named: readonly string[]): readonly string[] {
  if (!within) return named
  const inside = named.filter((path) => isOpen(within, path))
  return [...new Set([...inside, ...within.filter((path) => isOpen(named, path))])]
}

/** The standing after all events in their order; null when the list holds an event that cannot happen. */
export function derive(events: readonly ReportEvent[]): Standing | null {
  return events.reduce<Standing | null>((standing, event) => standing && follow(standing, event), beginning)
}

/** Whether fields can be written in the state. */
export function isWritable(state: ReportState): boolean {
  return steps[state].saved !== null
}

/** Whether the state waits for the reviewer. */
export function isWaiting(state: ReportState): boolean {
  return steps[state].approved !== null
}

/** Approved or published: what the report says holds, also when it says nothing. */
export function isFinal(state: ReportState): boolean {
  return state === 'approved' || state === 'published'
}

/** The event by which the writer sends the report on, or null when there is nothing to send. */
export function sendingEvent(state: ReportState): 'submitted' | 'resubmitted' | null {
  if (state === 'draft') return 'submitted'
  return state === 'returned' ? 'resubmitted' : null
}

export type Party = 'writer' | 'reviewer' | 'publisher' | 'period_manager'

/** Who causes which event: the unit's coordinator writes, the director reviews, publishes and opens periods. */
export const parties: Record<ReportEventType, Party> = {
  opened: 'period_manager',
  saved: 'writer',
  submitted: 'writer',
  recalled: 'writer',
  resubmitted: 'writer',
  review_started: 'reviewer',
  returned: 'reviewer',
  approved: 'reviewer',
  reopened: 'reviewer',
  corrected: 'reviewer',
  published: 'publisher',
}

const severity: Record<Light, number> = { green: 0, yellow: 1, red: 2 }

/** The most serious of the lights; parts without a light do not count. Null when none has one. */
export function worstLight(given: readonly (Light | null)[]): Light | null {
  return given.reduce((worst, light) => {
    if (light === null) return worst
    return worst === null || severity[light] > severity[worst] ? light : worst
  }, null)
}

export function isLight(text: string | null | undefined): text is Light {
  return lights.some((light) => light === text)
}
