import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { inVisibleProjects } from '@/lib/projects/permissions'
import type { SnapshotEvidence, SnapshotEvidenceSubject } from '@/lib/rounds/snapshot/evidence/model'
import { visibleTo } from '@/lib/status-reports/permissions'

/** Pieces of evidence of a project, the oldest first; those of reports only of the reports given, which are approved. */
export function listEvidenceAtCut(
  viewer: Viewer,
  projectId: string,
  approvedReports: readonly string[],
): Promise<SnapshotEvidence[]> {
  return asViewer(viewer, async (tx) => {
    const here = { projectId, ...inVisibleProjects(viewer) }
    const rows = await tx.evidence.findMany({
      where: {
        OR: [
          { measurement: { indicator: here } },
          { target: { indicator: here } },
          { action: { workPackage: here } },
          { purchase: here },
          { decision: here },
          { toimintamalli: here },
          { reportId: { in: [...approvedReports] }, report: visibleTo(viewer) },
        ],
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        label: true,
        url: true,
        path: true,
        createdAt: true,
        measurementId: true,
        targetId: true,
        actionId: true,
        purchaseId: true,
        decisionId: true,
        toimintamalliId: true,
        reportId: true,
        file: { select: { id: true, name: true, mediaType: true, size: true } },
      },
    })
    return rows.flatMap(({ id, label, url, path, file, createdAt, ...row }) => {
      const subject = subjectOf(row)
      return subject ? [{ id, subject, label, url, path, file, addedAt: createdAt.toISOString() }] : []
    })
  })
}

const columns = {
  measurement: 'measurementId',
  target: 'targetId',
  action: 'actionId',
  purchase: 'purchaseId',
  decision: 'decisionId',
  toimintamalli: 'toimintamalliId',
  report: 'reportId',
} as const satisfies Record<SnapshotEvidenceSubject, string>

function subjectOf(
  row: Record<(typeof columns)[SnapshotEvidenceSubject], string | null>,
): SnapshotEvidence['subject'] | null {
  for (const kind of Object.keys(columns) as SnapshotEvidenceSubject[]) {
    const id = row[columns[kind]]
    if (id !== null) return { kind, id }
  }
  return null
}
