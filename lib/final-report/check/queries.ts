import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { loadBoundData } from '@/lib/final-report/bindings/queries'
import type { CheckedReport } from '@/lib/final-report/check/model'
import { checkedReport } from '@/lib/final-report/check/stored/model'
import type { DocumentKind } from '@/lib/final-report/model'
import { findReport } from '@/lib/final-report/queries'
import { words } from '@/lib/platform/words'

/** The project's document with its data, as of one moment, for the check; null as in `findReport`. */
export function findCheckedReport(
  viewer: Viewer,
  projectId: string,
  kind: DocumentKind = 'final_report',
): Promise<CheckedReport | null> {
  return asViewer(viewer, async () => {
    const report = await findReport(viewer, projectId, kind)
    if (!report) return null
    return checkedReport(report, await loadBoundData(viewer, projectId), words(report.language))
  })
}
