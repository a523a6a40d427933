import 'server-only'
import type { Role, Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { SnapshotThread } from '@/lib/rounds/snapshot/model'
import { visibleTo } from '@/lib/status-reports/permissions'

/** The role in which somebody with several most likely wrote a comment on a report. */
const usual: readonly Role[] = ['director', 'coordinator', 'finance']

/**
 * Report → its comments that the steering group may read, by role and never by name. An internal thread never leaves here.
 */
export function listShownThreads(
  viewer: Viewer,
  projectId: string,
  periodId: string,
): Promise<Map<string, SnapshotThread[]>> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.commentThread.findMany({
      where: { visibility: 'steering', report: { AND: [{ periodId }, visibleTo(viewer)] } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        reportId: true,
        path: true,
        resolvedAt: true,
        comments: {
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
          select: {
            id: true,
            createdAt: true,
            text: true,
            author: {
              select: {
                memberships: {
                  where: { OR: [{ projectId }, { projectId: null }] },
                  select: { role: true },
                },
              },
            },
          },
        },
      },
    })
    const shown = new Map<string, SnapshotThread[]>()
    for (const { id, reportId, path, resolvedAt, comments } of rows) {
      if (!reportId) continue
      const thread = {
        threadId: id,
        path,
        resolved: resolvedAt !== null,
        comments: comments.map(({ author, createdAt, ...comment }) => ({
          ...comment,
          at: createdAt.toISOString(),
          role: roleOf(author.memberships.map(({ role }) => role)),
        })),
      }
      shown.set(reportId, [...(shown.get(reportId) ?? []), thread])
    }
    return shown
  })
}

function roleOf(held: readonly Role[]): Role | null {
  return usual.find((role) => held.includes(role)) ?? held[0] ?? null
}
