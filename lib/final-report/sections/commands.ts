import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { keepCopy } from '@/lib/final-report/history/commands'
import type { CopyChange } from '@/lib/final-report/history/model'
import {
  type DocumentKind,
  type FinalReportReason,
  isWritable,
  type ReportSection,
  reportStates,
  type SectionState,
  unfinishedBlocks,
} from '@/lib/final-report/model'
import { canInDocument, documentRights, documentsOf } from '@/lib/final-report/permissions'
import { blocksOf, sectionFields, toSection } from '@/lib/final-report/sections/queries'
import { type AuditAction, recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

export type SectionPlace = {
  organisationId: string
  projectId: string
  reportId: string
  kind: DocumentKind
  section: ReportSection
}

/** What a change comes to: the state the section is in afterwards, and the writing itself, which its history keeps. */
type Plan = {
  change: string
  state: SectionState
  write?: (tx: Tx) => Promise<void>
  kept?: CopyChange
  /** What changes of the section itself */
  fields?: { ownerId?: string | null; parentId?: string | null; sort?: number }
}

/** What the log says of a change, by the kind of the document. */
export const auditOf = {
  final_report: { action: 'final_report.saved', subjectType: 'final_report_section' },
  project_plan: { action: 'plan.text_saved', subjectType: 'project_plan_section' },
} as const satisfies Record<DocumentKind, { action: AuditAction; subjectType: string }>

const writable = reportStates.filter((state) => isWritable[state])

/**
 * Every change of a section goes through here: who may, is the report still open, and has somebody else been first. Only when
 * all hold does the section get its next version, and then `plan` writes; the whole is one transaction with its audit row.
 * Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, STALE, and those of `plan`.
 */
export function changeSection<Reason extends string>(
  viewer: Viewer,
  { sectionId, version }: { sectionId: string; version: number },
  plan: (place: SectionPlace) => Promise<Result<Plan, Reason>>,
): Promise<Result<{ version: number }, FinalReportReason | Reason>> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.finalReportSection.findFirst({
      where: { id: sectionId, report: documentsOf(viewer) },
      select: {
        ...sectionFields,
        organisationId: true,
        updatedById: true,
        report: { select: { id: true, kind: true, projectId: true, state: true, language: true } },
      },
    })
    if (!row) return fail('NOT_FOUND')
    const { report, organisationId, updatedById, ...stored } = row
    const { updatedAt } = stored
    const { kind, projectId } = report
    const right = rightTo(viewer, documentRights[kind].write, projectId)
    if (!right) return fail('NOT_ALLOWED')
    if (!isWritable[report.state]) return fail('LOCKED')
    const section = toSection(stored, report.language)
    if (section.version !== version) return fail('STALE')
    const planned = await plan({ organisationId, projectId, reportId: report.id, kind, section })
    if (!planned.ok) return planned
    const { change, state, write, kept = 'written', fields } = planned.value
    const moved = await tx.finalReportSection.updateMany({
      where: { id: sectionId, version, report: { state: { in: writable } } },
      data: { version: version + 1, state, ...fields, ...(write && { updatedAt: now(), updatedById: viewer.userId }) },
    })
    if (moved.count === 0) return fail('STALE')
    if (write) {
      await write(tx)
      const place = { id: sectionId, organisationId, version: version + 1, updatedAt, updatedById }
      const texts = { before: section.blocks, after: await blocksOf(viewer, tx, sectionId), change: kept }
      // One audit row for a turn of writing, not one for every pause in it.
      const copy = await keepCopy(viewer, tx, place, texts)
      if (copy === 'same turn' && change === 'written') return ok({ version: version + 1 })
    }
    await recordAudit(tx, viewer, {
      ...auditOf[kind],
      right,
      subjectId: sectionId,
      organisationId,
      data: { report: report.id, change, version: version + 1 },
    })
    return ok({ version: version + 1 })
  })
}

/**
 * Says that a section is ready, approves one that is, or takes it back to a draft. Reasons as in `changeSection`; NOTHING when
 * there is no answer to be ready, UNFINISHED while a picture has no alternative text or something has no caption. Approving
 * takes the right to approve the document.
 */
export function setSectionState(
  viewer: Viewer,
  { state, ...place }: { sectionId: string; version: number; state: 'draft' | 'ready' | 'approved' },
): Promise<Result<{ version: number }, FinalReportReason>> {
  return changeSection<FinalReportReason>(viewer, place, async ({ section, projectId, kind }) => {
    if (state === 'approved' && !canInDocument(viewer, 'approve', projectId, kind)) return fail('NOT_ALLOWED')
    if (section.blocks.length === 0) return fail('NOTHING')
    if (state === 'approved' && section.state !== 'ready') return fail('STALE')
    if (state !== 'draft' && unfinishedBlocks(section.blocks) > 0) return fail('UNFINISHED')
    return ok({ change: state, state })
  })
}
