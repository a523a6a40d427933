import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { isWritable, reportStates } from '@/lib/final-report/model'
import type { OwnSection } from '@/lib/final-report/my-work/model'
import { documentsOf } from '@/lib/final-report/permissions'

const writable = reportStates.filter((state) => isWritable[state])

/** Sections of final reports and plans that are the viewer's to write and wait for it; none in reports that are not open any more. */
export async function listOwnSections(viewer: Viewer): Promise<OwnSection[]> {
  if (viewer.userId === null) return []
  const rows = await asViewer(viewer, (tx) =>
    tx.finalReportSection.findMany({
      where: {
        ownerId: viewer.userId,
        state: { in: ['empty', 'draft'] },
        report: { state: { in: writable }, ...documentsOf(viewer, 'write') },
      },
      orderBy: [{ report: { createdAt: 'asc' } }, { sort: 'asc' }],
      select: {
        id: true,
        number: true,
        title: true,
        state: true,
        report: { select: { kind: true, project: { select: { key: true, name: true } } } },
      },
    }),
  )
  return rows.map(({ report: { kind, project }, ...row }) => ({
    ...row,
    kind,
    projectKey: project.key,
    projectName: project.name,
  }))
}
