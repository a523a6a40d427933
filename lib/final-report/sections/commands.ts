import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import {
  type FinalReportReason,
  isWritable,
  type ReportSection,
  reportStates,
  type SectionState,
} from '@/lib/final-report/model'
import { visibleTo } from '@/lib/final-report/permissions'
import { sectionFields, toSection } from '@/lib/final-report/sections/queries'
import { recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

export type SectionPlace = { organisationId: string; projectId: string; section: ReportSection }

/** What a change comes to: the state the section is in afterwards, and the writing itself. */
type Plan = { change: string; state: SectionState; write: (tx: Tx) => Promise<void> }

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
      where: { id: sectionId, report: visibleTo(viewer) },
      select: {
        ...sectionFields,
        organisationId: true,
        report: { select: { id: true, projectId: true, state: true, language: true } },
      },
    })
    if (!row) return fail('NOT_FOUND')
    const { report, organisationId, ...stored } = row
    const right = rightTo(viewer, 'final_report.write', report.projectId)
    if (!right) return fail('NOT_ALLOWED')
    if (!isWritable[report.state]) return fail('LOCKED')
    const section = toSection(stored, report.language)
    if (section.version !== version) return fail('STALE')
    const planned = await plan({ organisationId, projectId: report.projectId, section })
    if (!planned.ok) return planned
    const moved = await tx.finalReportSection.updateMany({
      where: { id: sectionId, version, report: { state: { in: writable } } },
      data: { version: version + 1, state: planned.value.state },
    })
    if (moved.count === 0) return fail('STALE')
    await planned.value.write(tx)
    await recordAudit(tx, viewer, {
      action: 'final_report.saved',
      right,
      subjectType: 'final_report_section',
      subjectId: sectionId,
      organisationId,
      data: { report: report.id, change: planned.value.change, version: version + 1 },
    })
    return ok({ version: version + 1 })
  })
}

/**
 * Says that a section is ready, or takes it back to a draft. Reasons as in `changeSection`; NOTHING when there is no answer to
 * be ready.
 */
export function setSectionState(
  viewer: Viewer,
  { state, ...place }: { sectionId: string; version: number; state: 'draft' | 'ready' },
): Promise<Result<{ version: number }, FinalReportReason>> {
  return changeSection(viewer, place, async ({ section }) => {
    if (section.blocks.length === 0) return fail('NOTHING')
    return ok({ change: state, state, write: async () => undefined })
  })
}
