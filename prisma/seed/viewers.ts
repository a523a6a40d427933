import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/access/model'
import { asViewer, mintViewer, systemViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'

/** A demo account as it would be signed in just now, whatever the clock says, so that the demo's own doings pass the same rights as a person's. */
export async function viewerOfAccount(email: string): Promise<Viewer> {
  const row = await asViewer(systemViewer('demo-data'), (tx) =>
    tx.user.findUniqueOrThrow({
      where: { email },
      select: {
        id: true,
        name: true,
        organisationId: true,
        organisation: { select: { name: true } },
        memberships: { select: { projectId: true, role: true } },
      },
    }),
  )
  return mintViewer({
    kind: 'person',
    name: row.name,
    userId: row.id,
    organisationId: row.organisationId,
    organisationName: row.organisation.name,
    scope: row.memberships.some(({ role }) => role === 'national') ? 'national' : 'county',
    held: row.memberships,
    locale: 'fi',
    sessionId: null,
    get authenticatedAt() {
      return now()
    },
    source: 'demo-data',
    requestId: randomUUID(),
  })
}
