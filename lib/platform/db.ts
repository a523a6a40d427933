import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from '@/generated/prisma/client'
import { env } from '@/lib/platform/env'
import { describeError, log } from '@/lib/platform/logger'

export type Tx = Prisma.TransactionClient
export type Sql = Prisma.Sql

/** Whose eyes a transaction looks with; PostgreSQL's row-level security reads the same three settings. */
export type Scope = {
  organisationId: string | null
  userId: string | null
  scope: 'county' | 'national' | 'system'
}

type Open = { pool: pg.Pool; client: PrismaClient }

const holder = globalThis as { etappiDb?: Open }

/** One pool of connections for transactions and for single reads. */
function open(): Open {
  if (!holder.etappiDb) {
    const pool = new pg.Pool({ connectionString: env().databaseAppUrl, max: 20 })
    // A connection that breaks while nobody uses it is replaced; without a listener it would end the process.
    pool.on('error', (error) => log('warn', 'database.connection', { error: describeError(error).message }))
    holder.etappiDb = { pool, client: new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) }) }
  }
  return holder.etappiDb
}

const running = new AsyncLocalStorage<{ tx: Tx; scope: Scope }>()

const sameScope = (a: Scope, b: Scope): boolean =>
  a.organisationId === b.organisationId && a.userId === b.userId && a.scope === b.scope

/**
 * Runs `work` in one transaction that sees only the scope's rows. The only door to the database.
 * Inside another `inScope` of the same scope it joins that transaction, so that commands can be built of queries and
 * of each other and still stand or fall as one; with another scope it is a transaction of its own.
 * @throws when the database is away, and whatever `work` throws; then nothing of it is kept
 */
export function inScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>, limits: { seconds?: number } = {}): Promise<T> {
  const outer = running.getStore()
  if (outer && sameScope(outer.scope, scope)) return work(outer.tx)
  return open().client.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('etappi.organisation', ${scope.organisationId ?? ''}, true),
        set_config('etappi.user', ${scope.userId ?? ''}, true), set_config('etappi.scope', ${scope.scope}, true)`
      return running.run({ tx, scope }, () => work(tx))
    },
    { maxWait: 10_000, timeout: (limits.seconds ?? 20) * 1000 },
  )
}

/**
 * From here on the transaction sees and writes one organisation's rows only. One way: for work that first makes what is
 * everybody's and then a county's own, and stands or falls as one.
 */
export async function narrowTo(tx: Tx, organisationId: string): Promise<void> {
  await tx.$executeRaw`SELECT set_config('etappi.organisation', ${organisationId}, true), set_config('etappi.scope', 'county', true)`
}

/** Tag for the statement of `readInScope`; values in it are bound, never written into the text. */
export const sql = Prisma.sql

/**
 * One read that needs no transaction: a single statement and a single round trip, for what every page asks. Begin, settings
 * and commit around such a read cost ten times the read (docs/decisions/018-reads-in-one-statement.md). Joins a running
 * `inScope` of the same scope. Select only text, uuid, integer, boolean, timestamptz and json, which both ways give alike;
 * put the rows in order afterwards.
 * The statement sets the scope for itself, in a row that the read hangs on, so that it is set before anything is read; were
 * it ever read before, row-level security would find no scope and show nothing. OFFSET 0 keeps PostgreSQL from taking the
 * read out of its place behind that row and beginning with it, which it otherwise does when it expects few rows.
 */
export async function readInScope<Row extends object>(scope: Scope, read: Sql): Promise<Row[]> {
  const outer = running.getStore()
  if (outer && sameScope(outer.scope, scope)) return outer.tx.$queryRaw<Row[]>(read)
  const at = read.values.length
  const text = `SELECT found.* FROM (
      SELECT set_config('etappi.organisation', $${at + 1}, true) AS organisation,
             set_config('etappi.user', $${at + 2}, true) AS person,
             set_config('etappi.scope', $${at + 3}, true) AS kind OFFSET 0) scope
    CROSS JOIN LATERAL (
      SELECT read.* FROM (${read.text}) read
       WHERE scope.organisation IS NOT NULL AND scope.person IS NOT NULL AND scope.kind IS NOT NULL OFFSET 0) found`
  const values = [...read.values, scope.organisationId ?? '', scope.userId ?? '', scope.scope]
  return (await open().pool.query<Row>({ name: nameOf(text), text, values })).rows
}

const names = new Map<string, string>()

/** Under a name PostgreSQL plans the statement once per connection. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('hex').slice(0, 40)
  names.set(text, name)
  return name
}

/** Closes the connections; for scripts and tests, so that the process can end. */
export async function disconnect(): Promise<void> {
  await holder.etappiDb?.client.$disconnect()
  holder.etappiDb = undefined
}
