import 'server-only'
import { createHash } from 'node:crypto'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { readStoredFile } from '@/lib/evidence/files/queries'
import { type ArchiveFacts, archiveTexts, attachmentPaths } from '@/lib/final-report/archive/model'
import { readEdition } from '@/lib/final-report/editions/queries'
import type { Renderer } from '@/lib/final-report/export/commands'
import { fileName, pdfStandards } from '@/lib/final-report/export/model'
import { readPictures } from '@/lib/final-report/export/queries'
import type { LifeReason } from '@/lib/final-report/life/model'
import { listLifeEvents } from '@/lib/final-report/life/queries'
import { canReadReport } from '@/lib/final-report/permissions'
import { findReport } from '@/lib/final-report/queries'
import { recordAudit } from '@/lib/platform/audit'
import { findOverview } from '@/lib/projects/overview/queries'
import { findProject } from '@/lib/projects/queries'
import { fail, ok, type Result } from '@/lib/values/result'

type ArchivedFile = { path: string; bytes: Uint8Array }

/** Puts files into one package. `manifest`: the sum of the package's own list of sums. */
export type Packer = (files: readonly ArchivedFile[], at: Date) => { bytes: Uint8Array; manifest: string }

export type MadeArchive = { bytes: Uint8Array; name: string; sha256: string; manifest: string; files: number }

/**
 * The archive package of an edition, the newest when no number is given: both PDFs, the attachments, the data, what is known
 * of the report, and a manifest. The same edition gives the same report in it whenever it is made. Reasons: NOT_FOUND,
 * NOT_ALLOWED; WRONG_STATE when nothing has been locked yet.
 * @throws when a renderer fails
 */
export async function exportArchive(
  viewer: Viewer,
  projectKey: string,
  make: { render: Renderer; pack: Packer },
  number: number | null = null,
): Promise<Result<MadeArchive, LifeReason>> {
  const project = await findProject(viewer, projectKey)
  if (!project || !canReadReport(viewer, project.id)) return fail('NOT_FOUND')
  const right = rightTo(viewer, 'final_report.export', project.id)
  if (!right) return fail('NOT_ALLOWED')
  const report = await findReport(viewer, project.id)
  if (!report) return fail('NOT_FOUND')
  const edition = await readEdition(viewer, project.id, number)
  if (!edition) return fail(number === null ? 'WRONG_STATE' : 'NOT_FOUND')
  const overview = await findOverview(viewer, project.id)
  const facts: ArchiveFacts = {
    edition,
    events: await listLifeEvents(viewer, project.id),
    dnsh: overview?.dnsh ?? [],
    declarations: overview?.declarations ?? [],
  }
  const at = new Date(edition.frozenAt)
  const { document } = edition
  const pictures = await readPictures(viewer, document)
  const files: ArchivedFile[] = archiveTexts(facts).map(({ path, text }) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }))
  for (const standard of pdfStandards) {
    const { pdf } = await make.render(document, at, { standard, pictures })
    files.push({ path: fileName(project, at, document.heading, standard), bytes: pdf })
  }
  const attached: { label: string; name: string; bytes: Uint8Array }[] = []
  for (const { label, file } of report.attachments) {
    const kept = file && (await readStoredFile(viewer, file.id))
    if (kept) attached.push({ label, name: kept.name, bytes: kept.bytes })
  }
  const paths = attachmentPaths(attached)
  files.push(...attached.map(({ bytes: attachment }, index) => ({ path: paths[index] ?? '', bytes: attachment })))
  const { bytes, manifest } = make.pack(files, at)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = fileName(project, at, document.heading, 'ua-1').replace(/\.pdf$/, '.zip')
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, {
      action: 'final_report.archived',
      right,
      subjectType: 'final_report',
      subjectId: report.id,
      organisationId: project.organisationId,
      data: { name, sha256, manifest, bytes: bytes.length, files: files.length, edition: edition.number },
    }),
  )
  return ok({ bytes, name, sha256, manifest, files: files.length })
}
