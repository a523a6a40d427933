import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { ResultsPage } from '@/components/results/results-page'
import type { Viewer } from '@/lib/access/model'
import { resultsDoor, strangerIn } from '@/lib/access/strangers'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { words } from '@/lib/platform/words'
import { setResults } from '@/lib/projects/results/commands'
import { findOpenProject, findResultsState } from '@/lib/projects/results/queries'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { findSnapshot, listPublished } from '@/lib/steering/queries'
import { publicResults } from '@/lib/steering/results/model'
import { findPublicResults } from '@/lib/steering/results/queries'
import { demoAccounts } from '@/prisma/seed/demo-accounts'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '../seed/demo-copy'

const county = 'kainuu.example'
let director: Viewer
let projectId: string
let organisationId: string

beforeAll(async () => {
  const letGo = await useDemoCopy()
  director = await viewerOfAccount(`johtaja@${county}`)
  const project = await asViewer(director, (tx) => tx.project.findUniqueOrThrow({ where: { key: 'kkk2' } }))
  projectId = project.id
  organisationId = project.organisationId
  return letGo
}, 120_000)

const version = async () => (await findResultsState(director, projectId))?.version ?? 0
const set = async (who: Viewer, results: 'open' | 'closed', seen?: number) =>
  setResults(who, { projectId, version: seen ?? (await version()), results })
const read = (key: string) => findPublicResults(resultsDoor(), key)
const openedBySystem = (key: string) =>
  asViewer(systemViewer('operator'), (tx) =>
    tx.project.update({ where: { key }, data: { resultsOpenedAt: new Date() } }),
  )
const audited = () =>
  asViewer(director, (tx) =>
    tx.auditEvent.findMany({
      where: { action: { startsWith: 'project.results_' } },
      orderBy: { at: 'asc' },
      select: { action: true, right: true, subjectId: true },
    }),
  )

describe('opening and closing the results', () => {
  it.each([
    [`koordinaattori1@${county}`, 'NOT_ALLOWED'],
    [`talous@${county}`, 'NOT_ALLOWED'],
    [`ohjausryhma@${county}`, 'NOT_ALLOWED'],
    [`tarkastaja@${county}`, 'NOT_ALLOWED'],
    ['johtaja@kanta-hame.example', 'NOT_FOUND'],
    ['katselija@kansallinen.example', 'NOT_FOUND'],
  ] as const)('is not for %s', async (email, reason) => {
    expect(await set(await viewerOfAccount(email), 'open')).toEqual({ ok: false, reason })
    expect(await read('kkk2')).toBeNull()
  })

  it('asks the director, too, for a sign-in of the last 15 minutes', async () => {
    const old = { ...director, authenticatedAt: new Date(Date.now() - 16 * 60_000) }
    expect(await set(old, 'open')).toEqual({ ok: false, reason: 'SIGN_IN_AGAIN' })
    expect(await audited()).toEqual([])
  })

  it('is done once, recorded, and undone by the administrator', async () => {
    const fresh = { ...director, authenticatedAt: new Date() }
    const seen = await version()
    expect(await set(fresh, 'open', seen)).toEqual({ ok: true, value: null })
    expect(await set(fresh, 'open', seen)).toEqual({ ok: false, reason: 'STALE' })
    expect(await set(fresh, 'open')).toEqual({ ok: false, reason: 'STALE' })
    expect((await read('kkk2'))?.periodKey).toBe('2025-Q3')
    const admin = { ...(await viewerOfAccount(`paakayttaja@${county}`)), authenticatedAt: new Date() }
    expect(await set(admin, 'closed')).toEqual({ ok: true, value: null })
    expect(await read('kkk2')).toBeNull()
    expect(await audited()).toEqual([
      { action: 'project.results_opened', right: 'director', subjectId: projectId },
      { action: 'project.results_closed', right: 'admin', subjectId: projectId },
    ])
  })
})

describe('what a stranger reads', () => {
  it('is nothing of what is closed, missing, or never published', async () => {
    await openedBySystem('tyhja')
    expect([await read('syli'), await read('ei-tällaista'), await read('tyhja'), await read('')]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(await findOpenProject(resultsDoor(), 'syli')).toBeNull()
  })

  it('is one project only, even for the reader that was made for it', async () => {
    const stranger = strangerIn({ organisationId, projectId })
    const id = (await listPublished(stranger, 'kkk2'))[0]?.snapshotId ?? ''
    expect(await findSnapshot(stranger, id)).not.toBeNull()
    const inOthers = ['tyhja', 'syli'].map(async (key) => {
      const other = await asViewer(systemViewer('operator'), (tx) => tx.project.findUniqueOrThrow({ where: { key } }))
      const beside = strangerIn({ organisationId: other.organisationId, projectId: other.id })
      return [await listPublished(beside, 'kkk2'), await findSnapshot(beside, id)]
    })
    expect(await Promise.all(inOthers)).toEqual([
      [[], null],
      [[], null],
    ])
    // The wall in the database: without any where clause nothing of another county is there.
    const keys = await asViewer(stranger, (tx) => tx.project.findMany({ select: { key: true } }))
    expect(keys.map(({ key }) => key)).not.toContain('syli')
    expect(await setResults(stranger, { projectId, version: 1, results: 'closed' })).toEqual({
      ok: false,
      reason: 'NOT_ALLOWED',
    })
  })

  it('is the newest publication, in three languages, with figures that lead to their cards', async () => {
    await openedBySystem('kkk2')
    const results = await read('kkk2')
    if (!results) throw new Error('nothing is shown')
    expect(results.national.length).toBeGreaterThan(2)
    expect(results.toimintamallit.length).toBeGreaterThan(2)
    for (const locale of ['fi', 'sv', 'en'] as const) {
      const html = renderToStaticMarkup(createElement(ResultsPage, { t: words(locale), results }))
      expect(html).toContain(results.project.name.slice(0, 10))
      expect(html.match(/href="\/r\/[0-9a-f]{10}-[mtzo]/g)?.length).toBeGreaterThan(10)
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(html.match(/<svg/g)?.length).toBeGreaterThan(1)
      expect(html).not.toMatch(/\sstyle=|NaN|undefined|\[object|results\.\w/)
      const names = demoAccounts.flatMap(({ email }) => [email])
      expect(names.filter((name) => html.includes(name))).toEqual([])
      expect(html).not.toMatch(/@|€/)
    }
  })
})

/** Every free text of the publication that is not shown, with a mark in it; and the public ones with another. */
function marked(body: SnapshotBody): SnapshotBody {
  const secret = <T>(part: T): T =>
    JSON.parse(JSON.stringify(part), (key, value) =>
      typeof value === 'string' && !/[iI]d$|code|^key$|state|kind|role|scope|from|to$|at$|On$/.test(key)
        ? `${value} SALAINEN`
        : value,
    ) as T
  return {
    ...body,
    publishedBy: 'SALAINEN',
    project: { ...body.project, totalCostAsWritten: 'SALAINEN', name: `${body.project.name} JULKINEN` },
    units: body.units.map((unit) => ({ ...secret(unit), id: unit.id, status: unit.status, before: unit.before })),
    indicators: body.indicators.map((one) => ({
      ...one,
      ...secret({ note: one.note ?? 'x', source: one.source ?? 'x', owner: 'x', producer: 'x', method: 'x' }),
      clarifications: ['SALAINEN'],
      targets: one.targets.map((target) => ({
        ...target,
        definition: 'SALAINEN',
        source: 'SALAINEN',
        reached: { on: '2025-01-01', note: 'SALAINEN' },
        superseded: target.superseded && { ...target.superseded, reason: 'SALAINEN' },
      })),
      measurements: one.measurements.map((value) => ({
        ...value,
        area: 'SALAINEN',
        value: { ...value.value, note: 'SALAINEN', source: 'SALAINEN', flags: ['SALAINEN'] },
        change: { number: null, unit: null, base: null, note: 'SALAINEN' },
        corrections: secret(value.corrections),
        origin: {
          reportId: 'x',
          unitId: 'x',
          periodKey: 'x',
          entered: { role: 'SALAINEN', at: '' },
          submitted: null,
          approved: null,
        },
      })),
    })),
    toimintamallit: body.toimintamallit.map((model) => ({
      ...model,
      ...secret({ note: 'x', statusText: 'x', ownerAfterProject: 'x', goals: ['x'], results: ['x'] }),
    })),
    finance: secret(body.finance),
    risks: secret(body.risks),
    planChanges: secret(body.planChanges),
    communications: secret(body.communications),
    meetings: secret(body.meetings),
    evidence: secret(body.evidence),
    tiles: secret(body.tiles),
    dataTables: secret(body.dataTables),
  }
}

describe('what is never in it', () => {
  it('texts of reports, notes, money, risks, decisions, evidence, people', async () => {
    const stranger = strangerIn({ organisationId, projectId })
    const newest = (await listPublished(stranger, 'kkk2')).at(-1)
    const body = newest && (await findSnapshot(stranger, newest.snapshotId))
    if (!newest || !body) throw new Error('nothing is published')
    const planted = marked(body)
    expect(JSON.stringify(planted).match(/SALAINEN/g)?.length).toBeGreaterThan(500)
    const shown = publicResults(planted, newest)
    expect(JSON.stringify(shown)).not.toContain('SALAINEN')
    const html = renderToStaticMarkup(createElement(ResultsPage, { t: words('fi'), results: shown }))
    expect(html).not.toContain('SALAINEN')
    // The positive control: what is public comes through by the same way.
    expect(html).toContain('JULKINEN')
  })
})
