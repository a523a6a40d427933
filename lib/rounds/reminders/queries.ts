import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { visibleProjects } from '@/lib/projects/permissions'
import { unitOfHappening } from '@/lib/rounds/reminders/model'

/** Unit → when its writers were last reminded of the period by somebody. Empty for who may not manage the round. */
export function lastReminders(viewer: Viewer, periodId: string): Promise<Map<string, string>> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.notification.findMany({
      where: { kind: 'reminder', periodId, project: visibleProjects(viewer, 'period.manage') },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { happening: true, createdAt: true },
    })
    return new Map(
      rows.flatMap(({ happening, createdAt }) => {
        const unit = unitOfHappening(happening)
        return unit ? [[unit, createdAt.toISOString()] as const] : []
      }),
    )
  })
}
