import { notFound } from 'next/navigation'
import { projectsOf } from '@/app/(portal)/projects-here'
import type { Viewer } from '@/lib/access/model'
import { currentViewer, requireViewer } from '@/lib/access/session'
import type { ProjectHeader } from '@/lib/projects/model'

const find = async (viewer: Viewer, key: string): Promise<ProjectHeader | undefined> =>
  (await projectsOf(viewer)).find((project) => project.key === key)

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
