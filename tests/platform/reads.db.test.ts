import { beforeAll, describe, expect, it } from 'vitest'
import { inScope, readInScope, type Scope, sql } from '@/lib/platform/db'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '@/tests/seed/demo-copy'

type Seen = { projects: number; users: number; snapshots: number; reports: number }

const seen = sql`
  SELECT (SELECT count(*)::int FROM "Project") AS projects, (SELECT count(*)::int FROM "User") AS users,
         (SELECT count(*)::int FROM "Snapshot") AS snapshots, (SELECT count(*)::int FROM "StatusReport") AS reports`

const inOne = async (scope: Scope) => (await readInScope<Seen>(scope, seen))[0]
const inTransaction = async (scope: Scope) => (await inScope(scope, (tx) => tx.$queryRaw<Seen[]>(seen)))[0]

const scopes: Record<string, Scope> = {}

beforeAll(async () => {
  const letGo = await useDemoCopy()
  for (const [name, email] of [
    ['Kainuu', 'johtaja@kainuu.example'],
    ['Kanta-Häme', 'johtaja@kanta-hame.example'],
    ['national', 'katselija@kansallinen.example'],
  ] as const) {
    const { organisationId, userId, scope } = await viewerOfAccount(email)
    scopes[name] = { organisationId, userId, scope }
  }
  scopes.system = { organisationId: null, userId: null, scope: 'system' }
  scopes.nobody = { organisationId: null, userId: null, scope: 'county' }
  return letGo
}, 60_000)

describe('a read in one statement', () => {
  it.each(['Kainuu', 'Kanta-Häme', 'national', 'system', 'nobody'])(
    'sees for %s what a transaction sees',
    async (name) => {
      const scope = scopes[name]
      if (!scope) throw new Error(name)
      expect(await inOne(scope)).toEqual(await inTransaction(scope))
    },
  )

  it('tells the counties apart, shows everything to the system and nothing to nobody', async () => {
    const all = await Promise.all(Object.values(scopes).map(inOne))
    const by = Object.fromEntries(Object.keys(scopes).map((name, index) => [name, all[index]]))
    expect(by.Kainuu).toMatchObject({ projects: 2, snapshots: 2, reports: 86 })
    expect(by['Kanta-Häme']).toMatchObject({ projects: 1, snapshots: 0, reports: 0 })
    expect(by.national).toMatchObject({ projects: 0, snapshots: 2, reports: 0 })
    expect(by.system).toMatchObject({ projects: 3, snapshots: 2 })
    expect(by.nobody).toEqual({ projects: 0, users: 0, snapshots: 0, reports: 0 })
  })

  it('never mixes scopes on shared connections, three hundred reads at once', async () => {
    const names = Object.keys(scopes)
    const expected = new Map(
      await Promise.all(names.map(async (name) => [name, await inOne(scopes[name] as Scope)] as const)),
    )
    const order = Array.from({ length: 300 }, (_, index) => names[(index * 7) % names.length] as string)
    const results = await Promise.all(order.map((name) => inOne(scopes[name] as Scope)))
    const wrong = order.filter((name, index) => JSON.stringify(results[index]) !== JSON.stringify(expected.get(name)))
    expect(wrong).toEqual([])
    expect(new Set(order).size).toBe(names.length)
  })

  it('leaves no scope behind on the connection', async () => {
    await inOne(scopes.system as Scope)
    const [left] = await readInScope<{ scope: string }>(
      scopes.nobody as Scope,
      sql`SELECT current_setting('etappi.organisation', true) AS scope`,
    )
    expect(left?.scope ?? '').toBe('')
  })

  it('joins a running transaction of the same scope and sees what it has not committed yet', async () => {
    const scope = scopes.Kainuu as Scope
    await expect(
      inScope(scope, async (tx) => {
        await tx.project.updateMany({ where: { key: 'tyhja' }, data: { name: 'vain tässä' } })
        const [row] = await readInScope<{ name: string }>(scope, sql`SELECT name FROM "Project" WHERE key = 'tyhja'`)
        throw new Error(row?.name)
      }),
    ).rejects.toThrow('vain tässä')
  })
})
