import 'server-only'
import { randomUUIDv7 } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { keepFile } from '@/lib/evidence/files/commands'
import { readStoredFile } from '@/lib/evidence/files/queries'
import { loadBoundData } from '@/lib/final-report/bindings/queries'
import { type BlockDraft, writeBlocks } from '@/lib/final-report/blocks/commands'
import type { WrittenBlock } from '@/lib/final-report/blocks/model'
import { contentSchemas } from '@/lib/final-report/blocks/schema'
import { type ImportReason, openForImport } from '@/lib/final-report/import/commands'
import { pictureBytes, pictureEnding } from '@/lib/final-report/import/docx/pictures/model'
import type { ImportPlan } from '@/lib/final-report/import/plan/model'
import { planImport } from '@/lib/final-report/import/planning/model'
import { findImport } from '@/lib/final-report/import/queries'
import type { KeptContent, OpenImport, Taken } from '@/lib/final-report/import/rows/model'
import type { TakeInput } from '@/lib/final-report/import/schema'
import type { FinalReport } from '@/lib/final-report/model'
import { findReport } from '@/lib/final-report/queries'
import { changeSection } from '@/lib/final-report/sections/commands'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { words } from '@/lib/platform/words'
import { openPackage, type Package } from '@/lib/platform/zip-package'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = ImportReason | 'STALE' | 'NOTHING_TAKEN'

/**
 * Takes a read file into the report, with the places and standings that the person chose: all of it or nothing. Each section that
 * gets something has a version of its own in its history, so that it can be taken back. Reasons: NOT_FOUND (not there, or taken
 * in already), NOT_ALLOWED, LOCKED, STALE with the sections that somebody has changed since the person looked, NOTHING_TAKEN.
 */
export function takeImport(viewer: Viewer, { project, id, seen, choices }: TakeInput): Promise<Result<Taken, Reason>> {
  return asViewer(
    viewer,
    async (tx) => {
      const open = await openForImport(viewer, tx, project)
      if (!open.ok) return open
      const { reportId, organisationId, projectId, right } = open.value
      // Two that take at once, and somebody who writes meanwhile, wait for each other here.
      await tx.$queryRaw`SELECT id FROM "ReportImport" WHERE id = ${id}::uuid FOR UPDATE`
      await tx.$queryRaw`SELECT id FROM "FinalReportSection" WHERE "reportId" = ${reportId}::uuid ORDER BY id FOR UPDATE`
      const waiting = await findImport(viewer, projectId, id)
      const report = await findReport(viewer, projectId)
      if (!waiting || waiting.takenAt !== null || report?.id !== reportId) return fail('NOT_FOUND')
      const data = await loadBoundData(viewer, projectId)
      const t = words(report.language)
      const plan = planImport(waiting.written, choices, { report, data, t, newId: randomUUIDv7 })
      const changed = plan.sections.filter(({ stands }) => stands !== null && seen.get(stands.id) !== stands.version)
      if (changed.length > 0) {
        const fields = changed.map((section) => [`standing/${section.id}`, 'reportImport.reason.CHANGED'])
        return fail('STALE', Object.fromEntries(fields))
      }
      const written = await writePlan(viewer, tx, { plan, waiting, report, organisationId })
      if (written.sections === 0) return fail('NOTHING_TAKEN')
      await tx.reportImport.update({
        where: { id },
        data: { takenAt: now(), content: { written: waiting.written, taken: written } satisfies KeptContent },
        select: { id: true },
      })
      await recordAudit(tx, viewer, {
        action: 'final_report.imported',
        right,
        subjectType: 'final_report',
        subjectId: reportId,
        organisationId,
        data: { import: id, sha256: waiting.sha256, ...written },
      })
      return ok(written)
    },
    { seconds: 60 },
  )
}

type Writing = { plan: ImportPlan; waiting: OpenImport; report: FinalReport; organisationId: string }

/** Nothing is refused from here on: what goes wrong is thrown, and nothing of it is kept. */
async function writePlan(viewer: Viewer, tx: Tx, { plan, waiting, report, organisationId }: Writing): Promise<Taken> {
  const getting = plan.sections.filter(({ blocks }) => blocks.length > 0)
  const made = plan.sections.filter(({ stands }) => stands === null)
  if (getting.length + made.length === 0) return { sections: 0, blocks: 0 }
  const last = await tx.finalReportSection.aggregate({ where: { reportId: report.id }, _max: { sort: true } })
  const first = (last._max.sort ?? 0) + 1
  await tx.finalReportSection.createMany({
    data: made.map(({ id, parentId, number, title, kind, toimintamalliId }, at) => ({
      id,
      organisationId,
      reportId: report.id,
      parentId,
      number,
      title,
      kind,
      toimintamalliId,
      sort: first + at,
    })),
  })
  const fresh = plan.attachments.filter(({ isNew }) => isNew)
  for (const { id, sectionId } of plan.attachments.filter(({ isNew }) => !isNew))
    await tx.finalReportAttachment.update({ where: { id }, data: { sectionId }, select: { id: true } })
  const before = await tx.finalReportAttachment.aggregate({ where: { reportId: report.id }, _max: { sort: true } })
  await tx.finalReportAttachment.createMany({
    data: fresh.map(({ isNew: _, ...one }, at) => ({
      ...one,
      organisationId,
      reportId: report.id,
      sort: (before._max.sort ?? -1) + 1 + at,
    })),
  })
  const files = await keepPictures(
    viewer,
    waiting,
    organisationId,
    getting.flatMap(({ blocks }) => blocks),
  )
  for (const { id, stands, standing, blocks } of getting) {
    const drafts = blocks.map((block) => draftOf(block, files))
    const changed = await changeSection<never>(
      viewer,
      { sectionId: id, version: stands?.version ?? 1 },
      ({ section }) =>
        Promise.resolve(
          ok({
            change: 'imported',
            kept: 'imported' as const,
            state: 'draft' as const,
            write: (within: Tx) => {
              const all = standing === 'after' ? [...section.blocks, ...drafts] : drafts
              return writeBlocks(viewer, within, { sectionId: id, organisationId }, section.blocks, all)
            },
          }),
        ),
    )
    if (!changed.ok) throw new Error(`section ${id} could not be written: ${changed.reason}`)
  }
  const sections = new Set([...getting, ...made].map(({ id }) => id)).size
  return { sections, blocks: getting.reduce((sum, { blocks }) => sum + blocks.length, 0) }
}

/** What is stored is checked like any input. @throws for a content that does not fit its type */
function draftOf(block: WrittenBlock, files: ReadonlyMap<string, string>): BlockDraft {
  if (block.type === 'unreadable') throw new Error('a read file has a block that cannot be stored')
  const content = contentSchemas[block.type].parse(block.content)
  const fileId = block.file && files.get(block.file.id)
  return { ...block, content, file: block.file && fileId ? { ...block.file, id: fileId } : null } as BlockDraft
}

/** The pictures that are taken, kept as files of the county; by their names in the file. */
async function keepPictures(
  viewer: Viewer,
  { fileId }: OpenImport,
  organisationId: string,
  blocks: readonly WrittenBlock[],
): Promise<Map<string, string>> {
  const names = [...new Set(blocks.flatMap(({ file }) => (file ? [file.id] : [])))]
  const kept = new Map<string, string>()
  if (names.length === 0) return kept
  const stored = await readStoredFile(viewer, fileId)
  if (!stored) throw new Error('the read file is gone')
  const from: Package = openPackage(stored.bytes)
  for (const name of names) {
    const bytes = pictureBytes(from, name)
    if (!bytes) throw new Error(`the read file has no picture ${name}`)
    const own = `${
      name
        .split('/')
        .at(-1)
        ?.replace(/\.\w+$/, '') ?? 'kuva'
    }.${pictureEnding(bytes)}`
    const file = await keepFile(viewer, { organisationId, name: own, bytes: new Uint8Array(bytes) })
    if (!file.ok) throw new Error(`${name} could not be kept: ${file.reason}`)
    kept.set(name, file.value.fileId)
  }
  return kept
}
