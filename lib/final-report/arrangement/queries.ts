import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { peopleWho } from '@/lib/comments/queries'

/** Who may be given a section of the project's report, by name. */
export function listWritersOf(
  viewer: Viewer,
  place: { organisationId: string; projectId: string },
): Promise<{ id: string; name: string }[]> {
  return asViewer(viewer, (tx) => peopleWho(viewer, tx, place, 'final_report.write'))
}
