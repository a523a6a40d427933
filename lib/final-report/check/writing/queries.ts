import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { keptBoundData } from '@/lib/final-report/bindings/kept/queries'
import type { CheckResult } from '@/lib/final-report/check/acceptances/model'
import { checkReadReport } from '@/lib/final-report/check/acceptances/queries'
import { checkedReport } from '@/lib/final-report/check/stored/model'
import { keptReport } from '@/lib/final-report/kept/queries'
import type { DocumentPlace } from '@/lib/final-report/model'
import { words } from '@/lib/platform/words'

/**
 * The check of the report that a section is part of, for who writes it: only what has changed since the last time is read and
 * looked at. Null when the section is not the viewer's to read.
 */
export async function checkAround(
  viewer: Viewer,
  sectionId: string,
): Promise<{ place: DocumentPlace; result: CheckResult } | null> {
  const found = await keptReport(viewer, sectionId)
  if (!found) return null
  const { project, report } = found
  const data = await keptBoundData(viewer, project.id)
  const checked = checkedReport(report, data, words(report.language))
  const { kind } = report
  const result = await checkReadReport(viewer, { projectId: project.id, kind }, checked)
  return { place: { key: project.key, kind }, result }
}
