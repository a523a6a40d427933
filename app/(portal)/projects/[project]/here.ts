import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { Viewer } from '@/lib/access/model'
import { currentViewer, requireViewer } from '@/lib/access/session'
import type { ProjectHeader } from '@/lib/projects/model'
import { findProject } from '@/lib/projects/queries'

const find = cache(findProject)

/** The viewer and the project of a page's address; a project that is not the viewer's looks like a missing one. */
export async function projectHere(key: string): Promise<{ viewer: Viewer; project: ProjectHeader }> {
  const viewer = await requireViewer()
  const project = await find(viewer, key)
  if (!project) notFound()
  return { viewer, project }
}

/** Name of the project for the page's title; nothing for those who may not see it. */
export async function projectTitle(key: string): Promise<string | undefined> {
  const viewer = await currentViewer()
  return viewer ? (await find(viewer, key))?.name : undefined
}
