import { navigation } from '@/components/projects/navigation'
import type { Viewer } from '@/lib/access/model'
import type { Words } from '@/lib/platform/words'
import type { Place } from '@/lib/projects/addresses'
import type { ProjectHeader } from '@/lib/projects/model'
import { hitsAtMost, type SearchGroup } from '@/lib/search/model'
import { scoreOf, type Terms } from '@/lib/search/terms/model'

const nowhere: Place = { project: null, section: null, period: null }

/** Pages of the navigation whose names answer, administration among them: only what the viewer's own navigation offers. */
export function pagesFor(t: Words, viewer: Viewer, projects: readonly ProjectHeader[], terms: Terms): SearchGroup[] {
  const own = navigation(t, viewer, null, nowhere).flatMap(({ links }) => links)
  const ofProjects = projects.flatMap((project) =>
    navigation(t, viewer, project, nowhere)
      .filter(({ ofProject }) => ofProject)
      .flatMap(({ links }) => links.map(({ label, href }) => ({ label, href, place: project.name }))),
  )
  const all = [...own.map(({ label, href }) => ({ label, href, place: null })), ...ofProjects]
  const found = all
    .map((page) => ({ page, score: scoreOf(terms, { title: page.label, code: null, text: page.label }) }))
    .flatMap(({ page, score }) => (score === null ? [] : [{ page, score }]))
    .sort((a, b) => a.score - b.score)
  const hits = found
    .slice(0, hitsAtMost)
    .map(({ page: { label, href, place } }) => ({ title: label, code: null, place, href }))
  return found.length === 0 ? [] : [{ kind: 'page', total: found.length, hits }]
}
