import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type ReadFile, readStoredFile } from '@/lib/evidence/files/queries'
import type { ReportEvidence } from '@/lib/status-reports/evidence/model'
import { visibleTo } from '@/lib/status-reports/permissions'

/** Links and files of a report, oldest first. */
export function listReportEvidence(viewer: Viewer, reportId: string): Promise<ReportEvidence[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.evidence.findMany({
      where: { reportId, report: visibleTo(viewer) },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        label: true,
        path: true,
        url: true,
        createdAt: true,
        file: { select: { name: true, mediaType: true, size: true } },
      },
    })
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
  })
}

/** The file behind a piece of evidence of a report; null when it is not the viewer's to see. */
export function readReportFile(
  viewer: Viewer,
  place: { reportId: string; evidenceId: string },
): Promise<ReadFile | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.evidence.findFirst({
      where: { id: place.evidenceId, reportId: place.reportId, report: visibleTo(viewer) },
      select: { fileId: true },
    })
    return row?.fileId ? readStoredFile(viewer, row.fileId) : null
  })
}
