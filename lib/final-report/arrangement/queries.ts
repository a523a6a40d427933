import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { peopleWho } from '@/lib/comments/queries'
import type { DocumentKind } from '@/lib/final-report/model'
import { documentRights } from '@/lib/final-report/permissions'

/** Who may be given a section of the project's document, by name. */
export function listWritersOf(
  viewer: Viewer,
  place: { organisationId: string; projectId: string },
  kind: DocumentKind,
): Promise<{ id: string; name: string }[]> {
  return asViewer(viewer, (tx) => peopleWho(viewer, tx, place, documentRights[kind].write))
}
