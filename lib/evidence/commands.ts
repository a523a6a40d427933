import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { keepFile } from '@/lib/evidence/files/commands'
import { cleanFileName, type FileReason } from '@/lib/evidence/files/model'
import { type EvidenceSubject, type SubjectHeading, subjectColumns } from '@/lib/evidence/model'
import { rightToKeep } from '@/lib/evidence/permissions'
import { findHeading, newestPublication } from '@/lib/evidence/queries'
import { recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

export type KeepReason = 'NOT_FOUND' | 'NOT_ALLOWED'
type Given = EvidenceSubject & { label: string; note: string | null }

/** Adds a link to a thing. Reasons: NOT_FOUND, NOT_ALLOWED. */
export function keepLink(
  viewer: Viewer,
  { kind, id, label, note, url }: Given & { url: string },
): Promise<Result<{ evidenceId: string }, KeepReason>> {
  return keeping(viewer, { kind, id }, (add) => add({ label, note, url }))
}

/** Adds a file to a thing; its content must be what its name says. Reasons: as `keepLink` and `keepFile`. */
export function keepEvidenceFile(
  viewer: Viewer,
  { kind, id, label, note, name, bytes }: Given & { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Result<{ evidenceId: string }, KeepReason | FileReason>> {
  return keeping<FileReason>(viewer, { kind, id }, async (add, { organisationId }) => {
    const kept = await keepFile(viewer, { organisationId, name, bytes })
    if (!kept.ok) return kept
    const named = label.trim().slice(0, 300) || cleanFileName(name)
    return add({ label: named, note, fileId: kept.value.fileId })
  })
}

type Added = Promise<Result<{ evidenceId: string }, never>>
type Add = (row: { label: string; note: string | null; url?: string; fileId?: string }) => Added

function keeping<Reason extends string = never>(
  viewer: Viewer,
  subject: EvidenceSubject,
  work: (add: Add, heading: SubjectHeading) => Promise<Result<{ evidenceId: string }, Reason>>,
): Promise<Result<{ evidenceId: string }, KeepReason | Reason>> {
  return asViewer(viewer, async (tx) => {
    const found = await allowed(viewer, tx, subject)
    if (!found.ok) return found
    const { heading, right } = found.value
    const add: Add = async (row) => {
      const { id } = await tx.evidence.create({
        data: {
          ...row,
          organisationId: heading.organisationId,
          [subjectColumns[subject.kind]]: subject.id,
          addedById: viewer.userId,
        },
        select: { id: true },
      })
      await audit(viewer, tx, { action: 'evidence.added', right, heading, evidenceId: id })
      return ok({ evidenceId: id })
    }
    return work(add, heading)
  })
}

/**
 * Takes a link or file away; the file's bytes stay. What has been published stays (PUBLISHED), and so does the last piece
 * that shows a target reached (SHOWS_REACHED). Reasons: NOT_FOUND, NOT_ALLOWED, PUBLISHED, SHOWS_REACHED.
 */
export function removeKept(
  viewer: Viewer,
  { evidenceId, ...subject }: EvidenceSubject & { evidenceId: string },
): Promise<Result<null, KeepReason | 'PUBLISHED' | 'SHOWS_REACHED'>> {
  return asViewer(viewer, async (tx) => {
    const found = await allowed(viewer, tx, subject)
    if (!found.ok) return found
    const { heading, right } = found.value
    const where = { [subjectColumns[subject.kind]]: subject.id }
    const row = await tx.evidence.findFirst({ where: { id: evidenceId, ...where }, select: { createdAt: true } })
    if (!row) return fail('NOT_FOUND')
    const published = await newestPublication(viewer, tx, heading.projectId)
    if (published !== null && row.createdAt <= published) return fail('PUBLISHED')
    if (heading.reached) {
      // Two who each take away the other's last piece wait for each other here.
      await tx.$queryRaw`SELECT id FROM "IndicatorTarget" WHERE id = ${subject.id}::uuid FOR UPDATE`
      if ((await tx.evidence.count({ where })) <= 1) return fail('SHOWS_REACHED')
    }
    const gone = await tx.evidence.deleteMany({ where: { id: evidenceId, ...where } })
    if (gone.count === 0) return fail('NOT_FOUND')
    await audit(viewer, tx, { action: 'evidence.removed', right, heading, evidenceId })
    return ok(null)
  })
}

async function allowed(
  viewer: Viewer,
  tx: Tx,
  { kind, id }: EvidenceSubject,
): Promise<Result<{ heading: SubjectHeading; right: string }, KeepReason>> {
  const heading = await findHeading(viewer, tx, { kind, id })
  if (!heading) return fail('NOT_FOUND')
  const right = rightToKeep(viewer, heading)
  return right ? ok({ heading, right }) : fail('NOT_ALLOWED')
}

type Recorded = {
  action: 'evidence.added' | 'evidence.removed'
  right: string
  heading: SubjectHeading
  evidenceId: string
}

function audit(viewer: Viewer, tx: Tx, { action, right, heading, evidenceId }: Recorded): Promise<void> {
  return recordAudit(tx, viewer, {
    action,
    right,
    subjectType: heading.kind,
    subjectId: heading.id,
    organisationId: heading.organisationId,
    data: { evidenceId },
  })
}
