import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { listCommunications } from '@/lib/communications/queries'
import { listBudgetTables } from '@/lib/finance/budgets/queries'
import { listPurchases, listReservations } from '@/lib/finance/queries'
import { findIndicator, listIndicators, listIndicatorsOf } from '@/lib/indicators/queries'
import { listInvestments } from '@/lib/investments/queries'
import { listPlanChanges } from '@/lib/plan-changes/queries'
import { findProjectDetails } from '@/lib/projects/details/queries'
import { findProject } from '@/lib/projects/queries'
import { listRisks } from '@/lib/risks/queries'
import { findRegisters } from '@/lib/rounds/snapshot/registers/queries'
import { findToimintamalli } from '@/lib/toimintamallit/queries'
import { listWorkPackages } from '@/lib/work-packages/queries'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from './demo-copy'

type Read = (viewer: Viewer, id: string) => Promise<unknown>

const ofProject: Record<string, Read> = {
  findProjectDetails,
  listBudgetTables,
  listCommunications,
  listIndicators,
  listInvestments,
  listPlanChanges,
  listPurchases,
  listReservations,
  listRisks,
  listWorkPackages,
}
/** What is read of a project with everything else of it. */
const registers = [
  'actions',
  'financeNotes',
  'serviceAreas',
  'slides',
  'tables',
  'tiles',
  'toimintamallit',
  'units',
] as const
const ofUnit: Record<string, Read> = { listIndicatorsOf }

const outsiders = ['johtaja@kanta-hame.example', 'katselija@kansallinen.example']
const insiders = ['johtaja@kainuu.example', 'ohjausryhma@kainuu.example', 'paakayttaja@kainuu.example']

let ids: { project: string; unit: string; indicator: string; toimintamalli: string }

beforeAll(async () => {
  const letGo = await useDemoCopy()
  const viewer = await viewerOfAccount('johtaja@kainuu.example')
  const project = (await findProject(viewer, 'kkk2'))?.id ?? ''
  const unit = (await listWorkPackages(viewer, project)).find(({ sourceId }) => sourceId === 'P4-I1A-TP1-KETJUT')
  const [indicator] = await listIndicators(viewer, project)
  const model = (await findRegisters(viewer, project))?.toimintamallit[0]
  ids = { project, unit: unit?.id ?? '', indicator: indicator?.id ?? '', toimintamalli: model?.id ?? '' }
  return letGo
}, 60_000)

function reads(): [string, Read, string][] {
  return [
    ...Object.entries(ofProject).map(([name, read]): [string, Read, string] => [name, read, ids.project]),
    ...registers.map((name): [string, Read, string] => [
      name,
      async (viewer, id) => (await findRegisters(viewer, id))?.[name] ?? null,
      ids.project,
    ]),
    ...Object.entries(ofUnit).map(([name, read]): [string, Read, string] => [name, read, ids.unit]),
    ['findIndicator', findIndicator, ids.indicator],
    ['findToimintamalli', findToimintamalli, ids.toimintamalli],
  ]
}

const isNothing = (result: unknown) => result === null || (Array.isArray(result) && result.length === 0)

describe('reads of the registers', () => {
  it.each(outsiders)('give %s nothing of another county', async (email) => {
    const viewer = await viewerOfAccount(email)
    const seen = []
    for (const [name, read, id] of reads()) if (!isNothing(await read(viewer, id))) seen.push(name)
    expect(seen).toEqual([])
  })

  it.each(insiders)('give %s everything of the own county', async (email) => {
    const viewer = await viewerOfAccount(email)
    const missing = []
    for (const [name, read, id] of reads()) if (isNothing(await read(viewer, id))) missing.push(name)
    expect(missing).toEqual([])
    expect(reads().length).toBe(21)
  })
})
