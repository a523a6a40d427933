import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { loadBoundData } from '@/lib/final-report/bindings/queries'
import type { CheckedReport } from '@/lib/final-report/check/model'
import { checkedReport } from '@/lib/final-report/check/stored/model'
import { findReport } from '@/lib/final-report/queries'
import { words } from '@/lib/platform/words'

/** The project's final report with its data, as of one moment, for the check; null as in `findReport`. */
export function findCheckedReport(viewer: Viewer, projectId: string): Promise<CheckedReport | null> {
  return asViewer(viewer, async () => {
    const report = await findReport(viewer, projectId)
    if (!report) return null
    return checkedReport(report, await loadBoundData(viewer, projectId), words(report.language))
  })
}
