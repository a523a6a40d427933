// A backup is taken, checked, brought back elsewhere, and refused when it is not whole, not ours or not for this place.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { BackupReason } from '../../scripts/backup/contents.mts'
import { BackupError } from '../../scripts/backup/contents.mts'
import { readBackup } from '../../scripts/backup/read.mts'
import { restoreBackup } from '../../scripts/backup/restore.mts'
import { readSealed, writeSealed } from '../../scripts/backup/sealed-archive.mts'
import { takeBackup } from '../../scripts/backup/take.mts'
import { withClient } from '../../scripts/database/open.mts'
import { root } from '../../scripts/runtime.mjs'
import { readTables } from '../platform/catalogue'
import { withFault } from '../platform/fault-sweep/driver'
import { seedCounty } from '../platform/generic-rows'
import { readRows, writeAlike } from '../platform/upgrades/dump'
import { testDatabase } from '../support/database'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-backup-'))
const filesFolder = path.join(folder, 'files')
const file = path.join(folder, 'whole.age')
const odd = 'tab\tline\nback\\slash \\N "quotes" å 🙂 = \u00a0'
let identity = ''
let recipient = ''
const made: string[] = []

const serverUrl = () => inject('server').ownerUrl
const take = (more: Partial<Parameters<typeof takeBackup>[0]> = {}) =>
  takeBackup({ ownerUrl: testDatabase().ownerUrl, file, recipients: [recipient], filesFolder, ...more })
const restoreInto = (ownerUrl: string, from = file, key = identity) =>
  restoreBackup({ root, ownerUrl, file: from, identity: key, filesFolder: path.join(folder, 'files-again') })

/** A database without a table. */
async function emptyDatabase(): Promise<string> {
  const name = `etappi_test_${process.pid}_restored_${made.length}`
  made.push(name)
  await withClient(serverUrl(), (client) => client.query(`create database "${name}"`))
  return Object.assign(new URL(serverUrl()), { pathname: `/${name}` }).href
}

async function reasonOf(act: Promise<unknown>): Promise<BackupReason | null> {
  const error = await act.then(() => null).catch((cause: unknown) => cause)
  if (error !== null && !(error instanceof BackupError)) throw error
  return error?.reason ?? null
}

/** Every value of every table, as PostgreSQL writes it. */
async function contentOf(client: pg.Client): Promise<Map<string, string>> {
  await writeAlike(client)
  const content = new Map<string, string>()
  for (const { name, columns } of (await readTables(client)).values()) {
    const stored = columns.filter((column) => !column.computed).map((column) => column.name)
    content.set(name, JSON.stringify(await readRows(client, name, stored)))
  }
  return content
}

beforeAll(async () => {
  identity = await generateX25519Identity()
  recipient = await identityToRecipient(identity)
  await withClient(testDatabase().ownerUrl, async (owner) => {
    const tables = await readTables(owner)
    const { ids, organisationId } = await seedCounty(owner, tables)
    await seedCounty(owner, tables)
    await owner.query('UPDATE "Project" SET name = $1 WHERE id = $2', [odd, ids.get('Project')])
    await owner.query(
      `INSERT INTO "StoredFile" (id, "organisationId", name, "mediaType", size, sha256, storage)
       VALUES ($1, $2, 'a.txt', 'text/plain', 5, $3, 'disk')`,
      [
        '0192aaaa-0000-7000-8000-000000000001',
        organisationId,
        '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
      ],
    )
  })
  fs.mkdirSync(filesFolder)
  fs.writeFileSync(path.join(filesFolder, '0192aaaa-0000-7000-8000-000000000001'), 'hello')
})

afterAll(async () => {
  for (const name of made) {
    await withClient(serverUrl(), (client) => client.query(`drop database if exists "${name}" with (force)`))
  }
  fs.rmSync(folder, { recursive: true })
})

describe('who may not', { timeout: 60_000 }, () => {
  it('nothing is written without a public key, or with something else than one', async () => {
    expect(await reasonOf(take({ recipients: [] }))).toBe('NO_RECIPIENT')
    expect(await reasonOf(take({ recipients: ['age1nothing'] }))).toBe('BAD_RECIPIENT')
    expect(fs.readdirSync(folder)).toEqual(['files'])
  })

  it('a role that row-level security binds makes none: it would lack rows', async () => {
    expect(await reasonOf(take({ ownerUrl: testDatabase().appUrl }))).toBe('RULES_HIDE_ROWS')
  })

  it('an uploaded file that is gone or altered stops it, and leaves nothing behind', async () => {
    const kept = path.join(filesFolder, '0192aaaa-0000-7000-8000-000000000001')
    fs.writeFileSync(kept, 'hullo')
    expect(await reasonOf(take())).toBe('DAMAGED')
    fs.writeFileSync(kept, 'hello')
    expect(fs.readdirSync(folder)).toEqual(['files'])
  })
})

describe('a backup', { timeout: 120_000 }, () => {
  it('goes into one file that only its owner may read', async () => {
    const taken = await take()
    expect(taken.tables).toBeGreaterThan(90)
    expect(taken.rows).toBeGreaterThan(200)
    expect(taken.files).toBe(1)
    expect(fs.statSync(file)).toMatchObject({ size: taken.bytes, mode: 0o100600 })
  })

  it('is of one moment, taken while people write', async () => {
    let acknowledged = 0
    let go = true
    const writing = withClient(testDatabase().ownerUrl, async (client) => {
      while (go) {
        await client.query('BEGIN')
        const { rows } = await client.query(
          `INSERT INTO "Organisation" (id, key, name) VALUES (gen_random_uuid(), 'busy-' || $1, 'Busy') RETURNING id`,
          [acknowledged],
        )
        await client.query(
          `INSERT INTO "User" (id, "organisationId", email, name) VALUES (gen_random_uuid(), $1, 'busy-' || $2 || '@busy.example', 'Busy')`,
          [rows[0].id, acknowledged],
        )
        await client.query('COMMIT')
        acknowledged += 1
      }
    })
    await expect.poll(() => acknowledged).toBeGreaterThan(20)
    const before = acknowledged
    const busy = path.join(folder, 'busy.age')
    await take({ file: busy })
    const after = acknowledged
    go = false
    await writing
    const there = await emptyDatabase()
    await restoreInto(there, busy)
    const counts = await withClient(there, (client) =>
      client.query(`SELECT (SELECT count(*)::int FROM "Organisation" WHERE key LIKE 'busy-%') AS counties,
                           (SELECT count(*)::int FROM "User" WHERE email LIKE 'busy-%') AS people`),
    )
    const { counties, people } = counts.rows[0]
    console.log(`${before} acknowledged before the backup began, ${after} when it ended, ${counties} in it`)
    expect(people).toBe(counties)
    expect(counties).toBeGreaterThanOrEqual(before)
    expect(after).toBeGreaterThan(before)
  })

  it('tells nothing to whoever has no key', async () => {
    expect(fs.readFileSync(file).includes('Project')).toBe(false)
    expect(await reasonOf(readBackup(file, await generateX25519Identity()))).toBe('WRONG_KEY')
    expect(await reasonOf(readBackup(file, 'not a key'))).toBe('WRONG_KEY')
  })

  it('comes back whole into an empty place, and its sessions are ended', async () => {
    const there = await emptyDatabase()
    await withClient(testDatabase().ownerUrl, (client) =>
      client.query(`UPDATE "LoginSession" SET "revokedAt" = NULL, "expiresAt" = now() + interval '1 hour'`),
    )
    const second = path.join(folder, 'second.age')
    await take({ file: second })
    const before = await withClient(testDatabase().ownerUrl, contentOf)
    const restored = await restoreInto(there, second)
    expect(restored).toMatchObject({ files: 1, applied: [], endedSessions: 2 })
    expect(fs.readFileSync(path.join(folder, 'files-again/0192aaaa-0000-7000-8000-000000000001'), 'utf8')).toBe('hello')
    await withClient(there, async (client) => {
      const events = await client.query(`SELECT data FROM "AuditEvent" WHERE action = 'installation.restored'`)
      expect(events.rows.length).toBeGreaterThanOrEqual(2)
      const keys = await client.query(`SELECT count(*)::int AS count FROM pg_constraint WHERE contype = 'f'`)
      const off = await client.query(`SELECT count(*)::int AS count FROM pg_trigger WHERE tgenabled <> 'O'`)
      expect(keys.rows[0].count).toBeGreaterThan(200)
      expect(off.rows[0].count).toBe(0)
      const after = await contentOf(client)
      const different = [...before.keys()].filter((name) => before.get(name) !== after.get(name))
      const unlogged = await client.query(
        "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relpersistence = 'u'",
      )
      // what bringing back does on purpose: signing out, and noting it; counters that a crash may lose are left
      const meant = ['AuditEvent', 'AuditLink', 'LoginSession', ...unlogged.rows.map(({ name }) => name as string)]
      expect(different.sort()).toEqual(meant.sort())
      expect(before.size).toBe(after.size)
    })
    expect(await reasonOf(restoreInto(there, second))).toBe('NOT_EMPTY')
  })

  it('is found damaged wherever one byte is flipped or its end is missing', async () => {
    const whole = fs.readFileSync(file)
    const altered = path.join(folder, 'altered.age')
    const places = [...Array(40)].map((_, index) => Math.floor((index / 40) * whole.length) + (index % 7))
    const found = new Map<string, number>()
    for (const place of [...places, whole.length - 1]) {
      const bytes = Buffer.from(whole)
      bytes[place] = (bytes[place] ?? 0) ^ 1
      fs.writeFileSync(altered, bytes)
      const reason = await reasonOf(readBackup(altered, identity))
      found.set(String(reason), (found.get(String(reason)) ?? 0) + 1)
    }
    for (const part of [0.1, 0.5, 0.99]) {
      fs.writeFileSync(altered, whole.subarray(0, Math.floor(whole.length * part)))
      expect(await reasonOf(readBackup(altered, identity))).toBe('DAMAGED')
    }
    console.log(
      `44 altered backups: ${[...found].map(([reason, count]) => `${reason} ${count}`).join(', ')}, cut short 3`,
    )
    expect(found.get('null') ?? 0).toBe(0)
    expect(await reasonOf(readBackup(file, identity))).toBeNull()
    fs.writeFileSync(altered, 'PK something else that is long enough to be read')
    expect(await reasonOf(readBackup(altered, identity))).toBe('NOT_A_BACKUP')
  })

  it('leaves nothing behind when it breaks off half-way, and can be tried again', async () => {
    const there = await emptyDatabase()
    // the last piece is wrong: everything was loaded before that is seen
    const forged = path.join(folder, 'forged.age')
    await rewritten(forged, (name, bytes) =>
      name.startsWith('tables/WorkPackageLink/') ? Buffer.from(bytes.toString().replaceAll('a', 'b')) : bytes,
    )
    expect(await reasonOf(restoreInto(there, forged))).toBe('DAMAGED')
    await withClient(there, async (client) => {
      const { rows } = await client.query('SELECT count(*)::int AS count FROM "Organisation"')
      expect(rows[0].count).toBe(0)
    })
    expect(await restoreInto(there)).toMatchObject({ files: 1 })
  })

  it('ends, and leaves nothing behind, when the connection breaks while rows come in', async () => {
    // What takes a while to be read comes after the rows whose connection breaks: nobody waits for these at that moment.
    await withClient(testDatabase().ownerUrl, async (owner) => {
      await owner.query("SET session_replication_role = 'replica'")
      const { rowCount } = await owner.query(`UPDATE "SectionCopy" SET content = jsonb_build_object('long',
        (SELECT string_agg(md5(random()::text), '') FROM generate_series(1, 30000)))`)
      expect(rowCount).toBeGreaterThan(0)
    })
    const long = path.join(folder, 'long.age')
    await take({ file: long })
    const there = await emptyDatabase()
    const { asked } = await withFault(null, () => restoreInto(there, long))
    const tableOf = (statement: string) => /^COPY "(\w+)" .* FROM STDIN/.exec(statement)?.[1]
    const copies = asked.statements.flatMap((statement) => tableOf(statement) ?? [])
    const before = copies[copies.indexOf('SectionCopy') - 1] ?? ''
    for (const [table, kind] of [
      [before, 'lost'],
      [before, 'refused'],
      ['SectionCopy', 'lost'],
      [copies.at(-1), 'lost'],
    ] as const) {
      const place = await emptyDatabase()
      const at = asked.statements.findIndex((statement) => tableOf(statement) === table) + 1
      const tried = await withFault({ at, kind }, () => restoreInto(place, long))
      expect([table, tableOf(tried.asked.statements[at - 1] ?? ''), tried.told.status]).toEqual([
        table,
        table,
        'rejected',
      ])
      const { rows } = await withClient(place, (client) =>
        client.query('SELECT count(*)::int AS count FROM "Organisation"'),
      )
      expect(rows[0].count).toBe(0)
    }
  })

  it('of a newer product is refused before anything is made', async () => {
    const there = await emptyDatabase()
    const newer = path.join(folder, 'newer.age')
    const change = (how: (about: Record<string, unknown>) => void) => (name: string, bytes: Buffer) => {
      if (name !== 'about.json') return bytes
      const about = JSON.parse(bytes.toString())
      how(about)
      return Buffer.from(JSON.stringify(about))
    }
    await rewritten(
      newer,
      change((about) => Object.assign(about, { format: 2 })),
    )
    expect(await reasonOf(restoreInto(there, newer))).toBe('NEWER')
    const later = { name: '29990101000000_later', checksum: randomBytes(32).toString('hex') }
    await rewritten(
      newer,
      change((about) => (about.migrations as unknown[]).push(later)),
    )
    expect(await reasonOf(restoreInto(there, newer))).toBe('NEWER')
    await withClient(there, async (client) => {
      const { rows } = await client.query("SELECT count(*)::int AS count FROM pg_class WHERE relname = 'Organisation'")
      expect(rows[0].count).toBe(0)
    })
  })
})

/** The backup written anew with some of its entries altered: what a forger without the sums' knowledge could do. */
function rewritten(to: string, how: (name: string, bytes: Buffer) => Buffer) {
  fs.rmSync(to, { force: true })
  return writeSealed(to, [recipient], async (put) => {
    for await (const { name, bytes } of readSealed(file, identity)) await put(name, how(name, bytes))
  })
}
