import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { namesOf, withoutNames } from '@/lib/meetings/names/model'
import { namesInMeeting, presenterFields } from '@/lib/meetings/names/queries'
import { visibleTo } from '@/lib/meetings/permissions'
import { dayText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'
import type { Cut } from '@/lib/rounds/snapshot/cut/model'
import type { SnapshotConcern, SnapshotMeeting } from '@/lib/rounds/snapshot/meetings/model'

/**
 * Meetings as a published period may tell them. What was decided is told once it has been checked; of a meeting that has
 * not been held, only what is asked of it, and only when it is to handle this very period. Names are told nowhere.
 */
export function listMeetingsAtCut(viewer: Viewer, projectId: string, cut: Cut): Promise<SnapshotMeeting[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.meeting.findMany({
      where: { body: { projectId, ...visibleTo(viewer) } },
      orderBy: [{ heldOn: { sort: 'asc', nulls: 'first' } }, { sort: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        title: true,
        heldOn: true,
        dateAsWritten: true,
        state: true,
        periodId: true,
        body: { select: { name: true } },
        ...namesInMeeting,
        items: {
          orderBy: bySort,
          select: {
            ...presenterFields,
            id: true,
            number: true,
            year: true,
            title: true,
            proposal: true,
            workPackageId: true,
            planChangeId: true,
            decisions: {
              orderBy: bySort,
              select: { id: true, text: true, decidedOn: true, decidedAsWritten: true, subjects: true },
            },
          },
        },
      },
    })
    const names = namesOf(
      rows.flatMap(({ attendance }) => attendance),
      rows.flatMap(({ items }) => items),
    )
    const told = rows.flatMap(({ periodId, body, attendance, ...row }): SnapshotMeeting[] => {
      const heldOn = dayText(row.heldOn)
      const handles = periodId === cut.periodId
      const isKnown = row.state !== 'draft' && (heldOn === null || heldOn <= cut.lastDay)
      if (!handles && !isKnown) return []
      const items = row.items.map(({ decisions, presenterName, presenterRole, ...item }) => ({
        ...item,
        decisions:
          row.state === 'draft'
            ? []
            : decisions.map(({ subjects, ...decision }) => ({
                ...decision,
                decidedOn: dayText(decision.decidedOn),
                concerns: subjects.flatMap(concernOf),
              })),
      }))
      return [{ ...row, body: body.name, heldOn, handles, items }]
    })
    // What is published is read by more people than the minutes: names in the texts give way to roles.
    return withoutNames(told, names)
  })
}

const columns = {
  work_package: 'workPackageId',
  toimintamalli: 'toimintamalliId',
  investment: 'investmentId',
  purchase: 'purchaseId',
  plan_change: 'planChangeId',
  section: 'sectionId',
} as const satisfies Record<SnapshotConcern, string>

/** What a decision concerns. */
function concernOf(row: Record<(typeof columns)[SnapshotConcern], string | null>) {
  return (Object.keys(columns) as SnapshotConcern[]).flatMap((kind) => {
    const id = row[columns[kind]]
    return id === null ? [] : [{ kind, id }]
  })
}
