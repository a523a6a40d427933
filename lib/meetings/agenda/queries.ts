import 'server-only'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { ItemRow } from '@/lib/meetings/agenda/model'
import { attachmentsOf } from '@/lib/meetings/attachments/queries'
import { findThings } from '@/lib/meetings/choices/queries'
import { concernIds, concernsOf, decisionSubjects } from '@/lib/meetings/decisions/queries'
import type { MeetingFacts } from '@/lib/meetings/model'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { bySort } from '@/lib/platform/order'

/**
 * The items of a meeting in their order, with what hangs on them and the names in them. The caller has checked that the meeting
 * may be read, and leaves the names out for those who may not know them.
 */
export async function readItems(
  viewer: Viewer,
  tx: Tx,
  { id: meetingId, projectId }: MeetingFacts,
): Promise<ItemRow[]> {
  const rows = await tx.agendaItem.findMany({
    where: { meetingId },
    orderBy: bySort,
    select: {
      id: true,
      number: true,
      title: true,
      proposal: true,
      background: true,
      discussion: true,
      presenterRole: true,
      presenterName: true,
      version: true,
      workPackageId: true,
      planChangeId: true,
      decisions: {
        orderBy: bySort,
        select: {
          id: true,
          text: true,
          decidedOn: true,
          decidedAsWritten: true,
          version: true,
          subjects: decisionSubjects,
        },
      },
      actionPoints: {
        orderBy: bySort,
        select: { id: true, text: true, responsibleRole: true, dueOn: true, doneOn: true, version: true },
      },
    },
  })
  const attachments = await attachmentsOf(viewer, meetingId)
  const ids = rows.flatMap(({ workPackageId, planChangeId, decisions }) => [
    ...[workPackageId, planChangeId].filter((id) => id !== null),
    ...decisions.flatMap(({ subjects }) => concernIds(subjects)),
  ])
  const names = await findThings(viewer, projectId, ids)
  const named = (id: string | null) => names.find((thing) => thing.id === id) ?? null
  const readsFinalReport = can(viewer, 'final_report.read', projectId)
  return rows.map(({ workPackageId, planChangeId, ...row }) => ({
    ...row,
    workPackage: named(workPackageId),
    planChange: named(planChangeId),
    attachments: attachments(row.id),
    decisions: row.decisions.map(({ subjects, ...decision }) => ({
      ...decision,
      decidedOn: dayText(decision.decidedOn),
      concerns: concernsOf(subjects, names, readsFinalReport),
    })),
    actionPoints: row.actionPoints.map((point) => ({
      ...point,
      dueOn: dayText(point.dueOn),
      doneOn: dayText(point.doneOn),
    })),
  }))
}

/** The body's last § number in the year of the meeting; null while the meeting has no day. */
export async function lastNumber(viewer: Viewer, { bodyId, heldOn }: MeetingFacts): Promise<number | null> {
  if (heldOn === null) return null
  const year = Number(heldOn.slice(0, 4))
  const last = await asViewer(viewer, (tx) =>
    tx.agendaItem.aggregate({ where: { bodyId, year }, _max: { number: true } }),
  )
  return last._max.number ?? 0
}
