import { notFound } from 'next/navigation'
import { figureOf } from '@/app/(portal)/place'
import type { Viewer } from '@/lib/access/model'
import { requireViewer } from '@/lib/access/session'
import type { FoundFigure } from '@/lib/steering/figures/queries'

/** The figure of the address. What does not exist and what is not the reader's look the same. */
export async function figureHere(name: string): Promise<{ viewer: Viewer; found: FoundFigure }> {
  const viewer = await requireViewer()
  const found = await figureOf(viewer, name)
  if (!found) notFound()
  return { viewer, found }
}
