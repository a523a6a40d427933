import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { PlanReason } from '@/lib/plan/commands'
import { type PhaseTable, typedCell } from '@/lib/plan/schedule/model'
import { findSchedule } from '@/lib/plan/schedule/queries'
import type { CellsInput, ColumnInput, ColumnRemoval } from '@/lib/plan/schedule/schema'
import { changeProject, type HeldProject } from '@/lib/projects/commands'
import { fail, ok, type Result } from '@/lib/values/result'

type Done = Promise<Result<{ workPackageId: string }, PlanReason>>
type Written = Promise<Result<null, PlanReason>>

/** Adds a column after another one, or renames and moves it. Reasons: NOT_FOUND (part, column), NOT_ALLOWED, STALE. */
export function saveColumn(viewer: Viewer, { columnId, label, time, afterId, ...place }: ColumnInput): Done {
  return onTable(viewer, place, async ({ tx, organisationId, record }, { columns }) => {
    const { workPackageId } = place
    const unknown = [columnId, afterId].some((id) => id !== null && columns.every((column) => column.id !== id))
    if (unknown || (afterId !== null && afterId === columnId)) return fail('NOT_FOUND')
    const data = { label, timeCode: time }
    const id =
      columnId ??
      (
        await tx.scheduleColumn.create({
          data: { ...data, organisationId, workPackageId, sort: columns.length },
          select: { id: true },
        })
      ).id
    if (columnId !== null) await tx.scheduleColumn.update({ where: { id }, data })
    await inOrder(tx, [...columns.filter((column) => column.id !== id).map((column) => column.id)], id, afterId)
    await record('plan.column_saved', { workPackageId, columnId: id, label, time, added: columnId === null })
    return ok(null)
  })
}

/** Takes a column away with what stands in it. Reasons: NOT_FOUND (part, column), NOT_ALLOWED, STALE. */
export function removeColumn(viewer: Viewer, { columnId, ...place }: ColumnRemoval): Done {
  return onTable(viewer, place, async ({ tx, record }, { columns, rows }) => {
    const column = columns.find(({ id }) => id === columnId)
    if (!column) return fail('NOT_FOUND')
    const lost = rows.flatMap(({ actionId, cells }) =>
      cells.filter((cell) => cell.columnId === columnId).map((cell) => ({ actionId, says: typedCell(cell) })),
    )
    await tx.scheduleColumn.delete({ where: { id: columnId } })
    const { label, timeCode } = column
    await record('plan.column_removed', { workPackageId: place.workPackageId, label, timeCode, cells: lost })
    return ok(null)
  })
}

/**
 * Writes the cells that were sent, each as it was typed; an empty one takes away what stood there, and one that reads as it did
 * stays as it was. Reasons: NOT_FOUND (part, action, column), NOT_ALLOWED, STALE.
 */
export function saveCells(viewer: Viewer, { cells, ...place }: CellsInput): Done {
  return onTable(viewer, place, async ({ tx, organisationId, record }, { columns, rows }) => {
    const changes = cells.map(({ actionId, columnId, says }) => {
      const row = rows.find((one) => one.actionId === actionId)
      if (!row || columns.every(({ id }) => id !== columnId)) return null
      const before = row.cells.find((cell) => cell.columnId === columnId)
      const [was, is] = [typedCell(before), typedCell(says ?? undefined)]
      const same = was === is && (before === undefined) === (says === null)
      return { actionId, columnId, says, was, is, same }
    })
    // All of them or none: a refusal within a transaction takes nothing back by itself.
    if (changes.includes(null)) return fail('NOT_FOUND')
    const real = changes.flatMap((change) => (change === null || change.same ? [] : change))
    for (const { actionId, columnId, says } of real) {
      const where = { actionId_columnId: { actionId, columnId } }
      if (says === null) await tx.actionScheduleCell.delete({ where })
      else
        await tx.actionScheduleCell.upsert({
          where,
          create: { organisationId, actionId, columnId, ...says },
          update: says,
        })
    }
    const told = real.map(({ actionId, columnId, was, is }) => ({ actionId, columnId, was, is }))
    await record('plan.cells_saved', { workPackageId: place.workPackageId, changes: told })
    return ok(null)
  })
}

type Place = { projectId: string; workPackageId: string; version: string }

/** One writer of a part's table at a time, and only one who saw it as it is. */
function onTable(
  viewer: Viewer,
  { projectId, workPackageId, version }: Place,
  work: (project: HeldProject, table: PhaseTable) => Written,
): Done {
  return changeProject<{ workPackageId: string }, PlanReason>(
    viewer,
    { projectId, by: 'plan.write' },
    async (project) => {
      await project.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('schedule/' || ${workPackageId}, 0))`
      const found = await findSchedule(viewer, projectId, workPackageId)
      if (!found) return fail('NOT_FOUND')
      if (found.version !== version) return fail('STALE')
      const done = await work(project, found.table)
      return done.ok ? ok({ workPackageId }) : done
    },
  )
}

/** Columns are numbered anew, the moved one after the one that was named, or first. */
async function inOrder(tx: HeldProject['tx'], others: string[], id: string, afterId: string | null): Promise<void> {
  const at = afterId === null ? 0 : others.indexOf(afterId) + 1
  const order = [...others.slice(0, at), id, ...others.slice(at)]
  for (const [sort, columnId] of order.entries())
    await tx.scheduleColumn.update({ where: { id: columnId }, data: { sort } })
}
