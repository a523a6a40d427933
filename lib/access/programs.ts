import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { mintViewer, systemViewer } from '@/lib/access/viewer'

/** Who looks a program's key up, before anybody knows whose it is. */
export const keyReader = (): Viewer => systemViewer('reporting-api')

/** The reporting API itself in one county: notes the use of a key, and reads what is approved and not published yet. */
export const apiInCounty = (organisationId: string, requestId: string | null = null): Viewer =>
  systemViewer('reporting-api', organisationId, requestId)

/**
 * A program that has shown a key. It reads what the steering group of the county reads, of one project when the key is of one,
 * and may do nothing else: it is no system actor, since those may do everything.
 */
export function programViewer(key: { organisationId: string; projectId: string | null }): Viewer {
  return mintViewer({
    kind: 'person',
    name: 'reporting-api',
    userId: null,
    organisationId: key.organisationId,
    organisationName: null,
    scope: 'county',
    held: [{ projectId: key.projectId, role: 'steering' }],
    locale: 'fi',
    sessionId: null,
    authenticatedAt: null,
    source: 'reporting-api',
    requestId: null,
  })
}
