import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTurn, openDatabase, requireVersion, withClient } from '../../scripts/database/open.mts'
import type { Cluster } from '../../scripts/postgres/cluster.mts'
import { root } from '../../scripts/runtime.mjs'
import { temporaryCluster } from './temporary-cluster'

const temporary = temporaryCluster(54_660)
let cluster: Cluster
const dataDir = path.join(temporary.choice.folder, '../installation')

/** Connection of a role of the operator's own server. */
const as = (role: string, database: string) => `postgresql://${role}:word@127.0.0.1:${cluster.port}/${database}`

beforeAll(async () => {
  cluster = await temporary.open()
  await withClient(cluster.ownerUrl('postgres'), async (client) => {
    for (const [role, attributes] of [
      ['maker', 'createrole'],
      ['plain', ''],
      ['passer', 'bypassrls'],
      ['given', ''],
    ] as const) {
      await client.query(`create role ${role} login password 'word' ${attributes}`)
      await client.query(`create database ${role} owner ${role}`)
    }
    await client.query('create database together owner maker')
  })
}, 60_000)
afterAll(async () => {
  await cluster.close()
  temporary.remove()
})

beforeEach(() => {
  process.env.DATA_DIR = dataDir
  delete process.env.DATABASE_APP_URL
  delete process.env.AUTH_SECRET
})

const open = async (databaseUrl: string, appUrl?: string) => {
  process.env.DATABASE_URL = databaseUrl
  if (appUrl) process.env.DATABASE_APP_URL = appUrl
  return openDatabase()
}

describe('an operator’s own PostgreSQL', { timeout: 60_000 }, () => {
  it('must be version 15 or newer', () => {
    expect(() => requireVersion({ number: 140_012, version: '14.12' })).toThrow(
      'PostgreSQL 14.12 is too old: Etappi needs 15 or newer.',
    )
    expect(() => requireVersion({ number: 150_000, version: '15.0' })).not.toThrow()
  })

  it('gets the role etappi_app when the owner may create roles; its password is remembered', async () => {
    const database = await open(as('maker', 'maker'))
    expect(database.kind).toBe('external')
    expect(database.applied.length).toBeGreaterThan(0)
    const { username, password } = new URL(database.appUrl)
    expect(username).toBe('etappi_app')
    const secrets = path.join(dataDir, 'secrets.json')
    expect(JSON.parse(fs.readFileSync(secrets, 'utf8')).appPassword).toBe(password)
    const again = await open(as('maker', 'maker'))
    expect([again.applied, again.appUrl]).toEqual([[], database.appUrl])
    const { rows } = await withClient(database.appUrl, (client) =>
      client.query('select count(*)::int as n from "Project"'),
    )
    expect(rows[0].n).toBe(0)
  })

  it('is made ready as the README says', async () => {
    const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8')
    const sql = /^```sql\n([\s\S]*?)^```/m.exec(readme)?.[1] ?? ''
    await withClient(cluster.ownerUrl('postgres'), async (client) => {
      for (const line of sql.trim().split('\n')) await client.query(line)
    })
    const database = await open(`postgresql://etappi_tables:choose%20one@127.0.0.1:${cluster.port}/etappi`)
    expect(new URL(database.appUrl).username).toBe('etappi_app')
  })

  it('is used as its owner when the owner is an ordinary role', async () => {
    const database = await open(as('plain', 'plain'))
    expect(database.appUrl).toBe(as('plain', 'plain'))
    const { rows } = await withClient(database.appUrl, (client) =>
      client.query(
        "select count(*)::int as open from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisationId' and a.attnotnull where relkind = 'r' and not relforcerowsecurity",
      ),
    )
    expect(rows[0].open).toBe(0)
  })

  it('is refused with a role that row-level security does not bind', async () => {
    await expect(open(as('passer', 'passer'))).rejects.toThrow(
      'DATABASE_URL: the role passer bypasses row-level security and may not create roles. Set DATABASE_APP_URL.',
    )
    await expect(open(as('plain', 'plain'), as('passer', 'plain'))).rejects.toThrow(
      'DATABASE_APP_URL: the role passer is a superuser or bypasses row-level security. Use a plain role.',
    )
  })

  it('is used with the given role of the application, which gets its rights', async () => {
    const database = await open(as('passer', 'passer'), as('given', 'passer'))
    expect(database.appUrl).toBe(as('given', 'passer'))
    await withClient(database.appUrl, async (client) => {
      await client.query('select * from "Project"')
      await expect(client.query('delete from _prisma_migrations')).rejects.toThrow(/permission denied/)
    })
  })

  it('is made ready once by servers that start together, and all find the same role', async () => {
    process.env.AUTH_SECRET = 'shared by all servers of one installation'
    const owner = as('maker', 'together')
    process.env.DATABASE_URL = owner
    const folders = ['one', 'two', 'three'].map((name) => path.join(dataDir, name))
    // Another server is at it: nobody begins before it is done.
    let began = 0
    const opening = await inTurn(owner, async () => {
      const all = folders.map((folder) => {
        process.env.DATA_DIR = folder
        return openDatabase().finally(() => {
          began += 1
        })
      })
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(began).toBe(0)
      return { all }
    })
    const opened = await Promise.all(opening.all)
    expect(opened.filter(({ applied }) => applied.length > 0)).toHaveLength(1)
    expect(new Set(opened.map(({ appUrl }) => appUrl)).size).toBe(1)
    await withClient(opened[2]?.appUrl ?? '', async (client) => {
      await client.query('select * from "Project"')
      // While one of them runs, a server with another secret may not take the role away.
      process.env.AUTH_SECRET = 'another secret than that of the other servers'
      await expect(openDatabase()).rejects.toThrow('Give all servers the same AUTH_SECRET, or set DATABASE_APP_URL.')
    })
    expect((await openDatabase()).appUrl).not.toBe(opened[2]?.appUrl)
  })

  it('is told apart from one that is away or refuses the password', async () => {
    const wrong = as('plain', 'plain').replace(':word@', ':wrong@')
    await expect(open(wrong)).rejects.toThrow(/^DATABASE_URL: cannot connect to .* \(password authentication failed/)
    await expect(open('postgresql://a:b@127.0.0.1:9/none')).rejects.toThrow(
      /^DATABASE_URL: cannot connect to 127.0.0.1:9\/none/,
    )
  })
})
