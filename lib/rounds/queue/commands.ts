import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { findProject } from '@/lib/projects/queries'
import type { RoundFilter } from '@/lib/rounds/filters/model'
import { findRound } from '@/lib/rounds/queries'
import { nextWaiting } from '@/lib/rounds/queue/model'
import { findQueue } from '@/lib/rounds/queue/queries'
import type { ApproveMarked } from '@/lib/rounds/queue/schema'
import { approveReport, returnReport } from '@/lib/status-reports/commands'
import { approveReports } from '@/lib/status-reports/review/commands'
import type { ReportReturn, ReportStep } from '@/lib/status-reports/schema'
import { fail, ok, type Result } from '@/lib/values/result'

type Place = { project: string; period: string; unit: string; filter: RoundFilter }

/** The unit whose report is shown next; null when nothing waits any more. */
type Onwards = { next: string | null }

type Refusal<Command extends (...given: never[]) => Promise<Result<unknown, string>>> = Extract<
  Awaited<ReturnType<Command>>,
  { ok: false }
>['reason']

/** Approves the report and finds the next one that waits. Reasons as in `approveReport`. */
export function approveInQueue(
  viewer: Viewer,
  input: ReportStep & Place,
): Promise<Result<Onwards, Refusal<typeof approveReport>>> {
  return asViewer(viewer, async () => {
    const done = await approveReport(viewer, input)
    return done.ok ? ok(await onwards(viewer, input)) : done
  })
}

/** Returns the report and finds the next one that waits. Reasons as in `returnReport`. */
export function returnInQueue(
  viewer: Viewer,
  input: ReportReturn & Place,
): Promise<Result<Onwards, Refusal<typeof returnReport>>> {
  return asViewer(viewer, async () => {
    const done = await returnReport(viewer, input)
    return done.ok ? ok(await onwards(viewer, input)) : done
  })
}

async function onwards(viewer: Viewer, { project: key, period, unit, filter }: Place): Promise<Onwards> {
  const project = await findProject(viewer, key)
  const round = project && (await findRound(viewer, project.id, period))
  return { next: round ? (nextWaiting(round.rows, filter, unit)?.unitId ?? null) : null }
}

/**
 * Approves the marked units' reports as they were when they were marked.
 * Reasons as in `approveReports`; the answer names units.
 */
export function approveMarked(
  viewer: Viewer,
  { project: key, period, marks }: ApproveMarked,
): Promise<Result<{ done: string[]; left: string[] }, Refusal<typeof approveReports>>> {
  return asViewer(
    viewer,
    async () => {
      const project = await findProject(viewer, key)
      const queue = project && (await findQueue(viewer, project.id, period))
      if (!queue) return fail('NOT_FOUND')
      const reportOf = new Map(queue.round.rows.map(({ unitId, report }) => [unitId, report?.id]))
      const chosen = marks.flatMap(({ unitId, version }) => {
        const reportId = reportOf.get(unitId)
        return reportId ? [{ reportId, version, unitId }] : []
      })
      if (chosen.length < marks.length) return fail('NOT_FOUND')
      const result = await approveReports(viewer, chosen)
      if (!result.ok) return result
      const unitsOf = (reports: readonly string[]) =>
        chosen.filter(({ reportId }) => reports.includes(reportId)).map(({ unitId }) => unitId)
      return ok({
        done: unitsOf(result.value.approved),
        left: unitsOf(result.value.left.map(({ reportId }) => reportId)),
      })
    },
    { seconds: 60 },
  )
}
