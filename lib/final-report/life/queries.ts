import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { openErrors } from '@/lib/final-report/check/acceptances/model'
import { checkReadReport, checkStoredReport } from '@/lib/final-report/check/acceptances/queries'
import { checkedReport } from '@/lib/final-report/check/stored/model'
import type { LifeEvent, Standing } from '@/lib/final-report/life/model'
import { visibleTo } from '@/lib/final-report/permissions'
import type { OpenReport } from '@/lib/final-report/queries'
import { decisionText } from '@/lib/meetings/decisions/model'
import { listDecisions } from '@/lib/meetings/decisions/queries'
import type { Tx } from '@/lib/platform/db'
import { words } from '@/lib/platform/words'

/** What has happened to a project's report, in order. */
export function listLifeEvents(viewer: Viewer, projectId: string): Promise<LifeEvent[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.finalReportEvent.findMany({
      where: { report: { projectId, ...visibleTo(viewer) } },
      orderBy: { seq: 'asc' },
      select: { id: true, type: true, at: true, reason: true, decisionId: true, actor: { select: { name: true } } },
    })
    const decided = rows.some((row) => row.decisionId !== null)
    const decisions = decided ? await listDecisions(viewer, projectId, null) : []
    return rows.map(({ at, actor, decisionId, ...row }) => {
      const decision = decisions.find((one) => one.id === decisionId)
      return {
        ...row,
        by: actor?.name ?? null,
        at: at.toISOString(),
        decision: decision ? decisionText(decision, words(viewer.locale)) : null,
      }
    })
  })
}

/** What counts for the next step of the report. `open`: the report with its data when they have been read already. */
export function standingOf(
  viewer: Viewer,
  projectId: string,
  open?: Pick<OpenReport, 'report' | 'data'>,
): Promise<Standing> {
  return asViewer(viewer, async (tx) => {
    const checked = open
      ? await checkReadReport(
          viewer,
          { projectId, kind: 'final_report' },
          checkedReport(open.report, open.data, words(open.report.language)),
        )
      : await checkStoredReport(viewer, projectId)
    return { openErrors: openErrors(checked?.findings ?? []).length, ...(await countsOf(tx, projectId)) }
  })
}

async function countsOf(tx: Tx, projectId: string): Promise<Omit<Standing, 'openErrors'>> {
  const unready = await tx.finalReportSection.count({
    where: { report: { projectId, kind: 'final_report' }, state: 'draft' },
  })
  const dnsh = await tx.dnshRecord.count({ where: { projectId } })
  const declarations = await tx.doubleFundingDeclaration.count({ where: { projectId } })
  return { unready, hasDnsh: dnsh > 0, hasDeclaration: declarations > 0 }
}
