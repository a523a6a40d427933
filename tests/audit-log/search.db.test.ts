// The search of the log: who may not, what each filter finds, and that pages follow each other without gaps.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Role, Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { chainStart } from '@/lib/audit-log/chain/model'
import { findHead } from '@/lib/audit-log/chain/queries'
import { checkOnce, exportLog } from '@/lib/audit-log/commands'
import { type AuditCursor, type AuditFilter, noFilter } from '@/lib/audit-log/search/model'
import { listActors, searchLog } from '@/lib/audit-log/search/queries'
import { recordAudit } from '@/lib/platform/audit'
import { type CountyOfTest, inCounty, makeAccount, makeCounty, viewerWith } from '../support/builders/accounts'

let county: CountyOfTest
let other: CountyOfTest
let admin: Viewer
let colleague: Viewer
let stranger: Viewer

async function adminOf(of: CountyOfTest): Promise<Viewer> {
  const { id: userId } = await makeAccount(of, [inCounty('admin')], { secret: false })
  return viewerWith([inCounty('admin')], { userId, organisationId: of.organisationId, requestId: randomUUID() })
}

type Written = { action: Parameters<typeof recordAudit>[2]['action']; at?: string } & Partial<
  Omit<Parameters<typeof recordAudit>[2], 'action'>
>

/** Rows with moments of their own, which only a test chooses. */
const write = (who: Viewer, rows: readonly Written[]) =>
  asViewer(who, async (tx) => {
    for (const { at, ...row } of rows) {
      const entry = { right: 'admin', subjectType: 'project', organisationId: county.organisationId, ...row }
      if (at === undefined) await recordAudit(tx, who, entry)
      else {
        const { organisationId, action, right, subjectType, subjectId, result, data } = entry
        const { userId: actorId, kind: actorKind, source, requestId } = who
        await tx.auditEvent.create({
          data: {
            ...{ organisationId, action, right, subjectType, actorId, actorKind, source, requestId, at: new Date(at) },
            ...(subjectId !== undefined && { subjectId }),
            ...(result !== undefined && { result }),
            ...(data !== undefined && { data }),
          },
        })
      }
    }
  })

const found = async (filter: Partial<AuditFilter>, before: AuditCursor | null = null, windowed?: number) => {
  const page = await searchLog(admin, { ...noFilter, ...filter }, before, windowed)
  if (!page) throw new Error('not read')
  return page
}
const subjects = async (filter: Partial<AuditFilter>) => (await found(filter)).rows.map(({ subjectId }) => subjectId)

beforeAll(async () => {
  ;[county, other] = [await makeCounty(), await makeCounty()]
  ;[admin, colleague] = [await adminOf(county), await adminOf(county)]
  stranger = await adminOf(other)
  const many = Array.from({ length: 120 }, (_, index) => ({
    action: 'risk.changed' as const,
    subjectId: `many ${index}`,
    // Sixty moments for 120 rows: the id tells those of one moment apart.
    at: new Date(Date.UTC(2025, 5, 1, 12, Math.floor(index / 2))).toISOString(),
  }))
  await write(admin, many)
  await write(colleague, [
    {
      action: 'listing.exported',
      subjectId: 'list',
      at: '2026-01-31T21:59:59.999Z',
      data: { sha256: 'abc', name: 'Å.xlsx' },
    },
    { action: 'treasury.births_read', subjectId: 'births', at: '2026-01-31T22:00:00.000Z' },
    {
      action: 'act.refused',
      subjectType: 'address',
      subjectId: '/x',
      result: 'refused',
      at: '2026-02-01T22:00:00.000Z',
    },
  ])
  await write(systemViewer('schedule', county.organisationId), [
    { action: 'reminder.sent', right: 'system:schedule', subjectId: 'by itself', at: '2026-02-03T10:00:00.000Z' },
  ])
})

describe('who may not read the log', () => {
  it.each(['coordinator', 'finance', 'steering', 'national'] as const)(
    'a %s, of the county or of a project',
    async (role: Role) => {
      for (const projectId of [null, county.projects[0]?.id ?? '']) {
        const viewer = viewerWith([{ role, projectId }], { organisationId: county.organisationId })
        expect(await searchLog(viewer, noFilter, null)).toBeNull()
        expect(await listActors(viewer)).toEqual([])
        expect(await findHead(viewer)).toBeNull()
        expect(await checkOnce(viewer, null)).toEqual({ ok: false, reason: 'NOT_FOUND' })
      }
    },
  )

  it.each(['director', 'auditor', 'admin'] as const)('a %s of one project', async (role) => {
    const viewer = viewerWith([{ role, projectId: county.projects[0]?.id ?? '' }], {
      organisationId: county.organisationId,
    })
    expect(await searchLog(viewer, noFilter, null)).toBeNull()
    expect(await listActors(viewer)).toEqual([])
  })

  it('an administrator of another county: there is nothing, whatever is asked', async () => {
    for (const filter of [noFilter, { ...noFilter, person: String(admin.userId) }, { ...noFilter, subject: 'list' }]) {
      expect(await searchLog(stranger, filter, null)).toEqual({ rows: [], next: null, lookedUntil: null })
    }
    expect((await listActors(stranger)).map(({ id }) => id)).toEqual([stranger.userId])
    expect(await findHead(stranger)).toEqual(chainStart)
  })
})

describe('pages of the log', () => {
  it('follow each other, newest first, with every row once', async () => {
    const seen: string[] = []
    const sizes: number[] = []
    for (let before: AuditCursor | null | undefined; before !== null; ) {
      const page = await found({}, before ?? null)
      seen.push(...page.rows.map(({ id }) => id))
      sizes.push(page.rows.length)
      expect(page.rows.map(({ at }) => at)).toEqual(
        page.rows
          .map(({ at }) => at)
          .toSorted()
          .toReversed(),
      )
      before = page.next
    }
    expect(sizes).toEqual([50, 50, 24])
    expect(new Set(seen).size).toBe(124)
  })

  it('break off after so many rows when what is looked for is in no index, and go on from there', async () => {
    const first = await found({ text: 'many 3' }, null, 100)
    expect(first.lookedUntil).toBe(first.next?.at)
    const second = await found({ text: 'many 3' }, first.next, 100)
    expect(second).toMatchObject({ next: null, lookedUntil: null })
    const both = [...first.rows, ...second.rows].map(({ subjectId }) => subjectId)
    expect(both.toSorted()).toEqual(['many 3', ...Array.from({ length: 10 }, (_, n) => `many 3${n}`)].toSorted())
    expect(first.rows.length * second.rows.length).toBeGreaterThan(0)
    expect(await found({ act: 'listing.exported' }, null, 1)).toMatchObject({ next: null, lookedUntil: null })
  })
})

describe('the filters', () => {
  it('days are those of Helsinki, both ends with them', async () => {
    expect(await subjects({ from: '2026-01-31', to: '2026-01-31' })).toEqual(['list'])
    expect(await subjects({ from: '2026-02-01', to: '2026-02-01' })).toEqual(['births'])
    expect(await subjects({ from: '2026-02-04' })).toEqual([])
    expect(await subjects({ from: '2026-02-02' })).toEqual(['by itself', '/x'])
    expect((await found({ to: '2025-06-01' })).rows.length).toBe(50)
  })

  it('person, and the product itself', async () => {
    expect(await subjects({ person: String(colleague.userId) })).toEqual(['/x', 'births', 'list'])
    expect(await subjects({ person: 'system' })).toEqual(['by itself'])
    expect(await subjects({ person: String(stranger.userId) })).toEqual([])
  })

  it('what was done, as a group and as one act', async () => {
    expect(await subjects({ act: 'exports' })).toEqual(['list'])
    expect(await subjects({ act: 'restricted' })).toEqual(['births'])
    expect(await subjects({ act: 'reminder.sent' })).toEqual(['by itself'])
    expect(await subjects({ act: 'finance' })).toEqual([])
  })

  it('subject, source, result and a word of the data or the request', async () => {
    expect(await subjects({ kind: 'address' })).toEqual(['/x'])
    expect(await subjects({ subject: 'many 7' })).toEqual(['many 7'])
    expect(await found({ kind: 'project', subject: 'many 7' }, null, 1)).toMatchObject({
      rows: [{ subjectId: 'many 7' }],
      lookedUntil: null,
    })
    expect(await subjects({ kind: 'risk', subject: 'many 7' })).toEqual([])
    expect(await subjects({ source: 'schedule' })).toEqual(['by itself'])
    expect(await subjects({ result: 'refused' })).toEqual(['/x'])
    expect(await subjects({ text: 'ABC' })).toEqual(['list'])
    expect(await subjects({ text: 'å.xlsx' })).toEqual(['list'])
    expect(await subjects({ text: String(colleague.requestId) })).toEqual(['/x', 'births', 'list'])
    for (const text of ['%', '_____', `'; DROP TABLE x --`]) expect(await subjects({ text })).toEqual([])
  })

  it('a row tells who, by which right, from where, in which request and with what result', async () => {
    const [row] = (await found({ subject: '/x' })).rows
    const people = await listActors(admin)
    expect(row).toMatchObject({
      at: '2026-02-01T22:00:00.000000Z',
      action: 'act.refused',
      person: people.find(({ id }) => id === colleague.userId)?.name,
      isPerson: true,
      right: 'admin',
      source: 'web',
      requestId: colleague.requestId,
      result: 'refused',
      subjectType: 'address',
      data: {},
    })
    expect(people.map(({ id }) => id).toSorted()).toEqual([admin.userId, colleague.userId].toSorted())
    expect((await found({ person: 'system' })).rows[0]).toMatchObject({ person: null, isPerson: false })
  })
})

describe('going through the whole log', () => {
  it('is possible ten times in ten minutes, for the check and the file together; the operator is not held', async () => {
    const head = await findHead(admin)
    expect(head?.position).toBe(124)
    expect(await checkOnce(admin, head)).toMatchObject({
      ok: true,
      value: { rows: 124, faults: 0, keptHeadFound: true },
    })
    expect(await exportLog(admin)).toMatchObject({ ok: true, value: { rows: 124, head } })
    for (let turn = 2; turn < 10; turn += 1) expect((await checkOnce(admin, null)).ok).toBe(true)
    expect(await checkOnce(admin, null)).toEqual({ ok: false, reason: 'TOO_MANY' })
    expect(await exportLog(admin)).toEqual({ ok: false, reason: 'TOO_MANY' })
    expect((await checkOnce(colleague, null)).ok).toBe(true)
    expect((await exportLog(systemViewer('operator', county.organisationId))).ok).toBe(true)
    expect((await found({ act: 'audit.exported' })).rows.map(({ data }) => Object.keys(data))).toEqual([
      ['rows', 'sha256'],
      ['rows', 'sha256'],
    ])
  })
})
