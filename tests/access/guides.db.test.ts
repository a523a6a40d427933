import { beforeAll, describe, expect, it } from 'vitest'
import { stepNames, stepsOf } from '@/components/guides/steps'
import { bringGuidesBack, putGuideAway } from '@/lib/access/guides/commands'
import { guidesFor } from '@/lib/access/guides/model'
import { findGuidesSeen } from '@/lib/access/guides/queries'
import { roles } from '@/lib/access/model'
import { systemViewer } from '@/lib/access/viewer'
import { words } from '@/lib/platform/words'
import { listProjects } from '@/lib/projects/queries'
import { makeRound, type Round } from '../support/builders/round'

let round: Round
beforeAll(async () => {
  round = await makeRound()
})

describe('putting a guide away', () => {
  it('is refused for a role that one does not hold, and for the product itself', async () => {
    expect(await putGuideAway(round.coordinator, { guide: 'director' })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await putGuideAway(systemViewer('operator'), { guide: 'admin' })).toEqual({
      ok: false,
      reason: 'NOT_ALLOWED',
    })
    expect(await bringGuidesBack(systemViewer('operator'))).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await findGuidesSeen(round.coordinator)).toEqual([])
  })

  it('is one’s own, once, and can be taken back', async () => {
    const put = () => putGuideAway(round.coordinator, { guide: 'coordinator' })
    expect(await Promise.all([put(), put(), put()])).toEqual(Array(3).fill({ ok: true, value: null }))
    expect(await findGuidesSeen(round.coordinator)).toEqual(['coordinator'])
    expect(await findGuidesSeen(round.otherCoordinator)).toEqual([])
    expect(guidesFor(round.coordinator.held, ['coordinator'], '/my-work')).toEqual([])
    expect(await bringGuidesBack(round.coordinator)).toEqual({ ok: true, value: null })
    expect(guidesFor(round.coordinator.held, await findGuidesSeen(round.coordinator), '/my-work')).toEqual([
      'coordinator',
    ])
  })
})

describe('the guides', () => {
  it.each(roles)('of %s: three to five steps, on one page, with words in three languages', async (role) => {
    const held = [{ role, projectId: round.projectId }]
    expect((['/my-work', '/projects'] as const).filter((page) => guidesFor(held, [], page).length === 1)).toHaveLength(
      1,
    )
    const [project = null] = await listProjects(round.director)
    const steps = stepsOf(role, project)
    expect(steps.length).toBeGreaterThanOrEqual(3)
    expect(steps.length).toBeLessThanOrEqual(5)
    expect(steps.map(({ name }) => name)).toEqual(stepNames(role))
    for (const { href } of steps) expect(href).toMatch(/^\/[a-z]/)
    for (const locale of ['fi', 'sv', 'en'] as const) {
      const t = words(locale)
      for (const { name } of steps) {
        expect(t.has(`guides.${role}.${name}.link`) && t.has(`guides.${role}.${name}.text`), `${locale} ${name}`).toBe(
          true,
        )
      }
    }
  })

  it('of somebody without a project offer no step into one', () => {
    for (const role of roles) expect(stepsOf(role, null).filter(({ href }) => href.includes('/projects/'))).toEqual([])
  })
})
