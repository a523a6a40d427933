import { notFound } from 'next/navigation'
import { type Capability, can } from '@/lib/access/model'
import { findOverview } from '@/lib/projects/overview/queries'
import { projectHere } from '../here'

/** What is kept of the project, for those who may change it; everybody else finds nothing here. */
export async function aboutHere(key: string, capability: Capability = 'project.write') {
  const { viewer, project } = await projectHere(key)
  const overview = can(viewer, capability, project.id) ? await findOverview(viewer, project.id) : null
  if (!overview) notFound()
  return { viewer, project, overview, place: { project: key, projectId: project.id } }
}
