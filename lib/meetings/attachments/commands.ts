import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { keepFile } from '@/lib/evidence/files/commands'
import { cleanFileName, type FileReason } from '@/lib/evidence/files/model'
import { figureOf, reviewOf } from '@/lib/meetings/attachments/model'
import type { MeetingFacts, MeetingReason } from '@/lib/meetings/model'
import { type Recorder, writeInMeeting } from '@/lib/meetings/standing/commands'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

type Place = { meetingId: string; itemId: string }
type Added = { attachmentId: string }

/** Hangs an address elsewhere on an item. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED. */
export function attachLink(
  viewer: Viewer,
  { label, url, ...place }: Place & { label: string; url: string },
): Promise<Result<Added, MeetingReason>> {
  return attaching(viewer, place, (add) => add({ label, url }))
}

/**
 * Hangs a frozen page of one of the project's publications on an item: the review, a unit's page in it, or a figure's card.
 * Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, INVALID at `page` when no publication of the project holds it.
 */
export function attachPage(
  viewer: Viewer,
  { page: chosen, ...place }: Place & { page: string },
): Promise<Result<Added, MeetingReason>> {
  return attaching(viewer, place, async (add, tx, { projectId }) => {
    const [page = '', ...words] = chosen.split(' ')
    const snapshotId = await publicationOf(tx, projectId, page)
    if (snapshotId === null) return fail('INVALID', { page: 'meetings.error.page' })
    return add({ label: words.join(' ').slice(0, 300) || page, snapshotId, page })
  })
}

/** The publication whose page this is; null when the project has none such, or it does not hold what the page shows. */
async function publicationOf(tx: Tx, projectId: string, page: string): Promise<string | null> {
  const figure = figureOf(page)
  const review = reviewOf(page)
  if (!figure && !review) return null
  const where = figure
    ? { code: figure.code, body: { contains: `-${figure.name}"` } }
    : {
        projectKey: review?.project,
        periodKey: review?.period,
        version: review?.version,
        ...(review?.unit && { body: { contains: `"${review.unit}"` } }),
      }
  const row = await tx.snapshot.findFirst({ where: { ...where, projectId }, select: { id: true } })
  return row?.id ?? null
}

/** Hangs a file on an item; its content must be what its name says. Reasons: as `attachLink` and `keepFile`. */
export function attachFile(
  viewer: Viewer,
  given: Place & { label: string; name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Result<Added, MeetingReason | FileReason>> {
  const { meetingId, itemId, label, name, bytes } = given
  return attaching<FileReason>(viewer, { meetingId, itemId }, async (add, _tx, { organisationId }) => {
    const kept = await keepFile(viewer, { organisationId, name, bytes })
    if (!kept.ok) return kept
    return add({ label: label.trim().slice(0, 300) || cleanFileName(name), fileId: kept.value.fileId })
  })
}

type Row = { label: string } & ({ url: string } | { fileId: string } | { snapshotId: string; page: string })
type Add = (row: Row) => Promise<Result<Added, never>>

function attaching<Reason extends string = never>(
  viewer: Viewer,
  { meetingId, itemId }: Place,
  work: (add: Add, tx: Tx, meeting: MeetingFacts) => Promise<Result<Added, MeetingReason | Reason>>,
): Promise<Result<Added, MeetingReason | Reason>> {
  return writeInMeeting<Added, Reason>(viewer, meetingId, async (tx, meeting, record: Recorder) => {
    if ((await tx.agendaItem.count({ where: { id: itemId, meetingId } })) === 0) return fail('NOT_FOUND')
    const add: Add = async (row) => {
      const { organisationId } = meeting
      const sort = await tx.agendaAttachment.count({ where: { agendaItemId: itemId } })
      const { id } = await tx.agendaAttachment.create({
        data: { ...row, organisationId, agendaItemId: itemId, sort },
        select: { id: true },
      })
      await record('meeting.attachment_added', { itemId, attachmentId: id })
      return ok({ attachmentId: id })
    }
    return work(add, tx, meeting)
  })
}

/** Takes an attachment off an item; a file's bytes stay. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED. */
export function removeAttachment(
  viewer: Viewer,
  { meetingId, itemId, attachmentId }: Place & { attachmentId: string },
): Promise<Result<null, MeetingReason>> {
  return writeInMeeting(viewer, meetingId, async (tx, _meeting, record) => {
    const gone = await tx.agendaAttachment.deleteMany({
      where: { id: attachmentId, agendaItemId: itemId, agendaItem: { meetingId } },
    })
    if (gone.count === 0) return fail('NOT_FOUND')
    await record('meeting.attachment_removed', { itemId, attachmentId })
    return ok(null)
  })
}
