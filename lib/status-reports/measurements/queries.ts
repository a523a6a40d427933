import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import type { ReportedPeriod } from '@/lib/status-reports/measurements/model'

/** The period a report tells of, as its figures need it. */
export async function reportedPeriod(_viewer: Viewer, tx: Tx, periodId: string): Promise<ReportedPeriod> {
  const period = await tx.reportingPeriod.findUniqueOrThrow({
    where: { id: periodId },
    select: { key: true, from: true, to: true },
  })
  return { key: period.key, from: dayText(period.from), to: dayText(period.to) }
}

/** The fields of a report as they were when it was last opened again; null when it never was. */
export async function copyAtReopening(
  _viewer: Viewer,
  tx: Tx,
  reportId: string,
): Promise<Record<string, string> | null> {
  const event = await tx.statusReportEvent.findFirst({
    where: { reportId, type: 'reopened' },
    orderBy: { seq: 'desc' },
    select: { copy: true },
  })
  const copy = event?.copy
  if (typeof copy !== 'object' || copy === null || Array.isArray(copy)) return null
  return Object.fromEntries(Object.entries(copy).map(([path, text]) => [path, String(text)]))
}
