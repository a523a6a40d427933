import type { PhaseTable } from '@/lib/plan/schedule/model'
import { isDone, spanOf } from '@/lib/plan/schedule/model'
import { addDays } from '@/lib/values/calendar'
import { parseTime } from '@/lib/values/parse-time'
import { spanOfCode } from '@/lib/values/time'

/** When something is planned or has been done; an open end is null. */
export type GanttBar = { from: string | null; to: string | null; is: 'planned' | 'actual' }

/** What the schedule of a part or an action says. Stages are no dates and are told as words; nothing at all is unknown. */
export type GanttRow = {
  key: string
  label: string
  depth: number
  bars: GanttBar[]
  /** Stages that are no dates, or words that name no time */
  stages: string[]
  /** It is told that nothing happens in any of the columns, which is another thing than not told */
  isEmpty?: true
}

export type Gantt = { from: string; to: string; rows: GanttRow[] }

type Dated = { start: string | null; end: string | null; asWritten: string | null }
type Part = { id: string; label: string; depth: number; schedule: Dated }
type Times = { planned: string | null; started: string | null; done: string | null }

/** Parts of the plan by the dates that the plan gives them. */
export function partRows(parts: readonly Part[]): GanttRow[] {
  return parts.map(({ id, label, depth, schedule }) => {
    const bar = barOf(schedule.start, schedule.end)
    const words = bar === null && schedule.asWritten !== null ? [schedule.asWritten] : []
    return { key: id, label, depth, bars: bar ? [bar] : [], stages: words }
  })
}

/** Actions of one part: marks under dated columns; where there are none, what is told of the action itself. */
export function actionRows({ columns, rows }: PhaseTable, timesOf: (actionId: string) => Times): GanttRow[] {
  return rows.map(({ actionId, title, cells }) => {
    const marked = columns.filter(({ id }) => cells.some((cell) => cell.columnId === id && isDone(cell)))
    const spans = marked.flatMap((column) => spanOf(column) ?? [])
    const stages = marked.filter((column) => spanOf(column) === null).map(({ label }) => label)
    const row = { key: actionId, label: title, depth: 0 }
    if (marked.length > 0) return { ...row, bars: joined(spans), stages }
    const own = ownTimes(timesOf(actionId))
    const silent = own.bars.length === 0 && own.stages.length === 0
    return { ...row, ...own, ...(silent && cells.length > 0 && { isEmpty: true as const }) }
  })
}

/** The days that the rows need; null when none of them has any. */
export function ganttOf(rows: readonly GanttRow[]): Gantt | null {
  const days = rows.flatMap(({ bars }) => bars.flatMap(({ from, to }) => [from, to].flatMap((day) => day ?? [])))
  const [first] = days.sort()
  const last = days.at(-1)
  if (!first || !last) return null
  // Whole years: the axis is read by them.
  return { from: `${first.slice(0, 4)}-01-01`, to: `${last.slice(0, 4)}-12-31`, rows: [...rows] }
}

export type GanttCount = {
  dated: number
  stages: number
  empty: number
  unknown: number
  first: string | null
  last: string | null
}

/** How many rows have dates, only stages, or nothing; and the first and the last day that is told. */
export function countRows(rows: readonly GanttRow[]): GanttCount {
  const dated = rows.filter(({ bars }) => bars.length > 0)
  const stages = rows.filter(({ bars, stages: words }) => bars.length === 0 && words.length > 0)
  const empty = rows.filter((row) => row.isEmpty).length
  const starts = dated.flatMap(({ bars }) => bars.flatMap(({ from }) => from ?? [])).sort()
  const ends = dated.flatMap(({ bars }) => bars.flatMap(({ to }) => to ?? [])).sort()
  return {
    dated: dated.length,
    stages: stages.length,
    empty,
    unknown: rows.length - dated.length - stages.length - empty,
    first: starts[0] ?? null,
    last: ends.at(-1) ?? null,
  }
}

/** A start and an end as the plan's codes; null when neither names a time. */
function barOf(start: string | null, end: string | null): GanttBar | null {
  const from = start === null ? null : (spanOfCode(start)?.from ?? null)
  const to = end === null ? null : (spanOfCode(end)?.to ?? null)
  return (from === null && to === null) || (from !== null && to !== null && from > to)
    ? null
    : { from, to, is: 'planned' }
}

function ownTimes({ planned, started, done }: Times): Pick<GanttRow, 'bars' | 'stages'> {
  const time = planned === null ? null : parseTime(planned)
  const told = time?.ok && time.value.basis === null ? time.value : null
  const plan: GanttBar[] =
    told && (told.from ?? told.to) !== null ? [{ from: told.from, to: told.to, is: 'planned' }] : []
  // Done without a start that is known: the day it was done, never a guess of how long it took.
  const actual = barOf(started ?? done, done)
  return {
    bars: [...plan, ...(actual ? [{ ...actual, is: 'actual' as const }] : [])],
    stages: planned !== null && plan.length === 0 ? [planned] : [],
  }
}

/** Columns that follow each other without a gap make one bar. */
function joined(spans: readonly { from: string | null; to: string | null }[]): GanttBar[] {
  const bars: GanttBar[] = []
  for (const { from, to } of [...spans].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))) {
    const last = bars.at(-1)
    const touches = last && (last.to === null || from === null || from <= addDays(last.to, 1))
    if (last && touches) last.to = last.to === null || to === null ? null : to > last.to ? to : last.to
    else bars.push({ from, to, is: 'planned' })
  }
  return bars
}
