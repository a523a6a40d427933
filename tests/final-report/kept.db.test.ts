// What is kept of a report between two pauses in writing: whatever is written, by whomever, is seen the next time.
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { keptBoundData } from '@/lib/final-report/bindings/kept/queries'
import { loadShownData } from '@/lib/final-report/bindings/queries'
import { checkStoredReport } from '@/lib/final-report/check/acceptances/queries'
import { checkAround } from '@/lib/final-report/check/writing/queries'
import { keptReport } from '@/lib/final-report/kept/queries'
import { findReport } from '@/lib/final-report/queries'
import type { Tx } from '@/lib/platform/db'
import { useDemoCopy } from '@/tests/seed/demo-copy'
import { inProject, viewerWith } from '@/tests/support/builders/accounts'
import { root } from '../../scripts/runtime.mjs'

const system = systemViewer('operator')
const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asViewer(system, work)
let done: () => Promise<void>
let projectId = ''
let otherProject = ''
let sectionId = ''
let director: Viewer
let readers: Viewer[] = []
let stranger: Viewer

beforeAll(async () => {
  done = await useDemoCopy()
  const [own, other] = await write(async (tx) => [
    await tx.project.findFirstOrThrow({ where: { key: 'kkk2' } }),
    await tx.project.findFirstOrThrow({ where: { key: 'syli' } }),
  ])
  projectId = own?.id ?? ''
  otherProject = other?.id ?? ''
  const section = await write((tx) =>
    tx.finalReportSection.findFirstOrThrow({
      where: { report: { projectId }, blocks: { some: { bindings: { some: { measurementId: { not: null } } } } } },
    }),
  )
  sectionId = section.id
  const person = (role: Parameters<typeof inProject>[0], project = own) =>
    viewerWith([inProject(role, project?.id ?? '')], { organisationId: project?.organisationId ?? '' })
  director = person('director')
  readers = [director, person('coordinator'), person('finance'), person('auditor')]
  stranger = person('director', other)
}, 240_000)
afterAll(() => done?.())

/** Names of the tables that the statements of `work` read. */
async function tablesOf(work: () => Promise<unknown>): Promise<Set<string>> {
  const texts: string[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: Parameters<typeof query>) {
    const [first] = given as unknown[]
    texts.push(typeof first === 'string' ? first : String((first as { text?: string })?.text))
    return query.apply(this, given)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return new Set(tablesIn(texts.join('\n')))
}
const tablesIn = (sql: string): string[] =>
  [...sql.matchAll(/(?:FROM|JOIN)\s+(?:"public"\.)?"(\w+)"/g)].map(([, name]) => name ?? '')

describe('the data of a project', () => {
  it('are read from tables that are all looked at for changes', async () => {
    const source = fs.readFileSync(path.join(root, 'lib/final-report/bindings/kept/queries.ts'), 'utf8')
    const looked = new Set(tablesIn(source))
    const others: Record<string, string> = {
      FinalReport: 'only names the sections that a decision concerns, which no block shows',
      FinalReportSection: 'the same',
      StatusReportEvent: 'events of corrections, which are never changed; a correction has a row of its own',
    }
    const read = new Set<string>()
    const reads = [...readers, system].map((viewer) => ({ viewer, project: projectId }))
    for (const { viewer, project } of [...reads, { viewer: stranger, project: otherProject }]) {
      for (const table of await tablesOf(() => loadShownData(viewer, project))) read.add(table)
    }
    expect(read.size).toBeGreaterThan(30)
    expect([...read].filter((table) => !looked.has(table) && !(table in others)).sort()).toEqual([])
    expect(Object.keys(others).filter((table) => !read.has(table))).toEqual([])
  })

  it('are the same object until something of them is written or removed', async () => {
    const first = await keptBoundData(director, projectId)
    expect(await keptBoundData(director, projectId)).toBe(first)
    expect(first).toEqual({ ...(await loadShownData(director, projectId)), published: new Set() })
    const indicator = await write((tx) =>
      tx.indicator.findFirstOrThrow({ where: { projectId, versions: { some: {} } }, include: { versions: true } }),
    )
    const [version] = indicator.versions
    await write((tx) => tx.indicatorVersion.update({ where: { id: version?.id }, data: { name: 'Uusi nimi' } }))
    const renamed = await keptBoundData(director, projectId)
    expect(renamed).not.toBe(first)
    expect(renamed.indicators.find(({ id }) => id === indicator.id)?.versions.map(({ name }) => name)).toContain(
      'Uusi nimi',
    )
    const risk = await write((tx) => tx.risk.findFirstOrThrow({ where: { projectId } }))
    await write((tx) => tx.risk.delete({ where: { id: risk.id } }))
    const fewer = await keptBoundData(director, projectId)
    expect(fewer.risks.map(({ id }) => id)).not.toContain(risk.id)
    expect(await keptBoundData(director, projectId)).toBe(fewer)
  })

  it('are kept for one person only, and nothing is there for another county', async () => {
    const mine = await keptBoundData(director, projectId)
    for (const reader of readers.slice(1)) {
      const theirs = await keptBoundData(reader, projectId)
      expect(theirs).not.toBe(mine)
      expect(theirs).toEqual({ ...(await loadShownData(reader, projectId)), published: new Set() })
    }
    expect((await keptBoundData(stranger, projectId)).indicators).toEqual([])
  })
})

describe('the report', () => {
  const read = async (viewer = director) => {
    const found = await keptReport(viewer, sectionId)
    if (!found) throw new Error('no report')
    return found.report
  }
  const changedBetween = (before: Awaited<ReturnType<typeof read>>, after: Awaited<ReturnType<typeof read>>) =>
    after.sections.filter((section) => !before.sections.includes(section)).map(({ id }) => id)

  it('is what it is read as in the whole, and is nobody else’s to read', async () => {
    expect(await read()).toEqual(await findReport(director, projectId))
    expect(await keptReport(stranger, sectionId)).toBeNull()
    expect(await checkAround(stranger, sectionId)).toBeNull()
    const steering = viewerWith([inProject('steering', projectId)], { organisationId: director.organisationId })
    expect(await checkAround(steering, sectionId)).toBeNull()
  })

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    [
      'a text is written',
      async (tx) => {
        const block = await tx.finalReportBlock.findFirstOrThrow({ where: { sectionId, type: 'paragraph' } })
        const content = { runs: [{ kind: 'text', text: 'Toisin kirjoitettu.' }] }
        await tx.finalReportBlock.update({ where: { id: block.id }, data: { content } })
      },
    ],
    [
      'its title is changed',
      (tx) => tx.finalReportSection.update({ where: { id: sectionId }, data: { title: 'Uusi' } }),
    ],
    [
      'what a number is bound to is removed',
      async (tx) => {
        const { measurementId } = await tx.blockBinding.findFirstOrThrow({
          where: { block: { sectionId }, measurementId: { not: null } },
        })
        await tx.measurement.delete({ where: { id: measurementId ?? '' } })
      },
    ],
    [
      'a block is removed',
      async (tx) => {
        const block = await tx.finalReportBlock.findFirstOrThrow({ where: { sectionId } })
        await tx.finalReportBlock.delete({ where: { id: block.id } })
      },
    ],
  ])('only the section is another object after %s', async (_what, change) => {
    const before = await read()
    expect(changedBetween(before, await read())).toEqual([])
    await write(change)
    const after = await read()
    expect(changedBetween(before, after)).toContain(sectionId)
    // The same measurement may be told in a few other sections.
    expect(changedBetween(before, after).length).toBeLessThan(4)
    expect(after).toEqual(await findReport(director, projectId))
  })

  it('follows the order and the taking away of sections', async () => {
    const made = await write(async (tx) => {
      const { reportId, organisationId } = await tx.finalReportSection.findFirstOrThrow({ where: { id: sectionId } })
      return tx.finalReportSection.create({
        data: { reportId, organisationId, kind: 'chapter', title: 'Väliaikainen', sort: -1 },
      })
    })
    expect((await read()).sections[0]?.title).toBe('Väliaikainen')
    await write((tx) => tx.finalReportSection.update({ where: { id: made.id }, data: { sort: 9999 } }))
    expect((await read()).sections.at(-1)?.title).toBe('Väliaikainen')
    await write((tx) => tx.finalReportSection.delete({ where: { id: made.id } }))
    expect((await read()).sections.map(({ title }) => title)).not.toContain('Väliaikainen')
  })

  it('has the findings of a check that begins from nothing', async () => {
    const keys = (result: Awaited<ReturnType<typeof checkStoredReport>>) => result?.findings.map(({ key }) => key)
    const expected: Record<string, RegExp> = {
      'Katso kuva 98.': /wrong-reference.*98/,
      'Tieto siirtyy QKT:n kautta.': /abbreviation.*QKT/,
      'Kokous oli maanantaina 1.1.2025.': /weekday.*maanantaina/,
    }
    for (const sentence of Object.keys(expected)) {
      await write(async (tx) => {
        const block = await tx.finalReportBlock.findFirstOrThrow({
          where: { section: { report: { projectId } }, type: 'paragraph' },
        })
        const content = { runs: [{ kind: 'text', text: sentence }] }
        await tx.finalReportBlock.update({ where: { id: block.id }, data: { content } })
      })
      const around = await checkAround(director, sectionId)
      expect(keys(around?.result ?? null)).toEqual(keys(await checkStoredReport(director, projectId)))
      expect(keys(around?.result ?? null)?.join()).toMatch(expected[sentence] ?? /never/)
    }
  })
})
