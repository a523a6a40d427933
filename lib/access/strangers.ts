import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { mintViewer, systemViewer } from '@/lib/access/viewer'

/** Who asks, before anybody is known, whether a project has opened its results. */
export const resultsDoor = (): Viewer => systemViewer('public-results')

/**
 * A stranger before an open project: reads what the steering group reads of this one project, and may do nothing else. What of
 * it is shown to everybody is chosen by lib/steering/results.
 */
export function strangerIn(project: { organisationId: string; projectId: string }): Viewer {
  return mintViewer({
    kind: 'person',
    name: 'public-results',
    userId: null,
    organisationId: project.organisationId,
    organisationName: null,
    scope: 'county',
    held: [{ projectId: project.projectId, role: 'steering' }],
    locale: 'fi',
    sessionId: null,
    authenticatedAt: null,
    source: 'public-results',
    requestId: null,
  })
}
