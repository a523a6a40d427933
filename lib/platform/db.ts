import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { Prisma, PrismaClient } from '@/generated/prisma/client'
import { env } from '@/lib/platform/env'
import { describeError, log } from '@/lib/platform/logger'
import { openReplica, type Replica } from '@/lib/platform/replica'
import { statementNames } from '@/lib/platform/statement-names'
import { type Held, TransactionPool } from '@/lib/platform/transaction-connections'

export type Tx = Prisma.TransactionClient
export type Sql = Prisma.Sql

/** Whose eyes a transaction looks with; PostgreSQL's row-level security reads the same three settings. */
export type Scope = {
  organisationId: string | null
  userId: string | null
  scope: 'county' | 'national' | 'system'
}

/** `nameOf` stands beside the connections that know the names: a build has this module more than once, a process has them once. */
type Open = {
  pool: TransactionPool
  nameOf: (text: string) => string | undefined
  client: PrismaClient
  replica: Replica | null
}

const holder = globalThis as { etappiDb?: Open }

/** One pool of connections for transactions and for single reads; one more where there is a replica. */
function open(): Open {
  if (!holder.etappiDb) {
    const { databaseAppUrl, databaseReplicaUrl } = env()
    const pool = new TransactionPool({ connectionString: databaseAppUrl, max: 20 })
    // A connection that breaks while nobody uses it is replaced; without a listener it would end the process.
    pool.on('error', (error) => log('warn', 'database.connection', { error: describeError(error).message }))
    const nameOf = statementNames()
    holder.etappiDb = {
      pool,
      nameOf,
      client: new PrismaClient({
        // The adapter hands the name on to pg as it is; that there may be none its type leaves out.
        adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql: text }) => nameOf(text) as string }),
      }),
      replica: databaseReplicaUrl ? openReplica(databaseReplicaUrl, pool) : null,
    }
  }
  return holder.etappiDb
}

const running = new AsyncLocalStorage<{ tx: Tx; scope: Scope }>()
const connections = new WeakMap<Tx, Held>()

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
  const { pool, client } = open()
  return pool.begin(settingsOf(scope), (held) =>
    client.$transaction(
      (tx) => {
        connections.set(tx, held())
        return running.run({ tx, scope }, () => work(tx))
      },
      { maxWait: 10_000, timeout: (limits.seconds ?? 20) * 1000 },
    ),
  )
}

function settingsOf(scope: Scope): pg.QueryConfig {
  const text = `SELECT set_config('etappi.organisation', $1, true), set_config('etappi.user', $2, true),
    set_config('etappi.scope', $3, true)`
  return { name: open().nameOf(text), text, values: [scope.organisationId ?? '', scope.userId ?? '', scope.scope] }
}

/**
 * One read of a transaction, sent at once. Reads that are sent one after the other without waiting go to the server together and are
 * done there in that order, each seeing what is there when its turn comes: also after a lock that the one before waited for.
 * What may be selected is what `readInScope` says.
 * @throws when the transaction is over
 */
export function readWithin<Row extends object>(tx: Tx, read: Sql): Promise<Row[]> {
  const held = connections.get(tx)
  if (!held) throw new Error('a read within a transaction that did not begin here')
  return held.read<Row>({ name: open().nameOf(read.text), text: read.text, values: read.values })
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
  if (outer && sameScope(outer.scope, scope)) return readWithin<Row>(outer.tx, read)
  return (await open().pool.query<Row>(oneStatement(scope, read))).rows
}

/**
 * The only door that a replica may answer: one read, in one statement that writes nothing, of rows that never change once they
 * are there: publications and what was worked out of them. `named` is how many rows it finds when all are there, each by an id
 * that the primary has just named; so a replica that has them all has them right, and one that is behind, away or absent leaves
 * the read to the primary (docs/decisions/058-read-replica.md). What may change, or was not so named, is read by `readInScope`.
 * Inside a transaction it reads there.
 */
export async function readPublished<Row extends object>(scope: Scope, read: Sql, named: number): Promise<Row[]> {
  if (running.getStore()) return readInScope<Row>(scope, read)
  const { pool, replica } = open()
  const statement = oneStatement(scope, read, ", set_config('transaction_read_only', 'on', true) AS reading")
  const copied = (await replica?.ask<Row>(statement, named)) ?? null
  if (copied !== null && copied.length >= named) return copied
  const { rows } = await pool.query<Row>(statement)
  if (copied !== null && rows.length > copied.length) replica?.wasBehind()
  return rows
}

/** The replica that reads go to; null where none is set. For telling how it does. */
export function replicaHere(): Pick<Replica, 'standing' | 'lag'> | null {
  return open().replica
}

function oneStatement(scope: Scope, read: Sql, more = ''): pg.QueryConfig {
  const at = read.values.length
  const text = `SELECT found.* FROM (
      SELECT set_config('etappi.organisation', $${at + 1}, true) AS organisation,
             set_config('etappi.user', $${at + 2}, true) AS person,
             set_config('etappi.scope', $${at + 3}, true) AS kind${more} OFFSET 0) scope
    CROSS JOIN LATERAL (
      SELECT read.* FROM (${read.text}) read
       WHERE scope.organisation IS NOT NULL AND scope.person IS NOT NULL AND scope.kind IS NOT NULL OFFSET 0) found`
  const values = [...read.values, scope.organisationId ?? '', scope.userId ?? '', scope.scope]
  return { name: open().nameOf(text), text, values }
}

/** Closes the connections; for scripts and tests, so that the process can end. */
export async function disconnect(): Promise<void> {
  const opened = holder.etappiDb
  holder.etappiDb = undefined
  await opened?.client.$disconnect()
  await Promise.all([opened?.pool.end(), opened?.replica?.close()])
}
