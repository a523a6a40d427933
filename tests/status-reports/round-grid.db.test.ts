import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { partProps, whyReadOnly } from '@/components/status-reports/form/grid/project-shape'
import { words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'
import { findProject } from '@/lib/projects/queries'
import { findReport } from '@/lib/status-reports/views/queries'
import { listReports, type RoundReport } from '@/lib/status-reports/views/round/queries'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'

const t = words('fi')
const periodKey = '2025-Q4'
let letGo: () => Promise<void>
let project: ProjectHeader

const account = (name: string) => viewerOfAccount(name.includes('@') ? name : `${name}@kainuu.example`)

async function reportsOf(name: string): Promise<RoundReport[]> {
  const reports = await listReports(await account(name), { projectId: project.id, periodKey })
  if (!reports) throw new Error(`${name} sees no reports`)
  return reports
}

beforeAll(async () => {
  letGo = await useDemoCopy()
  const found = await findProject(await account('johtaja'), 'kkk2')
  if (!found) throw new Error('the demo has no kkk2')
  project = found
}, 120_000)
afterAll(() => letGo())

describe('who has which reports in one grid', () => {
  it.each(['ohjausryhma', 'tarkastaja', 'johtaja@kanta-hame.example', 'katselija@kansallinen.example'])(
    '%s: none, as if there were no such period',
    async (name) => {
      expect(await listReports(await account(name), { projectId: project.id, periodKey })).toBeNull()
    },
  )

  it('nobody has those of a period that does not exist', async () => {
    expect(await listReports(await account('johtaja'), { projectId: project.id, periodKey: '2031-Q1' })).toBeNull()
  })

  it('a coordinator has the own ones, each as its own page reads it, in the order of the plan', async () => {
    const viewer = await account('koordinaattori1')
    const reports = await reportsOf('koordinaattori1')
    const own = new Set(reports.map(({ id }) => id))
    expect(own.size).toBeGreaterThan(3)
    expect((await reportsOf('johtaja')).flatMap(({ id }) => (own.has(id) ? [id] : []))).toEqual([...own])
    for (const report of reports) {
      const { reopening: _own, ...alone } =
        (await findReport(viewer, { projectId: project.id, periodKey, unitId: report.unit.id })) ?? {}
      expect(report).toMatchObject(JSON.parse(JSON.stringify(alone)))
      expect(report.may.write).toBe(true)
    }
    expect(reports.some(({ previous }) => Object.keys(previous).length > 0)).toBe(true)
  })

  it('a director and the finances have all, and write none of them', async () => {
    const all = await reportsOf('johtaja')
    expect(all.length).toBeGreaterThan(20)
    expect((await reportsOf('talous')).map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    for (const report of all) {
      expect(whyReadOnly(t, report)).toBe(t('statusReports.grid.cannot.notOwn'))
      expect(partProps(t, 'kkk2', report)).toBeNull()
    }
  })
})

describe('why a report can only be read', () => {
  it('is said: it is sent, closed by the calendar, or open for other parts only', async () => {
    const [report] = (await reportsOf('koordinaattori1')).filter(({ indicators }) => indicators.length > 0)
    if (!report) throw new Error('no report with indicators')
    const open: RoundReport = { ...report, state: 'draft', closed: false, opens: null }
    expect(whyReadOnly(t, open)).toBeNull()
    expect(partProps(t, 'kkk2', open)?.sections[0]?.groups).toHaveLength(report.indicators.length)
    const cases: [Partial<RoundReport>, string][] = [
      [{ state: 'submitted' }, 'Vain luettavissa. Raportin tila: '],
      [{ closed: true }, t('statusReports.grid.cannot.closed')],
      [{ state: 'returned', opens: ['results'] }, t('statusReports.grid.cannot.otherParts')],
      [{ may: { write: false, review: true } }, t('statusReports.grid.cannot.notOwn')],
    ]
    for (const [change, said] of cases) {
      expect(whyReadOnly(t, { ...open, ...change })).toContain(said)
      expect(partProps(t, 'kkk2', { ...open, ...change })).toBeNull()
    }
    expect(whyReadOnly(t, { ...open, state: 'returned', opens: ['indicators'] })).toBeNull()
  })
})
