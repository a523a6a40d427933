import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/platform/db'
import { importPackage } from '@/lib/project-packages/commands'
import { withClient } from '../../scripts/database/open.mts'
import { root } from '../../scripts/runtime.mjs'
import { readTables } from '../platform/catalogue'
import type { TestDatabase } from '../support/test-server'
import { demoCopy, goTo, operator, packageOf, takeIn } from './places'

let demo: TestDatabase
beforeAll(async () => {
  demo = await demoCopy()
  await goTo(demo)
}, 300_000)
afterAll(async () => {
  await disconnect()
  await demo.dispose()
})

const example = (name: string): string => fs.readFileSync(path.join(root, 'docs/examples', name), 'utf8')

/** A sum over every row of every table, by table; `without` leaves out rows that may come. */
async function checksums(
  client: pg.Client,
  without: readonly string[] = ['AuditEvent'],
): Promise<Record<string, string>> {
  const tables = await readTables(client)
  const sums: Record<string, string> = {}
  for (const name of tables.keys()) {
    if (without.includes(name)) continue
    const { rows } = await client.query<{ sum: string; count: string }>(
      `SELECT count(*) AS count, coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS sum FROM "${name}" t`,
    )
    sums[name] = `${rows[0]?.count} ${rows[0]?.sum}`
  }
  return sums
}

/** A sum over the rows that were there before, each known by its whole text. */
async function rowTexts(client: pg.Client): Promise<Map<string, Set<string>>> {
  const tables = await readTables(client)
  const texts = new Map<string, Set<string>>()
  for (const name of tables.keys()) {
    const { rows } = await client.query<{ text: string }>(`SELECT md5(t::text) AS text FROM "${name}" t`)
    texts.set(name, new Set(rows.map(({ text }) => text)))
  }
  return texts
}

const onDemo = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => withClient(demo.ownerUrl, work)

describe('a package under another key', { timeout: 300_000 }, () => {
  it('becomes a project of its own beside the first, and touches no row that was there', async () => {
    const text = await packageOf('kkk2')
    const before = await onDemo(rowTexts)
    const taken = await takeIn(text, 'kkk2-kopio')
    expect(taken).toMatchObject({ outcome: 'imported', key: 'kkk2-kopio' })
    expect(taken.notes.map(({ note }) => note)).toContain('ids_rewritten')
    const after = await onDemo(rowTexts)
    const touched = [...before].flatMap(([table, texts]) => {
      const lost = [...texts].filter((row) => !after.get(table)?.has(row)).length
      return lost > 0 ? [`${table}: ${lost}`] : []
    })
    expect(touched).toEqual([])
    const rows = [...before.values()].reduce((sum, texts) => sum + texts.size, 0)
    console.log(`${rows} rows of ${before.size} tables stayed as they were`)
    expect(rows).toBeGreaterThan(5_000)
  })

  it('comes again to the same, whichever way the key is given', async () => {
    const text = await packageOf('kkk2')
    expect(await takeIn(text, 'kkk2-kopio')).toMatchObject({ outcome: 'identical' })
    const renamed = await packageOf('kkk2', 'kkk2-kopio')
    expect(await takeIn(renamed)).toMatchObject({ outcome: 'identical' })
    const copied = await packageOf('kkk2-kopio')
    expect(copied.length).toBe(renamed.length)
  })

  it('names nothing of the first project any more', async () => {
    const original = JSON.parse(await packageOf('kkk2')) as Record<string, { id?: string }[]>
    const copy = await packageOf('kkk2-kopio')
    const shared = new Set([
      'people',
      'serviceAreas',
      'reportTemplates',
      'reportTemplateVersions',
      'reportTemplateSections',
      'reportTemplatePrompts',
      'statisticsSeries',
    ])
    const ids = Object.entries(original).flatMap(([part, rows]) =>
      Array.isArray(rows) && !shared.has(part) ? rows.flatMap(({ id }) => (id ? [id] : [])) : [],
    )
    expect(ids.length).toBeGreaterThan(3_000)
    const known = new Set(copy.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
    expect(ids.filter((id) => known.has(id))).toEqual([])
    expect(copy).not.toMatch(/\/projects\/kkk2\//)
  })

  it('keeps what was published readable: sums are those of the bodies, and keys are the new ones', () =>
    onDemo(async (client) => {
      const { rows } = await client.query<{ projectKey: string; body: string }>(
        `SELECT s."projectKey", s.body FROM "Snapshot" s JOIN "Project" p ON p.id = s."projectId" WHERE p.key = 'kkk2-kopio'`,
      )
      expect(rows).toHaveLength(2)
      for (const { projectKey, body } of rows) {
        expect(projectKey).toBe('kkk2-kopio')
        expect(JSON.parse(body).project.key).toBe('kkk2-kopio')
      }
    }))
})

describe('a package of a project that is here', { timeout: 300_000 }, () => {
  it('that differs is refused with what differs, and nothing changes', async () => {
    const text = await packageOf('kkk2')
    const given = JSON.parse(text)
    given.risks[0].description = 'Something else'
    given.purchases.pop()
    given.goals.push({ text: 'One more goal' })
    const before = await onDemo((client) => checksums(client, []))
    const answer = await importPackage(operator, { text: JSON.stringify(given) })
    expect(answer).toMatchObject({ ok: false, reason: 'DIFFERS' })
    if (answer.ok || answer.reason !== 'DIFFERS') return
    const parts = Object.fromEntries(answer.differences.map((one) => [one.part, one]))
    expect(parts.risks?.places).toMatchObject([
      { kind: 'changed', at: '/risks/0/description', inPackage: 'Something else' },
    ])
    expect(parts.goals?.places).toMatchObject([{ kind: 'missing', at: `/goals/${given.goals.length - 1}` }])
    expect(parts.purchases?.places[0]?.kind).toBe('extra')
    expect(await onDemo((client) => checksums(client, []))).toEqual(before)
  })

  it('under the key of another county’s project is refused', async () => {
    const before = await onDemo((client) => checksums(client, []))
    const answer = await importPackage(operator, {
      text: await packageOf('syli'),
      key: 'kkk2',
    })
    expect(answer).toMatchObject({ ok: false, findings: [{ at: '/project/key', problem: 'key_taken' }] })
    expect(await onDemo((client) => checksums(client, ['AuditEvent', 'AuditLink']))).toEqual(
      without(without(before, 'AuditEvent'), 'AuditLink'),
    )
  })
})

const without = (sums: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(sums).filter(([table]) => table !== name))

describe('a package that somebody wrote', { timeout: 300_000 }, () => {
  it.each(['smallest.json', 'flat-themes.json'])(
    '%s is tried out, taken in, and is the same the second time',
    async (name) => {
      const text = example(name)
      const before = await onDemo((client) => checksums(client, []))
      expect(await importPackage(operator, { text, dryRun: true })).toMatchObject({
        ok: true,
        value: { outcome: 'tried' },
      })
      expect(await onDemo((client) => checksums(client, []))).toEqual(before)
      expect(await takeIn(text)).toMatchObject({ outcome: 'imported' })
      const after = await onDemo((client) => checksums(client, []))
      expect(await takeIn(text)).toMatchObject({ outcome: 'identical', notes: [] })
      expect(await onDemo((client) => checksums(client, []))).toEqual(after)
      const { key } = JSON.parse(text).project
      expect(await takeIn(await packageOf(key))).toMatchObject({ outcome: 'identical' })
    },
  )

  it('keeps what it lacks unknown, flags sums, and makes people who cannot sign in', async () => {
    const answer = await importPackage(operator, { text: example('flat-themes.json'), key: 'teemat-2', dryRun: true })
    if (!answer.ok) throw new Error('not taken')
    expect(answer.value.notes.map(({ note }) => note).sort()).toEqual(['events_filled', 'ids_rewritten', 'sum_differs'])
    await onDemo(async (client) => {
      const { rows } = await client.query(
        `SELECT "disabledAt" IS NOT NULL AS disabled, "passwordHash", (SELECT count(*)::int FROM "Membership" m WHERE m."userId" = u.id) AS roles
           FROM "User" u WHERE email = 'suunnittelija.a@esimerkki.example'`,
      )
      expect(rows).toEqual([{ disabled: true, passwordHash: null, roles: 0 }])
    })
  })
})
