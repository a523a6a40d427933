import type { Given, RoundFilter } from '@/lib/rounds/filters/model'
import { filterRows, readFilter } from '@/lib/rounds/filters/model'
import type { Round, RoundRow } from '@/lib/rounds/model'
import { isWaiting } from '@/lib/status-reports/model'
import type { WaitingBrief } from '@/lib/status-reports/review/model'

/** What the address of the queue says. */
export type QueueAddress = {
  filter: RoundFilter
  /** Unit whose report is shown */
  unit: string | null
  /** Units that were just dealt with, told once more at the top */
  done: string[]
  /** Units that were chosen for approval but had moved meanwhile */
  left: string[]
}

export type Queue = {
  round: Round
  /** Unit → its report in short; units that wait */
  briefs: Map<string, WaitingBrief>
  /** Unit → when its writers were last reminded */
  reminded: Map<string, string>
}

/** What the queue shows of the round. */
export type QueueView = {
  /** Waiting units that the filter lets through, in the order of the round */
  waiting: RoundRow[]
  /** Waiting units in all */
  allWaiting: number
  /** The unit whose report is shown; null when nothing waits */
  chosen: RoundRow | null
  /** The chosen unit does not wait any more: somebody has dealt with it */
  dealtWith: boolean
  /** From 1; null when the chosen unit is not on the list */
  place: number | null
  previous: RoundRow | null
  next: RoundRow | null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Ids in a comma-separated text; anything else in it is left out. */
export function idsIn(given: string | string[] | undefined): string[] {
  const texts = Array.isArray(given) ? given : [given ?? '']
  return [...new Set(texts.flatMap((text) => text.split(',')).filter((id) => uuid.test(id)))]
}

/** Reads the address; what it cannot say is left out. Only states that wait can be filtered by. */
export function readQueueAddress(given: Given): QueueAddress {
  const filter = readFilter(given)
  const waits = filter.state === 'submitted' || filter.state === 'in_review'
  return {
    filter: { ...filter, state: waits ? filter.state : '' },
    unit: idsIn(given.report)[0] ?? null,
    done: idsIn(given.done),
    left: idsIn(given.left),
  }
}

function waits(row: RoundRow): boolean {
  return row.state !== 'no_report' && isWaiting(row.state)
}

/** The next unit that waits after this one in the order of the round, from the top again after the last; null when none does. */
export function nextWaiting(rows: readonly RoundRow[], filter: RoundFilter, after: string): RoundRow | null {
  const at = rows.findIndex(({ unitId }) => unitId === after)
  const inTurn = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))].filter(waits)
  return filterRows(inTurn, filter)[0] ?? null
}

/** The list, the chosen report and its neighbours. Without a wish the first waiting report is shown. */
export function viewQueue(rows: readonly RoundRow[], { filter, unit }: QueueAddress): QueueView {
  const allWaiting = rows.filter(waits)
  const waiting = filterRows(allWaiting, filter)
  const wished = unit === null ? null : (rows.find(({ unitId }) => unitId === unit) ?? null)
  const chosen = wished ?? waiting[0] ?? null
  const at = chosen === null ? -1 : waiting.indexOf(chosen)
  return {
    waiting,
    allWaiting: allWaiting.length,
    chosen,
    dealtWith: chosen !== null && !waits(chosen),
    place: at === -1 ? null : at + 1,
    previous: (at === -1 ? null : waiting[at - 1]) ?? null,
    next: at === -1 ? chosen && nextWaiting(rows, filter, chosen.unitId) : (waiting[at + 1] ?? null),
  }
}

/** A unit as it was when it was marked for approving: the report's version tells whether it has moved since. */
export type Mark = { unitId: string; version: number }

export function markText({ unitId, version }: Mark): string {
  return `${unitId}.${version}`
}

/** Marks in the address; anything else is left out. */
export function readMarks(given: string | string[] | undefined): Mark[] {
  const texts = Array.isArray(given) ? given : [given ?? '']
  return texts
    .flatMap((text) => text.split(','))
    .flatMap((text) => {
      const [unitId = '', version = ''] = text.split('.')
      return uuid.test(unitId) && /^\d{1,9}$/.test(version) ? [{ unitId, version: Number(version) }] : []
    })
}

/** Marked reports that wait as they did when they were marked, and units whose report has moved since. */
export function markedReports({ round, briefs }: Pick<Queue, 'round' | 'briefs'>, marks: readonly Mark[]) {
  const marked = round.rows.flatMap((row) => {
    const mark = marks.find(({ unitId }) => unitId === row.unitId)
    return mark ? [{ row, mark, brief: briefs.get(row.unitId) }] : []
  })
  const ready = marked.flatMap(({ row, mark, brief }) => (brief?.version === mark.version ? [{ row, brief }] : []))
  const moved = marked.filter(({ mark, brief }) => brief?.version !== mark.version).map(({ row }) => row)
  return { ready, moved }
}
