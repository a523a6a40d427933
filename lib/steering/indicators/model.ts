import { newestByScope } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type { SnapshotIndicator, SnapshotTarget } from '@/lib/rounds/snapshot/model'
import type { Verdict } from '@/lib/values/judge'

/**
 * The indicators of a project as one viewer may know them. Those who may read reports see every approved value, as of today;
 * everybody else sees them as the newest publication shows them. `cards`: what has a card there, so that a figure can lead to it.
 */
export type KnownIndicators = {
  rows: SnapshotIndicator[]
  publication: { code: string; periodKey: string } | null
  cards: ReadonlySet<string>
  live: boolean
}

export const standings = ['reached', 'on_the_way', 'missed', 'behind', 'cannot_say', 'no_target', 'no_value'] as const
export type Standing = (typeof standings)[number]

const worstFirst: readonly Verdict[] = ['cannot_say', 'on_the_way', 'reached']

/**
 * Where an indicator stands as a whole: the worst of what its targets in force say, of the final ones when it has any, since an
 * interim one is of its own time only. A value that misses the target decides before one that cannot be told, as it does on the
 * published page: it misses it also where nothing tells how it has moved. Apart when there is no target or no value.
 */
export function standingOf({ targets, measurements, judgements }: SnapshotIndicator): Standing {
  if (newestByScope(measurements).size === 0) return 'no_value'
  const asked = askedOf(targets)
  if (asked.length === 0) return 'no_target'
  const own = judgements.filter(({ targetId }) => asked.some(({ id }) => id === targetId))
  if (own.some(({ verdict }) => verdict === 'behind')) return 'behind'
  const missed = own.filter(({ met }) => met === false)
  if (missed.length > 0) return missed.every(({ verdict }) => verdict === 'on_the_way') ? 'on_the_way' : 'missed'
  return worstFirst.find((verdict) => own.some((one) => one.verdict === verdict)) ?? 'cannot_say'
}

/** The targets by which an indicator is judged as a whole: its final ones in force, else every one in force. */
export function askedOf(targets: readonly SnapshotTarget[]): SnapshotTarget[] {
  const inForce = targets.filter((target) => target.superseded === null)
  const final = inForce.filter(({ role }) => role === 'final')
  return final.length > 0 ? final : inForce
}

/** What the list shows; an empty value shows all. Lives in the address of the page. */
export type IndicatorFilter = { scope: '' | 'local' | 'national'; unit: string; standing: '' | Standing; text: string }

type Given = Record<string, string | string[] | undefined>

/** Reads the filter from the address; what is not on offer is left out. */
export function readIndicatorFilter(given: Given): IndicatorFilter {
  const one = (name: string) => [given[name] ?? []].flat()[0]?.trim().slice(0, 200) ?? ''
  const scope = one('scope')
  return {
    scope: scope === 'local' || scope === 'national' ? scope : '',
    unit: one('unit'),
    standing: standings.find((standing) => standing === one('standing')) ?? '',
    text: one('text'),
  }
}

/** The query part of the address of a filter, empty for the plain one. Round trip with `readIndicatorFilter`. */
export function indicatorQuery(filter: IndicatorFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** Indicators that the filter lets through, in their order. */
export function filterIndicators(rows: readonly SnapshotIndicator[], filter: IndicatorFilter): SnapshotIndicator[] {
  const text = filter.text.toLowerCase()
  return rows.filter(
    (row) =>
      (filter.scope === '' || row.scope === filter.scope) &&
      (filter.unit === '' || row.workPackageId === filter.unit) &&
      (filter.standing === '' || standingOf(row) === filter.standing) &&
      (text === '' || row.name.toLowerCase().includes(text) || row.sourceId.toLowerCase().includes(text)),
  )
}
