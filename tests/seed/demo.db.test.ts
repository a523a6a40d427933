import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { listIndicators } from '@/lib/indicators/queries'
import { findProject, listProjects } from '@/lib/projects/queries'
import { reportStates } from '@/lib/status-reports/model'
import { listWorkPackages } from '@/lib/work-packages/queries'
import { loadDemo } from '@/prisma/seed/demo.mts'
import { demoAccounts, demoPassword } from '@/prisma/seed/demo-accounts'
import { viewerOfAccount } from '@/prisma/seed/viewers'

const director = () => viewerOfAccount('johtaja@kainuu.example')

beforeAll(() => loadDemo(), 120_000)

/** State → how many reports of a period of the first project stand in it. */
async function statesOf(periodKey: string): Promise<Record<string, number>> {
  const rows = await asViewer(await director(), (tx) =>
    tx.statusReport.findMany({ where: { period: { key: periodKey } }, select: { state: true } }),
  )
  const counts: Record<string, number> = {}
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

describe('the demo data', () => {
  it('has two published quarters and an open one', async () => {
    const project = await findProject(await director(), 'kkk2')
    expect(project?.periods.map(({ key, state }) => `${key} ${state}`)).toEqual([
      '2025-Q2 published',
      '2025-Q3 published',
      '2025-Q4 open',
    ])
    expect(await statesOf('2025-Q2')).toEqual({ published: 16 })
    expect(await statesOf('2025-Q3')).toEqual({ published: 35 })
  })

  it('has a report of the open quarter in every state that a round can have', async () => {
    const states = await statesOf('2025-Q4')
    const inRound = reportStates.filter((state) => state !== 'published')
    expect(Object.keys(states).sort()).toEqual([...inRound].sort())
    expect(Object.values(states).reduce((all, count) => all + count, 0)).toBe(35)
  })

  it('carries the last quarter over unconfirmed, and writes nothing of its own', async () => {
    const fields = await asViewer(await director(), (tx) =>
      tx.statusReportEntry.findMany({
        where: { report: { period: { key: '2025-Q4' } } },
        select: {
          path: true,
          text: true,
          origin: true,
          confirmed: true,
          report: { select: { unitId: true, state: true } },
        },
      }),
    )
    const before = await asViewer(await director(), (tx) =>
      tx.statusReportEntry.findMany({
        where: { report: { period: { key: '2025-Q3' } } },
        select: { path: true, text: true, report: { select: { unitId: true } } },
      }),
    )
    const known = new Set(before.map((entry) => `${entry.report.unitId} ${entry.path} ${entry.text}`))
    expect(fields.length).toBeGreaterThan(300)
    expect(fields.filter((entry) => !known.has(`${entry.report.unitId} ${entry.path} ${entry.text}`))).toEqual([])
    const untouched = fields.filter((entry) => entry.report.state === 'not_started')
    expect(untouched.length).toBeGreaterThan(100)
    expect(untouched.filter((entry) => entry.confirmed || entry.origin !== 'prefilled')).toEqual([])
  })

  it('divides every unit among the coordinators', async () => {
    const project = await findProject(await director(), 'kkk2')
    const rows = await listWorkPackages(await director(), project?.id ?? '')
    expect(rows.filter((unit) => unit.coordinators.length !== 1).map((unit) => unit.sourceId)).toEqual([])
    expect(new Set(rows.flatMap((unit) => unit.coordinators.map(({ name }) => name))).size).toBe(4)
  })

  it('keeps the counties apart and has an empty project', async () => {
    const seen = async (email: string) => (await listProjects(await viewerOfAccount(email))).map(({ key }) => key)
    expect(await seen('johtaja@kainuu.example')).toEqual(['kkk2', 'tyhja'])
    expect(await seen('johtaja@kanta-hame.example')).toEqual(['syli'])
    expect(await seen('katselija@kansallinen.example')).toEqual([])
    const viewer = await director()
    const empty = await findProject(viewer, 'tyhja')
    expect(empty?.periods).toEqual([])
    expect(await listIndicators(viewer, empty?.id ?? '')).toEqual([])
    const syli = await findProject(await viewerOfAccount('johtaja@kanta-hame.example'), 'syli')
    expect(await listIndicators(viewer, syli?.id ?? '')).toEqual([])
  })

  it('has an account for every role that a person can hold', () => {
    const roles = new Set(demoAccounts.map(({ role }) => role))
    expect([...roles].sort()).toEqual([
      'admin',
      'auditor',
      'coordinator',
      'director',
      'finance',
      'national',
      'steering',
    ])
    expect(demoPassword.length).toBeGreaterThanOrEqual(12)
    expect(new Set(demoAccounts.map(({ email }) => email)).size).toBe(demoAccounts.length)
  })
})
