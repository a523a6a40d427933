// One report that is held for a step is judged by a function, lists by a where clause: both must say the same of everybody.
import { describe, expect, it } from 'vitest'
import { capabilities, type HeldRole, type Role, type Viewer } from '@/lib/access/model'
import { maySeeReport, visibleTo } from '@/lib/status-reports/permissions'
import { viewerWith } from '../support/builders/accounts'

const own = '00000000-0000-7000-8000-0000000000aa'
const roles = [...new Set(Object.values(capabilities).flat())] as Role[]
const places = [own, '00000000-0000-7000-8000-0000000000bb'].flatMap((organisationId) =>
  ['p', 'q'].map((projectId) => ({ organisationId, projectId })),
)

/** What the where clause lets through. */
function seenByClause(viewer: Viewer, { organisationId, projectId }: (typeof places)[number]): boolean {
  const clause: { organisationId?: string; id?: { in: string[] } } = visibleTo(viewer).unit.project
  if (clause.organisationId !== undefined && clause.organisationId !== organisationId) return false
  return clause.id === undefined || clause.id.in.includes(projectId)
}

const held = roles.flatMap((role): HeldRole[][] => [[{ role, projectId: 'p' }], [{ role, projectId: null }]])
const viewers = [[], ...held].flatMap((some) => [
  viewerWith(some),
  viewerWith(some, { organisationId: null }),
  viewerWith(some, { kind: 'system', name: 'operator' }),
  viewerWith(some, { kind: 'system', name: 'operator', organisationId: null }),
])

describe('who may see a report', () => {
  it('is the same for the one that is held and for lists, for everybody everywhere', () => {
    const said = viewers.flatMap((viewer) => places.map((place) => maySeeReport(viewer, place)))
    const listed = viewers.flatMap((viewer) => places.map((place) => seenByClause(viewer, place)))
    expect(said).toEqual(listed)
    expect(said.length).toBeGreaterThanOrEqual(200)
    expect(said.filter(Boolean).length).toBeGreaterThanOrEqual(20)
    expect(said.filter((one) => !one).length).toBeGreaterThanOrEqual(100)
  })
})
