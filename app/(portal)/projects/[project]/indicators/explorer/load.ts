import type { Explored } from '@/components/indicators/explorer/model'
import { can, type Viewer } from '@/lib/access/model'
import { listPlaces } from '@/lib/finance/places/queries'
import type { Words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'
import { chartsOf } from '@/lib/steering/indicators/explorer/charts/model'
import { chosenOf } from '@/lib/steering/indicators/explorer/model'
import { readExplorer } from '@/lib/steering/indicators/explorer/schema'
import { valueRows } from '@/lib/steering/indicators/explorer/values/model'
import { findIndicators } from '@/lib/steering/indicators/queries'

type Asked = Record<string, string | string[] | undefined>

/** What the address asks for, as the viewer may see it: the page and its files are made of the same. Null: not to be seen. */
export async function loadExplorer(
  viewer: Viewer,
  project: ProjectHeader,
  asked: Asked,
  t: Words,
): Promise<Explored | null> {
  if (!can(viewer, 'project.read', project.id)) return null
  const { choice, problems } = readExplorer(asked)
  const [known, { packages, investments }] = await Promise.all([
    findIndicators(viewer, project, choice.publication || null),
    listPlaces(viewer, project.id),
  ])
  const byId = (places: readonly { id: string; label: string }[]) => new Map(places.map((one) => [one.id, one.label]))
  const offered = { known, units: byId(packages), investments: byId(investments) }
  const found = chosenOf(offered, choice)
  const hasCard = (id: string) => known.publication !== null && known.cards.has(id)
  return {
    choice,
    problems: [...problems, ...found.problems],
    known,
    offered,
    chosen: found.chosen,
    unasked: found.unasked,
    charts: chartsOf(t, found.chosen, choice, hasCard),
    values: valueRows(t, found.chosen, choice),
    hasCard,
    // Who knows what was published only knows the newest.
    publications: can(viewer, 'report.read', project.id)
      ? project.periods.flatMap(({ key, state }) => (state === 'published' ? [key] : []))
      : [],
  }
}
