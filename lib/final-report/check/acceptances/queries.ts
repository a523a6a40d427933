import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type CheckResult, judged, type StoredAcceptance } from '@/lib/final-report/check/acceptances/model'
import { concerns } from '@/lib/final-report/check/kinds/model'
import { remembered } from '@/lib/final-report/check/memory/model'
import type { CheckedReport } from '@/lib/final-report/check/model'
import { findCheckedReport } from '@/lib/final-report/check/queries'
import { checkReport } from '@/lib/final-report/check/rules/model'
import { perReport } from '@/lib/final-report/check/sections/model'
import type { DocumentKind } from '@/lib/final-report/model'
import { visibleTo } from '@/lib/final-report/permissions'

/** What has been accepted of a project's document and still is; nothing for those who may not read it. */
function listAcceptances(viewer: Viewer, projectId: string, kind: DocumentKind): Promise<StoredAcceptance[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.findingAcceptance.findMany({
      where: { withdrawnAt: null, report: { projectId, ...visibleTo(viewer, kind) } },
      orderBy: [{ acceptedAt: 'asc' }, { id: 'asc' }],
      select: { id: true, findingKey: true, reason: true, acceptedAt: true, acceptedBy: { select: { name: true } } },
    })
    return rows.map(({ acceptedAt, acceptedBy, ...row }) => ({
      ...row,
      by: acceptedBy?.name ?? null,
      at: acceptedAt.toISOString(),
    }))
  })
}

/** The check of a project's stored document, as of one moment; null when it has none or is not the viewer's to read. */
export function checkStoredReport(
  viewer: Viewer,
  projectId: string,
  kind: DocumentKind = 'final_report',
): Promise<CheckResult | null> {
  return asViewer(viewer, async () => {
    const report = await findCheckedReport(viewer, projectId, kind)
    return report && checkReadReport(viewer, { projectId, kind }, report)
  })
}

/** The same of a report that has been read already. Only what has changed since it was last checked is looked at anew. */
export async function checkReadReport(
  viewer: Viewer,
  { projectId, kind }: { projectId: string; kind: DocumentKind },
  read: CheckedReport,
): Promise<CheckResult> {
  const report = remembered(`${kind} ${projectId}`, read)
  const found = checked(report).filter((finding) => concerns(kind, finding))
  const findings = judged(found, await listAcceptances(viewer, projectId, kind))
  return { report, findings: findings.map((finding) => ({ ...finding, id: shortName(finding.key) })) }
}

const checked = perReport(checkReport)

const shortName = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16)
