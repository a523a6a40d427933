import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type Named, namesOf } from '@/lib/meetings/names/model'
import { visibleTo } from '@/lib/meetings/permissions'
import { bySort } from '@/lib/platform/order'

/** What tells the names of a meeting, as part of a read of it. */
export const namesInMeeting = {
  attendance: { orderBy: bySort, select: { name: true, role: true } },
} as const satisfies Prisma.MeetingSelect
export const presenterFields = { presenterName: true, presenterRole: true } as const satisfies Prisma.AgendaItemSelect

/**
 * Every name that a meeting of the project knows, drafts too: somebody who is spoken of in one meeting is named in another. They
 * are read to be left out of texts, never to be shown.
 */
export function listNames(viewer: Viewer, projectId: string): Promise<Named[]> {
  return asViewer(viewer, async (tx) => {
    const meetings = await tx.meeting.findMany({
      where: { body: { projectId, ...visibleTo(viewer) } },
      orderBy: bySort,
      select: { ...namesInMeeting, items: { orderBy: bySort, select: presenterFields } },
    })
    return namesOf(
      meetings.flatMap(({ attendance }) => attendance),
      meetings.flatMap(({ items }) => items),
    )
  })
}
