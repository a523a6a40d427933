import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { knownSubjects } from '@/lib/final-report/bindings/known/queries'
import { writeBlocks } from '@/lib/final-report/blocks/commands'
import { subjectId, type WrittenBlock } from '@/lib/final-report/blocks/model'
import { sectionText } from '@/lib/final-report/editor/model'
import { findVersion } from '@/lib/final-report/history/queries'
import type { FinalReportReason } from '@/lib/final-report/model'
import { changeSection } from '@/lib/final-report/sections/commands'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Takes a section back to an older version, as a new version. What the old one showed and is no longer in the project is shown
 * as a fault, as anywhere. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, STALE, NOTHING when it is the same as now.
 */
export function takeBack(
  viewer: Viewer,
  { section: sectionId, version, back }: { section: string; version: number; back: number },
): Promise<Result<{ version: number }, FinalReportReason>> {
  return changeSection<FinalReportReason>(
    viewer,
    { sectionId, version },
    async ({ section, organisationId, projectId }) => {
      const found = await findVersion(viewer, { sectionId, version: back })
      if (!found) return fail('NOT_FOUND')
      const blocks = await withoutGone(viewer, projectId, found.chosen.blocks)
      if (sectionText(blocks) === sectionText(section.blocks)) return fail('NOTHING')
      return ok({
        change: 'taken_back',
        kept: 'taken_back' as const,
        state: blocks.length > 0 ? ('draft' as const) : ('empty' as const),
        write: (tx: Tx) => writeBlocks(viewer, tx, { sectionId, organisationId }, section.blocks, blocks),
      })
    },
  )
}

/** Rows that have been deleted since cannot be bound again. */
function withoutGone(viewer: Viewer, projectId: string, blocks: readonly WrittenBlock[]): Promise<WrittenBlock[]> {
  return asViewer(viewer, async (tx) => {
    const subjects = await knownSubjects(viewer, projectId)
    const fileIds = blocks.flatMap((block) => block.file?.id ?? [])
    const files = await tx.storedFile.findMany({ where: { id: { in: fileIds } }, select: { id: true } })
    const reportIds = blocks.flatMap((block) => block.from?.reportId ?? [])
    const origins = await tx.statusReport.findMany({ where: { id: { in: reportIds } }, select: { id: true } })
    const has = (rows: readonly { id: string }[], id: string | undefined) => rows.some((row) => row.id === id)
    return blocks.map((block) => ({
      ...block,
      bindings: block.bindings.filter((binding) => subjects.has(subjectId(binding))),
      file: has(files, block.file?.id) ? block.file : null,
      from: has(origins, block.from?.reportId) ? block.from : null,
    }))
  })
}
