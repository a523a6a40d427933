import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formSections } from '@/components/status-reports/form/shape'
import { sectionsToRead } from '@/components/status-reports/view/report-sections'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { disconnect } from '@/lib/platform/db'
import { words } from '@/lib/platform/words'
import { usualSettings } from '@/lib/projects/settings/model'
import { readSettings } from '@/lib/projects/settings/schema'
import { submitReport } from '@/lib/status-reports/commands'
import { findReport } from '@/lib/status-reports/views/queries'
import { fillReport, makeRound, type Round, reportOf } from '@/tests/support/builders/round'

let round: Round
beforeAll(async () => {
  round = await makeRound()
})
afterAll(disconnect)

const set = (settings: object) =>
  asViewer(systemViewer('operator'), (tx) => tx.project.update({ where: { id: round.projectId }, data: { settings } }))

async function formPaths(): Promise<string[]> {
  const place = { projectId: round.projectId, periodKey: '2025-Q3', unitId: round.unit.id }
  const view = await findReport(round.coordinator, place)
  if (!view) throw new Error('no report')
  return formSections(words('fi'), view).flatMap(({ groups }) =>
    groups.flatMap((group) => [...group.fields, ...group.more].map(({ path }) => path)),
  )
}

async function readPaths(): Promise<string[]> {
  const place = { projectId: round.projectId, periodKey: '2025-Q3', unitId: round.otherUnit.id }
  const view = await findReport(round.director, place)
  if (!view) throw new Error('no report')
  return sectionsToRead(words('fi'), view).map(({ path }) => path)
}

describe('a project’s own ways', () => {
  it('are as usual where nothing, or nothing readable, is said', () => {
    expect(readSettings({})).toEqual(usualSettings)
    expect(readSettings(null)).toEqual(usualSettings)
    expect(readSettings({ lights: 'no' })).toEqual(usualSettings)
    expect(readSettings({ lights: false, riskScale: 4 })).toEqual({ ...usualSettings, lights: false, riskScale: 4 })
  })

  it('leave the light and sections out of the form, and the report can be sent without a light', async () => {
    expect(await formPaths()).toContain('overall/light')
    await set({ lights: false, sections: ['overall', 'results'] })
    const paths = await formPaths()
    expect(paths).toContain('overall/reason')
    expect(paths).toContain('results/text')
    expect(paths.filter((path) => !path.startsWith('overall/') && !path.startsWith('results/'))).toEqual([])
    expect(paths).not.toContain('overall/light')
    const { id } = await reportOf(round.unit.id, round.periodId)
    await fillReport(round.coordinator, id, { 'results/text': 'Valmista', 'overall/light': '' })
    const { version } = await reportOf(round.unit.id, round.periodId)
    expect(await submitReport(round.coordinator, { reportId: id, version })).toMatchObject({ ok: true })
  })

  it('hide nothing that has been reported in a section that is asked no more', async () => {
    await set({ sections: ['overall', 'results'] })
    expect(await readPaths()).toEqual(['overall', 'results'])
    await set({})
    const { id } = await reportOf(round.otherUnit.id, round.periodId)
    await fillReport(round.otherCoordinator, id, { 'nextSteps/text': 'Jatketaan' })
    await set({ sections: ['overall', 'results'] })
    // The states of actions that were carried over have been confirmed with the rest.
    expect(await readPaths()).toEqual(['overall', 'actions', 'results', 'nextSteps'])
  })
})
