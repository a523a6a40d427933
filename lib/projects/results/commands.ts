import 'server-only'
import { signedInRecently, type Viewer } from '@/lib/access/model'
import { now } from '@/lib/platform/clock'
import { changeProject, type ProjectReason } from '@/lib/projects/commands'
import type { ResultsChange } from '@/lib/projects/results/schema'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Opens the project's published results to everybody without signing in, or closes them. Reasons: NOT_FOUND, NOT_ALLOWED,
 * SIGN_IN_AGAIN (the sign-in is older than 15 minutes), STALE (somebody changed the project since the person looked).
 */
export function setResults(
  viewer: Viewer,
  { projectId, version, results }: ResultsChange,
): Promise<Result<null, ProjectReason | 'SIGN_IN_AGAIN' | 'STALE'>> {
  return changeProject<null, 'SIGN_IN_AGAIN' | 'STALE'>(viewer, { projectId }, async ({ tx, id, record }) => {
    if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
    const isOpen = results === 'open'
    const changed = await tx.project.updateMany({
      where: { id, version, resultsOpenedAt: isOpen ? null : { not: null } },
      data: { resultsOpenedAt: isOpen ? now() : null, version: { increment: 1 } },
    })
    if (changed.count === 0) return fail('STALE')
    await record(isOpen ? 'project.results_opened' : 'project.results_closed', {})
    return ok(null)
  })
}
