import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { strangerIn } from '@/lib/access/strangers'
import { findOpenProject } from '@/lib/projects/results/queries'
import { findSnapshot, listPublished } from '@/lib/steering/queries'
import { type PublicResults, publicResults } from '@/lib/steering/results/model'

/**
 * What a project shows to everybody: the public part of its newest publication. Null alike for a project that is closed, that
 * does not exist, and that has published nothing. At most four statements; `viewer` only finds the project, and from there on
 * the database itself holds the stranger to its county.
 */
export async function findPublicResults(viewer: Viewer, key: string): Promise<PublicResults | null> {
  const open = await findOpenProject(viewer, key)
  if (!open) return null
  const stranger = strangerIn(open)
  const newest = (await listPublished(stranger, key)).at(-1)
  const body = newest && (await findSnapshot(stranger, newest.snapshotId))
  return body ? publicResults(body, newest) : null
}
