import type {
  SnapshotIndicator,
  SnapshotJudgement,
  SnapshotMeasurement,
  SnapshotTarget,
} from '@/lib/rounds/snapshot/model'
import { addDays } from '@/lib/values/calendar'
import { judge, type Target } from '@/lib/values/judge'
import { makeValue } from '@/lib/values/make-value'
import type { TypedValue } from '@/lib/values/typed-value'

type Direction = SnapshotIndicator['direction']

/** Key under which the values of one scope form a series: "hammaslääkärit" and "lääkärit" are two. */
export function scopeOf(measurement: Pick<SnapshotMeasurement, 'area' | 'value'>): string | null {
  const parts = [measurement.value.scope, measurement.area].filter((part) => part !== null && part !== '')
  return parts.length > 0 ? parts.join(', ') : null
}

/** Time of a measurement for ordering: its last day, else its first; without a time it comes before all others. */
function lastDay({ time }: SnapshotMeasurement): string {
  return time.to ?? time.from ?? ''
}

/** Newest actual of every scope, in the order in which the scopes first appear. A later row wins a tie. */
export function newestByScope(measurements: readonly SnapshotMeasurement[]): Map<string | null, SnapshotMeasurement> {
  const newest = new Map<string | null, SnapshotMeasurement>()
  for (const one of measurements) {
    if (one.role !== 'actual') continue
    const scope = scopeOf(one)
    const before = newest.get(scope)
    if (!before || lastDay(one) >= lastDay(before)) newest.set(scope, one)
  }
  return newest
}

/**
 * Every target in force against the newest value of every scope, as things stood when the last day of the period was over. An
 * interim target is judged on its own time only; a final one is to be reached by its time. Superseded targets are not judged.
 */
export function judgementsOf(
  targets: readonly SnapshotTarget[],
  measurements: readonly SnapshotMeasurement[],
  direction: Direction,
  lastDayOfPeriod: string,
): SnapshotJudgement[] {
  const baseline = measurements.find((m) => m.role === 'baseline')?.value ?? null
  const comparison = measurements.find((m) => m.role === 'comparison')?.value ?? null
  // The period is over: what was due on its last day is past due, in the words as in the mark.
  const context = { today: addDays(lastDayOfPeriod, 1), baseline, comparison }
  const newest = newestByScope(measurements)
  return targets
    .filter((target) => target.superseded === null)
    .flatMap((target): SnapshotJudgement[] => {
      const asked = targetOf(target, direction)
      if (newest.size === 0) {
        return [{ targetId: target.id, measurementId: null, scope: null, ...judge(asked, null, context) }]
      }
      return [...newest.keys()].map((scope) => {
        const measured = measuredFor(asked, scope, measurements, newest)
        return { targetId: target.id, measurementId: measured.id, scope, ...judge(asked, measured, context) }
      })
    })
}

/** For a target of one certain time, the value of that time when there is one; else the newest. */
function measuredFor(
  asked: Target,
  scope: string | null,
  all: readonly SnapshotMeasurement[],
  newest: Map<string | null, SnapshotMeasurement>,
): SnapshotMeasurement {
  const latest = newest.get(scope)
  const { from, to } = asked.time ?? { from: null, to: null }
  const during =
    asked.timing === 'during' && from !== null && to !== null
      ? all.filter(
          (m) => m.role === 'actual' && scopeOf(m) === scope && (m.time.from ?? '') <= to && lastDay(m) >= from,
        )
      : []
  const found = during.at(-1) ?? latest
  if (!found) throw new Error(`no measurement in scope ${scope}`)
  return found
}

const comparisonOf = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

/** The stored target in the words of the judge. A bare number means "at least" or "at most" by the indicator's better way. */
export function targetOf(target: SnapshotTarget, direction: Direction): Target {
  const way = direction === 'up' || direction === 'down' ? direction : null
  return {
    operator: operatorOf(target, way),
    value: limitOf(target),
    direction: way,
    time: target.time,
    timing: target.role === 'interim' ? 'during' : 'by',
  }
}

function operatorOf({ operator, number }: SnapshotTarget, way: 'up' | 'down' | null): Target['operator'] {
  if (operator === 'comparator') return way === 'down' ? '<=' : '>='
  if (operator === 'change_percent' || operator === 'direction' || operator === 'state') return operator
  if (operator) return comparisonOf[operator]
  if (number === null) return 'state'
  return way === 'up' ? '>=' : way === 'down' ? '<=' : '='
}

/** Null when the limit is another level, or no level at all. */
function limitOf({ operator, number, unit, text, asWritten }: SnapshotTarget): TypedValue | null {
  if (number !== null) return makeValue('number', { number, unit, asWritten })
  if (operator === 'comparator' || operator === 'direction') return null
  return text === null && asWritten === null ? null : makeValue('state', { text: text ?? asWritten, asWritten })
}
