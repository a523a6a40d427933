import { type Capability, capabilities, type Role, type Viewer } from '@/lib/access/model'

/** Where clause: projects in which the viewer may do this. Lists and single reads use the same one. */
export function visibleProjects(viewer: Viewer, capability: Capability = 'project.read') {
  if (viewer.kind === 'system') return viewer.organisationId ? { organisationId: viewer.organisationId } : {}
  const allowed: readonly Role[] = capabilities[capability]
  const held = viewer.held.filter((h) => allowed.includes(h.role))
  // Never `undefined`: in a where clause that would mean every county.
  const { organisationId } = viewer
  if (organisationId === null) return { id: { in: [] } }
  if (held.some((h) => h.projectId === null)) return { organisationId }
  return { organisationId, id: { in: held.flatMap((h) => (h.projectId ? [h.projectId] : [])) } }
}

/** The same for rows that belong to a project. */
export function inVisibleProjects(viewer: Viewer, capability: Capability = 'project.read') {
  return { project: visibleProjects(viewer, capability) }
}
