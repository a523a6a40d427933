import 'server-only'
import { createHash } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { numberedTitle } from '@/lib/actions/model'
import type { PhaseTable } from '@/lib/plan/schedule/model'
import { bySort } from '@/lib/platform/order'
import { inVisibleProjects } from '@/lib/projects/permissions'

/** Columns and actions of a part with their cells, as part of another read. */
export const scheduleFields = {
  columns: { orderBy: bySort, select: { id: true, label: true, timeCode: true } },
  actions: {
    orderBy: bySort,
    select: {
      id: true,
      no: true,
      noAsWritten: true,
      title: true,
      planned: true,
      started: true,
      done: true,
      cells: { orderBy: { columnId: 'asc' }, select: { columnId: true, mark: true, text: true } },
    },
  },
} as const satisfies Prisma.WorkPackageSelect

type Stored = Prisma.WorkPackageGetPayload<{ select: typeof scheduleFields }>

/** A stored schedule as the house knows it. */
export function toPhaseTable(workPackageId: string, { columns, actions }: Stored): PhaseTable {
  return {
    workPackageId,
    columns,
    rows: actions.map(({ id, cells, ...action }) => ({ actionId: id, title: numberedTitle(action), cells })),
  }
}

/** The mark of a table's state: another one when a column or a cell has changed. Actions do not count, they are not written here. */
export function versionOf({ columns, rows }: PhaseTable): string {
  const cells = rows.flatMap(({ actionId, cells: own }) =>
    own.map(({ columnId, mark, text }) => [actionId, columnId, mark, text]),
  )
  return createHash('sha256')
    .update(JSON.stringify([columns, cells]))
    .digest('hex')
    .slice(0, 32)
}

/** The schedule of one part with the mark of its state; null when it is not there for the viewer. */
export function findSchedule(
  viewer: Viewer,
  projectId: string,
  workPackageId: string,
): Promise<{ table: PhaseTable; version: string } | null> {
  return asViewer(viewer, async (tx) => {
    const part = await tx.workPackage.findFirst({
      where: { id: workPackageId, projectId, ...inVisibleProjects(viewer) },
      select: scheduleFields,
    })
    if (!part) return null
    const table = toPhaseTable(workPackageId, part)
    return { table, version: versionOf(table) }
  })
}
