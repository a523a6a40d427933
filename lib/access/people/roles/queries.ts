import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { PeopleChoices } from '@/lib/access/people/model'
import { choicesIn } from '@/lib/access/people/roles/giving'
import { asViewer } from '@/lib/access/viewer'

/** What administrators of the viewer's county may give. */
export function findPeopleChoices(viewer: Viewer): Promise<PeopleChoices> {
  return asViewer(viewer, (tx) => choicesIn(tx, viewer.organisationId ?? ''))
}
