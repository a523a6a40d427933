import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { changeSettings } from '@/lib/projects/settings/commands'
import { usualSettings } from '@/lib/projects/settings/model'
import { findSettings } from '@/lib/projects/settings/queries'
import { changeSettingsSchema, readSettings, type SettingsChange } from '@/lib/projects/settings/schema'
import { addRisk, assessRisk } from '@/lib/risks/commands'
import { makeRound, type Round } from '../support/builders/round'

let round: Round
let levelId: string

const given = { lights: false, riskScale: 10, sections: ['actions', 'results'] }
const change = (more: Partial<SettingsChange> = {}, who = round.director) =>
  changeSettings(who, { projectId: round.projectId, version: 1, levels: [], ...given, ...more })
const stored = () => findSettings(round.director, round.projectId)

beforeEach(async () => {
  round = await makeRound()
  const { organisationId, projectId } = round
  const level = await asViewer(round.system, (tx) =>
    tx.investmentLevel.create({ data: { organisationId, projectId, key: 'pillar', label: 'Pilari', depth: 0 } }),
  )
  levelId = level.id
})

describe('the settings of a project', () => {
  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['finance', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('are not changed by %s', async (role, reason) => {
    expect(await change({}, round[role])).toEqual({ ok: false, reason })
    expect(await stored()).toMatchObject({ version: 1, settings: usualSettings })
  })

  it('are kept, with the names of the levels, and nobody writes over another', async () => {
    expect(await change({ levels: [{ id: levelId, label: 'Teema' }] })).toMatchObject({ ok: true })
    expect(await stored()).toEqual({ version: 2, settings: given, levels: [{ id: levelId, label: 'Teema' }] })
    expect(await change()).toEqual({ ok: false, reason: 'STALE' })
    expect(await findSettings(round.otherCounty, round.projectId)).toBeNull()
  })

  it('name no level of another project', async () => {
    const other = await makeRound()
    const { organisationId, projectId } = other
    const theirs = await asViewer(other.system, (tx) =>
      tx.investmentLevel.create({ data: { organisationId, projectId, key: 'pillar', label: 'Pilari', depth: 0 } }),
    )
    expect(await change({ levels: [{ id: theirs.id, label: 'Teema' }] })).toMatchObject({ ok: true })
    const { levels } = (await findSettings(other.director, projectId)) ?? {}
    expect(levels).toEqual([{ id: theirs.id, label: 'Pilari' }])
  })

  it('keep a scale that reaches the scores there are, a name for each level, and one section at least', async () => {
    const fields = (name: string, key: string) => ({ ok: false, reason: 'INVALID', fields: { [name]: key } })
    expect(await change({ levels: [{ id: levelId, label: '' }] })).toEqual(
      fields(`level/${levelId}`, 'projects.error.level'),
    )
    expect(await change({ sections: [] })).toEqual(fields('sections', 'projects.error.sections'))
    expect(await change({ sections: ['bogus'] })).toEqual(fields('sections', 'projects.error.sections'))
    const risk = { kind: 'risk' as const, description: 'R', ownerRoles: [], workPackageId: null, raisedOn: null }
    const added = await addRisk(round.director, { projectId: round.projectId, ...risk })
    const nothing = { probabilityAfter: null, impactAfter: null, pointsAsWritten: null, source: null, assessedOn: null }
    const scores = { probability: 4, impact: 2, note: null, periodId: round.periodId, version: 1 }
    await assessRisk(round.director, { riskId: added.ok ? added.value.riskId : '', ...scores, ...nothing })
    expect(await change({ riskScale: 3 })).toEqual(fields('riskScale', 'projects.error.riskScaleInUse'))
    expect(await change({ riskScale: 4 })).toMatchObject({ ok: true })
  })

  it('are read from a form, and as usual where nothing readable is stored', () => {
    const sent = { project: 'p', projectId: round.projectId, version: '1', riskScale: '7', sections: 'actions,results' }
    expect(changeSettingsSchema.parse({ ...sent, [`level/${levelId}`]: ' Teema ' })).toMatchObject({
      lights: false,
      riskScale: 7,
      sections: ['actions', 'results'],
      levels: [{ id: levelId, label: 'Teema' }],
    })
    for (const riskScale of ['1', '11', 'viisi']) {
      expect(changeSettingsSchema.safeParse({ ...sent, riskScale }).success, riskScale).toBe(false)
    }
    for (const none of [null, 'x', { lights: 'maybe' }, { more: 1 }]) expect(readSettings(none)).toEqual(usualSettings)
  })
})
