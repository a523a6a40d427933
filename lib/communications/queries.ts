import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { CommunicationEntry } from '@/lib/communications/model'
import { visibleTo } from '@/lib/communications/permissions'
import { dayText } from '@/lib/platform/columns'
import { bySort } from '@/lib/platform/order'

const rowFields = {
  id: true,
  periodId: true,
  no: true,
  topic: true,
  audience: true,
  statusText: true,
  responsibleRole: true,
  channels: true,
  dateAsWritten: true,
  dateCode: true,
  aim: true,
  version: true,
  items: {
    orderBy: [{ kind: 'asc' }, { sort: 'asc' }],
    select: { id: true, kind: true, text: true, periodId: true, happenedOn: true, url: true },
  },
} as const satisfies Prisma.CommunicationRowSelect

/** Communication plan and log of a project in stored order, as part of another read. */
export const communicationsInOrder = { orderBy: bySort, select: rowFields } as const

/** Communication plan and log of a project in stored order. */
export function listCommunications(viewer: Viewer, projectId: string): Promise<CommunicationEntry[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.communicationRow.findMany({
      where: { projectId, ...visibleTo(viewer) },
      ...communicationsInOrder,
    })
    return rows.map(toEntry)
  })
}

/** One row of the project's plan with its log; null when it is not there for the viewer. */
export function findCommunication(viewer: Viewer, projectId: string, id: string): Promise<CommunicationEntry | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.communicationRow.findFirst({
      where: { id, projectId, ...visibleTo(viewer) },
      select: rowFields,
    })
    return row && toEntry(row)
  })
}

/** A stored row of the plan as the house knows it. */
export function toEntry(row: Prisma.CommunicationRowGetPayload<{ select: typeof rowFields }>): CommunicationEntry {
  return { ...row, items: row.items.map((item) => ({ ...item, happenedOn: dayText(item.happenedOn) })) }
}
