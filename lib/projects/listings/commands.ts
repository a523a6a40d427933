import 'server-only'
import { createHash } from 'node:crypto'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { everyList, type SheetFormat, sheetFileName } from '@/lib/projects/listings/model'
import type { ProjectHeader } from '@/lib/projects/model'
import { dateInHelsinki } from '@/lib/values/calendar'
import type { Listing } from '@/lib/values/listing'
import { fail, ok, type Result } from '@/lib/values/result'

/** Draws lists as a file; a format of one list only is given one. */
export type SheetDrawer = (listings: readonly Listing[], title: string) => Promise<Uint8Array> | Uint8Array

/** Rows from which a list of its own is sent while it is still being made. */
export const longList = 5000

export type ExportedSheet = { bytes: Uint8Array; sha256: string; name: string }

/**
 * Lists of a project as a file. It is made outside the database's transaction, and handed over only after the audit row with
 * its hash has been written. The lists have been read by this viewer. Reasons: NOT_FOUND, also for those who may not read.
 */
export async function exportListings(
  viewer: Viewer,
  project: ProjectHeader,
  {
    list,
    format,
    listings,
    draw,
  }: { list: string; format: SheetFormat; listings: readonly Listing[]; draw: SheetDrawer },
): Promise<Result<ExportedSheet, 'NOT_FOUND'>> {
  const right = rightTo(viewer, 'project.read', project.id)
  if (right === null) return fail('NOT_FOUND')
  const bytes = await draw(listings, project.name)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = sheetFileName(project.key, calledBy(list, listings[0]), dateInHelsinki(now()), format)
  const rows = listings.reduce((count, listing) => count + listing.rows.length, 0)
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, {
      action: 'listing.exported',
      right,
      subjectType: 'project',
      subjectId: project.id,
      organisationId: project.organisationId,
      data: { list, format, name, sha256, bytes: bytes.length, rows },
    }),
  )
  return ok({ bytes, sha256, name })
}

/** What a file is called by: its list, or that it holds them all. */
const calledBy = (list: string, first: Listing | undefined): string =>
  list === everyList ? list : (first?.title ?? list)

type Streamed = {
  list: string
  title: string
  format: SheetFormat
  rows: number
  parts: Iterator<Uint8Array<ArrayBuffer>>
}

/**
 * A long list as a file that is sent while it is made. That it is handed over is recorded before its first byte, and its hash
 * and size after the last one, or after as much of it as was taken: the file ends only when that is written down. Reasons:
 * NOT_FOUND, also for those who may not read.
 */
export async function streamListing(
  viewer: Viewer,
  project: ProjectHeader,
  { list, title, format, rows, parts }: Streamed,
): Promise<Result<{ name: string; body: ReadableStream<Uint8Array<ArrayBuffer>> }, 'NOT_FOUND'>> {
  const right = rightTo(viewer, 'project.read', project.id)
  if (right === null) return fail('NOT_FOUND')
  const name = sheetFileName(project.key, title, dateInHelsinki(now()), format)
  const told = { list, format, name, rows }
  const record = (action: 'listing.exported' | 'listing.sent', more: object) =>
    asViewer(viewer, (tx) =>
      recordAudit(tx, viewer, {
        action,
        right,
        subjectType: 'project',
        subjectId: project.id,
        organisationId: project.organisationId,
        data: { ...told, ...more },
      }),
    )
  await record('listing.exported', {})
  const hash = createHash('sha256')
  let bytes = 0
  const end = (complete: boolean) => record('listing.sent', { complete, bytes, sha256: hash.copy().digest('hex') })
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { value, done } = parts.next()
      if (done) {
        await end(true)
        controller.close()
        return
      }
      hash.update(value)
      bytes += value.length
      controller.enqueue(value)
    },
    async cancel() {
      await end(false)
    },
  })
  return ok({ name, body })
}
