import { newestByScope } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type { SnapshotBody, SnapshotIndicator, SnapshotMeasurement, SnapshotTarget } from '@/lib/rounds/snapshot/model'
import { type Fulfilment, type TargetRow, targetRows } from '@/lib/steering/targets/model'
import { compare } from '@/lib/values/decimal'

/** `changed`: something else is said now, and whether it is better or worse cannot be told. */
export const moves = ['worse', 'better', 'changed', 'new', 'gone'] as const
export type Move = (typeof moves)[number]

export type TargetChange = {
  indicator: SnapshotIndicator
  move: Move
  fulfilment: Fulfilment
  /** Null when the indicator was not in the earlier publication */
  before: { fulfilment: Fulfilment; newest: SnapshotMeasurement[] } | null
  newest: SnapshotMeasurement[]
  /** Final targets that are in force now and were not then */
  newTargets: SnapshotTarget[]
}

/**
 * National indicators whose fulfilment, newest value or final target is another than in the earlier publication, and local
 * ones that began or ceased to reach their target. The worst news first.
 */
export function targetChanges(earlier: SnapshotBody, now: SnapshotBody): TargetChange[] {
  const past = new Map(targetRows(earlier).map((row) => [row.indicator.id, row]))
  return targetRows(now)
    .flatMap((row): TargetChange[] => {
      const before = past.get(row.indicator.id) ?? null
      const newTargets = addedTargets(before, row)
      const move = moveOf(before, row, newTargets.length > 0)
      if (move === null) return []
      if (row.indicator.scope === 'local' && !crossed(before?.fulfilment, row.fulfilment)) return []
      const { indicator, fulfilment } = row
      const newest = newestOf(indicator)
      const was = before && { fulfilment: before.fulfilment, newest: newestOf(before.indicator) }
      return [{ indicator, move, fulfilment, before: was, newest, newTargets }]
    })
    .sort((a, b) => moves.indexOf(a.move) - moves.indexOf(b.move))
}

type Judged = { indicator: SnapshotIndicator; fulfilment: Fulfilment; final: TargetRow[] }

const newestOf = (indicator: SnapshotIndicator) => [...newestByScope(indicator.measurements).values()]

/** How near the target is; null where nothing can be told. */
const nearness: Record<Fulfilment, number | null> = { reached: 2, not_yet: 1, not_reached: 0, cannot_say: null }

function crossed(before: Fulfilment | undefined, now: Fulfilment): boolean {
  if (before === undefined || nearness[before] === null || nearness[now] === null) return false
  return (before === 'reached') !== (now === 'reached')
}

function addedTargets(before: Judged | null, now: Judged): SnapshotTarget[] {
  if (!before) return []
  const known = new Set(before.final.map(({ target }) => target.id))
  return now.final.map(({ target }) => target).filter(({ id }) => !known.has(id))
}

function moveOf(before: Judged | null, now: Judged, hasNewTarget: boolean): Move | null {
  if (!before) return 'new'
  const [was, is] = [nearness[before.fulfilment], nearness[now.fulfilment]]
  if (was !== null && is !== null && was !== is) return is > was ? 'better' : 'worse'
  const values = valuesMove(newestOf(before.indicator), newestOf(now.indicator), now.indicator.direction)
  return values ?? (was !== is || hasNewTarget ? 'changed' : null)
}

/** How the newest values have moved; null when they are the same. Only single numbers of one scope are weighed. */
function valuesMove(
  before: SnapshotMeasurement[],
  now: SnapshotMeasurement[],
  direction: SnapshotIndicator['direction'],
): Move | null {
  if (saidIn(before) === saidIn(now)) return null
  if (before.length === 0) return 'new'
  if (now.length === 0) return 'gone'
  const [was, is] = [before[0]?.value.number ?? null, now[0]?.value.number ?? null]
  const weighed = before.length === 1 && now.length === 1 && (direction === 'up' || direction === 'down')
  if (!weighed || was === null || is === null || compare(was, is) === 0) return 'changed'
  return compare(is, was) > 0 === (direction === 'up') ? 'better' : 'worse'
}

function saidIn(measurements: readonly SnapshotMeasurement[]): string {
  const said = measurements.map(({ value, time }) => [
    value.scope,
    value.number,
    value.numberTo,
    value.asWritten,
    time.code,
  ])
  return JSON.stringify(said)
}
