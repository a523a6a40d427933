import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type ReadFile, readStoredFile } from '@/lib/evidence/files/queries'
import type { AttachmentRow } from '@/lib/meetings/attachments/model'
import { visibleMeetings } from '@/lib/meetings/permissions'
import { sql } from '@/lib/platform/db'

type Row = {
  id: string
  itemId: string
  label: string
  url: string | null
  page: string | null
  periodKey: string | null
  version: number | null
  publishedAt: Date | null
  name: string | null
  size: number | null
}

/** Attachments of the items of a meeting, by item. The caller has checked that the meeting may be read. */
export async function attachmentsOf(viewer: Viewer, meetingId: string): Promise<(itemId: string) => AttachmentRow[]> {
  const rows = await asViewer(viewer, (tx) =>
    tx.$queryRaw<Row[]>(sql`
    SELECT a.id::text AS id, a."agendaItemId"::text AS "itemId", a.label, a.url, a.page,
           s."periodKey", s.version, s."publishedAt", f.name, f.size
      FROM "AgendaAttachment" a
      JOIN "AgendaItem" i ON i.id = a."agendaItemId"
      LEFT JOIN "Snapshot" s ON s.id = a."snapshotId"
      LEFT JOIN "StoredFile" f ON f.id = a."fileId"
     WHERE i."meetingId" = ${meetingId}::uuid
     ORDER BY a.sort, a.id`),
  )
  return (itemId) => rows.filter((row) => row.itemId === itemId).map(toAttachment)
}

function toAttachment({ id, label, url, page, periodKey, version, publishedAt, name, size }: Row): AttachmentRow {
  if (page !== null && periodKey !== null && version !== null && publishedAt !== null) {
    const target = { kind: 'page', page, periodKey, version, publishedAt: publishedAt.toISOString() } as const
    return { id, label, target }
  }
  if (name !== null && size !== null) return { id, label, target: { kind: 'file', name, size } }
  return { id, label, target: { kind: 'link', url: url ?? '' } }
}

/** The file of an attachment; null when there is none or its meeting is not the viewer's to read. */
export function readAttachmentFile(viewer: Viewer, attachmentId: string): Promise<ReadFile | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.agendaAttachment.findFirst({
      where: { id: attachmentId, agendaItem: { meeting: visibleMeetings(viewer) } },
      select: { fileId: true },
    })
    return row?.fileId ? readStoredFile(viewer, row.fileId) : null
  })
}
