import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import type { MeetingFacts } from '@/lib/meetings/model'
import { visibleMeetings } from '@/lib/meetings/permissions'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'

/** The columns of a meeting's own facts; `factsOf` turns them into the shape. */
export const meetingFacts = {
  id: true,
  organisationId: true,
  bodyId: true,
  title: true,
  heldOn: true,
  dateAsWritten: true,
  timeAsWritten: true,
  place: true,
  documentType: true,
  note: true,
  chairRole: true,
  secretaryRole: true,
  state: true,
  checkedAt: true,
  approvedAt: true,
  version: true,
  period: { select: { id: true, key: true } },
  body: { select: { name: true, projectId: true } },
} as const satisfies Prisma.MeetingSelect

/** A read row as the shape of a meeting's own facts. */
export function factsOf(row: Prisma.MeetingGetPayload<{ select: typeof meetingFacts }>): MeetingFacts {
  const { body, checkedAt, approvedAt, ...rest } = row
  return {
    ...rest,
    body: body.name,
    projectId: body.projectId,
    heldOn: dayText(row.heldOn),
    checkedAt: checkedAt?.toISOString() ?? null,
    approvedAt: approvedAt?.toISOString() ?? null,
  }
}

/**
 * The meeting, held until the transaction ends: what is written in a meeting and the steps of its state are decided one after
 * the other. Null when it does not exist or is not the viewer's to read.
 */
export async function holdMeeting(viewer: Viewer, tx: Tx, meetingId: string): Promise<MeetingFacts | null> {
  await tx.$queryRaw`SELECT 1 FROM "Meeting" WHERE id = ${meetingId}::uuid FOR NO KEY UPDATE`
  const row = await tx.meeting.findFirst({
    where: { AND: [{ id: meetingId }, visibleMeetings(viewer)] },
    select: meetingFacts,
  })
  return row && factsOf(row)
}
