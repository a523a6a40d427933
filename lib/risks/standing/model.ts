import { type AssessmentRow, pointsOf, type RiskRow } from '@/lib/risks/model'

/**
 * Assessments in the order of the times they are for: one without a time belongs to the beginning, and of one period the one
 * written last comes last. `at` is left out of what comes back.
 */
export function inTimeOrder<T extends { at: string | null }>(assessments: readonly T[]): Omit<T, 'at'>[] {
  return [...assessments].sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '')).map(({ at: _at, ...rest }) => rest)
}

export type Movement = 'up' | 'down' | 'same' | 'new'

export type RiskStanding = {
  /** The assessment that holds; null when there is none */
  latest: AssessmentRow | null
  /** The one that held in the period before; another one of the same period only replaces */
  previous: AssessmentRow | null
  /** Null when the risk is not scored now */
  movement: Movement | null
}

type PeriodEnd = { id: string; to: string }

/** Where a risk stands at the end of a period, or now when none is given, and how it has moved since it was assessed before. */
export function standingOf(
  { assessments }: Pick<RiskRow, 'assessments'>,
  periods: readonly PeriodEnd[],
  until: PeriodEnd | null = null,
): RiskStanding {
  const endOf = (id: string | null) => periods.find((period) => period.id === id)?.to ?? null
  const known = assessments.filter((one) => {
    const end = endOf(one.periodId) ?? one.assessedOn
    return until === null || end === null || end <= until.to
  })
  const latest = known.at(-1) ?? null
  const previous = latest ? (known.findLast((one) => isEarlier(one, latest)) ?? null) : null
  return { latest, previous, movement: movementOf(latest, previous) }
}

/** Without a time each assessment is its own; within a period the later one only replaces the earlier. */
function isEarlier(one: AssessmentRow, latest: AssessmentRow): boolean {
  return one.id !== latest.id && (one.periodId === null || one.periodId !== latest.periodId)
}

function movementOf(latest: AssessmentRow | null, previous: AssessmentRow | null): Movement | null {
  const now = latest ? pointsOf(latest) : null
  if (now === null) return null
  const before = previous ? pointsOf(previous) : null
  if (before === null) return 'new'
  if (now === before) return 'same'
  return now > before ? 'up' : 'down'
}

export type RegisterRow<T> = { risk: T; standing: RiskStanding }

/** Highest points first; unscored risks stay unscored and come last, in their own order. */
export function byPoints<T>(rows: readonly RegisterRow<T>[]): RegisterRow<T>[] {
  const points = ({ standing }: RegisterRow<T>) => (standing.latest ? pointsOf(standing.latest) : null) ?? -1
  return [...rows].sort((a, b) => points(b) - points(a))
}
