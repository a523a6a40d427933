import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { dayText } from '@/lib/platform/columns'
import { changeProject, type ProjectReason } from '@/lib/projects/commands'
import { isTooEarly } from '@/lib/projects/retention/model'
import type { RetentionChange } from '@/lib/projects/retention/schema'
import { fail, ok, type Result } from '@/lib/values/result'

/** Sets the project's own day until which everything is kept. Reasons: NOT_FOUND, NOT_ALLOWED, STALE, TOO_EARLY (at the field). */
export function setRetention(
  viewer: Viewer,
  { projectId, version, until, reason }: RetentionChange,
): Promise<Result<null, ProjectReason | 'STALE' | 'TOO_EARLY'>> {
  return changeProject<null, 'STALE' | 'TOO_EARLY'>(viewer, { projectId }, async ({ tx, id, record }) => {
    const project = await tx.project.findUnique({
      where: { id },
      select: { programme: { select: { retentionUntil: true } } },
    })
    if (until !== null && isTooEarly(until, dayText(project?.programme.retentionUntil ?? null)))
      return fail('TOO_EARLY', { until: 'projects.error.retentionEarly' })
    const changed = await tx.project.updateMany({
      where: { id, version },
      data: {
        retentionUntil: until === null ? null : new Date(until),
        retentionNote: until === null ? null : reason,
        version: { increment: 1 },
      },
    })
    if (changed.count === 0) return fail('STALE')
    await record('project.retention_set', { until, reason })
    return ok(null)
  })
}
