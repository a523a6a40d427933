import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { visibleProjects } from '@/lib/projects/permissions'
import type { PublishedVersion } from '@/lib/rounds/model'
import { readFindings } from '@/lib/rounds/publishing/prechecks/schema'

/** Every publication of a period with what its publisher accepted and why, newest first; for those who make the reports. */
export function listVersions(viewer: Viewer, periodId: string): Promise<PublishedVersion[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.snapshot.findMany({
      where: { periodId, project: visibleProjects(viewer, 'report.read') },
      orderBy: { version: 'desc' },
      select: {
        version: true,
        publishedAt: true,
        note: true,
        findings: true,
        publishedBy: { select: { name: true } },
      },
    })
    return rows.map(({ publishedAt, publishedBy, findings, ...row }) => ({
      ...row,
      publishedAt: publishedAt.toISOString(),
      by: publishedBy?.name ?? null,
      findings: readFindings(findings).map(({ rule }) => rule),
    }))
  })
}
