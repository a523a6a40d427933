import 'server-only'
import { headers } from 'next/headers'
import type { Viewer } from '@/lib/access/model'
import { withinLimit } from '@/lib/access/rate-limit'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'

/** Whoever tries on and on is seen from the first; the log is not filled with the rest. */
const noted = { attempts: 60, seconds: 600 }

/**
 * Notes that somebody sent a form for which the right is missing. Nobody is offered such a form, so either the right was lost
 * after the page was opened or somebody tries what is not theirs.
 */
export async function recordRefusal(viewer: Viewer): Promise<void> {
  const { userId, organisationId } = viewer
  if (userId === null || organisationId === null) return
  if (!(await withinLimit(`refused:${userId}`, noted))) return
  const path = (await headers()).get('x-path')?.split('?')[0] ?? null
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, {
      action: 'act.refused',
      right: [...new Set(viewer.held.map(({ role }) => role))].join(', ') || 'none',
      subjectType: 'address',
      subjectId: path,
      result: 'refused',
    }),
  )
}
