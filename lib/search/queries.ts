import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { withinLimit } from '@/lib/access/rate-limit'
import { findInCounty } from '@/lib/search/county/queries'
import { groupsOf, type SearchAnswer, type SearchGroup } from '@/lib/search/model'
import { findPublished } from '@/lib/search/published/queries'
import { type Terms, termsOf } from '@/lib/search/terms/model'

/** Nobody types faster; only a program comes here. */
const limit = { attempts: 240, seconds: 60 }

/**
 * Looks for what the viewer may open by title, code and key words. `pagesFor` gives the pages of the navigation that answer.
 * State `busy`: this person has searched more often than a person does; nothing was looked for.
 */
export async function search(
  viewer: Viewer,
  query: string,
  pagesFor: (terms: Terms) => readonly SearchGroup[] = () => [],
): Promise<SearchAnswer> {
  if (query === '') return { state: 'empty', groups: [] }
  const terms = termsOf(query)
  if (!terms) return { state: 'short', groups: [] }
  if (!(await withinLimit(`search:${viewer.userId}`, limit))) return { state: 'busy', groups: [] }
  const found =
    viewer.scope === 'national' ? await findPublished(viewer, terms) : groupsOf(await findInCounty(viewer, terms))
  const groups = [...pagesFor(terms), ...found]
  return { state: groups.length === 0 ? 'none' : 'found', groups }
}
