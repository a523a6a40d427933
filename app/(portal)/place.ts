import { cache } from 'react'
import type { Viewer } from '@/lib/access/model'
import { type Place, placeOf } from '@/lib/projects/addresses'
import { readFigureName } from '@/lib/steering/figures/model'
import { type FoundFigure, findFigure } from '@/lib/steering/figures/queries'

/** The figure of a short address, read once per request; null for what does not exist or is not the viewer's. */
export const figureOf = cache(async (viewer: Viewer, name: string): Promise<FoundFigure | null> => {
  const wanted = readFigureName(name)
  return wanted && findFigure(viewer, wanted)
})

/** Where in the portal the shell stands: a card belongs to the review in which its figure was published. */
export async function placeHere(viewer: Viewer, path: string): Promise<Place> {
  const name = /^\/r\/([^/?#]+)/.exec(path)?.[1]
  const found = name ? await figureOf(viewer, name) : null
  if (!found) return placeOf(path)
  const { project, period } = found.body
  return { project: project.key, section: 'steering', period: period.key }
}
