import { type Capability, can, type Viewer } from '@/lib/access/model'
import { type ListingName, listingNames } from '@/lib/projects/listings/model'

/** Values of reports that are still being written stand among the indicators: they are for those who may read reports. */
const rights: Partial<Record<ListingName, Capability>> = {
  indicators: 'report.read',
  targets: 'report.read',
  measurements: 'report.read',
  breakdowns: 'report.read',
}

/** The lists that the viewer may have of a project, in the order in which they are offered. */
export function offeredLists(viewer: Viewer, projectId: string): ListingName[] {
  return listingNames.filter((name) => can(viewer, rights[name] ?? 'project.read', projectId))
}
