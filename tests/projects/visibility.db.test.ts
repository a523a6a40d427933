import { beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles, type Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { visibleProjects } from '@/lib/projects/permissions'
import { findProject, listProjects } from '@/lib/projects/queries'
import { type CountyOfTest, inCounty, inProject, makeCounty, viewerWith } from '../support/builders/accounts'

let own: CountyOfTest
let other: CountyOfTest
beforeAll(async () => {
  own = await makeCounty(3)
  other = await makeCounty(1)
})

const projectOf = (county: CountyOfTest, index = 0) => county.projects[index] ?? { id: '', key: '' }
const keysOf = (county: CountyOfTest) => county.projects.map((project) => project.key)

/** Somebody of the county `own` who holds the role: in its first project, or in the county where the role is the county's. */
function holder(role: Role): Viewer {
  const held = role === 'admin' || role === 'national' ? inCounty(role) : inProject(role, projectOf(own).id)
  return viewerWith([held], { organisationId: own.organisationId, scope: role === 'national' ? 'national' : 'county' })
}

const listed = async (viewer: Viewer) => (await listProjects(viewer)).map((project) => project.key).sort()

const seenBy: Record<Role, () => string[]> = {
  coordinator: () => [projectOf(own).key],
  director: () => [projectOf(own).key],
  finance: () => [projectOf(own).key],
  steering: () => [projectOf(own).key],
  auditor: () => [projectOf(own).key],
  admin: () => keysOf(own),
  national: () => [],
}

describe('who sees which projects', () => {
  it.each(roles)('%s: the list and the single read agree', async (role) => {
    const expected = seenBy[role]()
    expect(await listed(holder(role))).toEqual([...expected].sort())
    for (const key of [...keysOf(own), ...keysOf(other)]) {
      const found = await findProject(holder(role), key)
      expect(found?.key ?? null, key).toBe(expected.includes(key) ? key : null)
    }
  })

  it.each(roles)('%s: a project of another county answers like one that does not exist', async (role) => {
    const foreign = await findProject(holder(role), projectOf(other).key)
    const missing = await findProject(holder(role), 'ei-tällaista')
    expect([foreign, missing]).toEqual([null, null])
  })

  it('a role claimed in a project of another county opens nothing: the county is asked too', async () => {
    const viewer = viewerWith([inProject('director', projectOf(other).id)], { organisationId: own.organisationId })
    expect(await listed(viewer)).toEqual([])
    expect(await findProject(viewer, projectOf(other).key)).toBeNull()
  })

  it('somebody without a role sees nothing', async () => {
    expect(await listed(viewerWith([], { organisationId: own.organisationId }))).toEqual([])
  })

  it('a person without a county sees nothing, whatever their roles', async () => {
    const viewer = viewerWith([inCounty('admin')], { organisationId: null })
    expect(visibleProjects(viewer)).toEqual({ id: { in: [] } })
    expect(await listed(viewer)).toEqual([])
  })

  it('several projects are seen by several roles, each for what the role may', async () => {
    const [first, second] = [projectOf(own, 0), projectOf(own, 1)]
    const viewer = viewerWith([inProject('steering', first.id), inProject('coordinator', second.id)], {
      organisationId: own.organisationId,
    })
    expect(await listed(viewer)).toEqual([first.key, second.key].sort())
    expect(visibleProjects(viewer, 'report.read')).toEqual({
      organisationId: own.organisationId,
      id: { in: [second.id] },
    })
    expect(visibleProjects(viewer, 'period.publish')).toEqual({ organisationId: own.organisationId, id: { in: [] } })
  })

  it('a system actor sees every county, or the one it was given, even where a query asks for more', async () => {
    const all = await listed(systemViewer('operator'))
    expect(all).toEqual(expect.arrayContaining([...keysOf(own), ...keysOf(other)]))
    const bound = systemViewer('operator', other.organisationId)
    expect(await listed(bound)).toEqual(keysOf(other))
    expect(await asViewer(bound, (tx) => tx.project.findMany({ select: { key: true } }))).toEqual(
      other.projects.map(({ key }) => ({ key })),
    )
  })
})

describe('the head of a project', () => {
  it('holds what every page needs, with days as days', async () => {
    const found = await findProject(holder('director'), projectOf(own).key)
    expect(found).toMatchObject({
      id: projectOf(own).id,
      organisationId: own.organisationId,
      programme: { shortName: 'O', statement: { fi: 'Rahoitettu', sv: 'Finansierad', en: 'Funded' } },
      periods: [],
    })
  })
})
