// All or nothing, wherever the database fails (quality R7). Each workflow is tried at some of its statements, the first, the
// last and every commit among them; `npm run bench:faults` tries each at all of them.
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { disconnect } from '@/lib/platform/db'
import { makeRound } from '../support/builders/round'
import { createTestDatabase, testDatabase } from '../support/database'
import { bringingBack, type Installed, migrating } from './fault-sweep/installation'
import { Looker } from './fault-sweep/look'
import { type Swept, sweep, type Workflow } from './fault-sweep/sweep'
import { workflows } from './fault-sweep/workflows'

let looker: Looker
beforeAll(async () => {
  looker = await Looker.at(testDatabase().ownerUrl)
})
afterAll(async () => {
  await looker.end()
  await disconnect()
})

const told: Swept[] = []
const some = { most: 3, alternate: true }

describe('when the database fails at a statement', { timeout: 120_000 }, () => {
  it.each(workflows.map((one) => [one.name, one] as const))('%s leaves all or nothing', async (_, workflow) => {
    const swept = await sweep(workflow, () => looker.look(), some)
    told.push(swept)
    expect(swept.findings).toEqual([])
    expect(swept.faults).toBeGreaterThanOrEqual(6)
  })

  it('bringing a backup back leaves all or nothing', async () => {
    const empty = await createTestDatabase()
    const installed = await bringingBack(testDatabase().ownerUrl, empty.ownerUrl)
    const swept = await sweep(installed.workflow, installed.look, some)
    told.push(swept)
    await installed.end()
    await empty.dispose()
    expect(swept.findings).toEqual([])
  })

  it('applying migrations leaves whole ones, and goes on with the rest', async () => {
    const dump = path.join(import.meta.dirname, 'upgrades/20261122184850_indicator_scope_versions.jsonl.gz')
    const installed: Installed = await migrating(inject('server').ownerUrl, dump)
    const swept = await sweep(installed.workflow, installed.look, some)
    told.push(swept)
    await installed.end()
    expect(swept.findings).toEqual([])
  })

  it('so many statements were tried', () => {
    for (const { name, statements, faults } of told) console.log(`${name}: N = ${statements}, ${faults} faults`)
    const faults = told.reduce((sum, one) => sum + one.faults, 0)
    console.log(`${told.length} workflows, ${faults} faults`)
    expect(told.length).toBeGreaterThanOrEqual(27)
    expect(faults).toBeGreaterThanOrEqual(200)
  })
})

// Planted: what a sweep must find.
describe('a sweep finds', { timeout: 60_000 }, () => {
  const onProject = (run: (rename: (name: string) => Promise<unknown>) => Promise<unknown>): Workflow => ({
    name: 'planted',
    least: 4,
    prepare: async () => {
      const { system, projectId: id } = await makeRound()
      const rename = (name: string) => asViewer(system, (tx) => tx.project.update({ where: { id }, data: { name } }))
      return () => run(rename)
    },
  })
  const found = async (workflow: Workflow): Promise<string[]> => (await sweep(workflow, () => looker.look())).findings

  it('a workflow that is two transactions', async () => {
    const { system, organisationId } = await makeRound()
    const halves = onProject(async (rename) => {
      await rename('Ensin')
      await asViewer(system, (tx) =>
        tx.organisation.update({ where: { id: organisationId }, data: { name: 'Sitten' } }),
      )
    })
    expect(await found(halves)).toEqual(
      expect.arrayContaining([expect.stringMatching(/: Project 0 instead of Organisation 0, Project 0$/)]),
    )
  })

  it('a workflow that says that it was done when it was not', async () => {
    const silent = onProject((rename) => rename('Hiljaa').catch(() => null))
    expect(await found(silent)).toEqual(expect.arrayContaining([expect.stringMatching(/nothing is there$/)]))
  })

  it('a workflow that changes nothing, and one that asks next to nothing', async () => {
    expect(await found(onProject(async () => null))).toEqual(
      expect.arrayContaining(['an undisturbed run has no effect', 'only 0 statements']),
    )
  })
})
