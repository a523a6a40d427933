import 'server-only'
import pg from 'pg'
import { describeError, log } from '@/lib/platform/logger'

/** Why a database that answers is no replica for this application. */
export type ReplicaRefusal = 'powers' | 'stranger'

/** Reads since this server started, those that the replica answered whole, and how it was when it was last asked. */
export type ReplicaStanding = { asked: number; answered: number; isAway: boolean; refusal: ReplicaRefusal | null }

/** How far behind the replica is; seconds, since the last change that it shows, are null when it has everything or nothing yet. */
export type ReplicaLag = { bytes: number; seconds: number | null; isStandby: boolean }

export type Replica = {
  /** Those of the `named` rows that the replica has; null when it does not answer. Throws only what was a write. */
  ask<Row extends object>(statement: pg.QueryConfig, named: number): Promise<Row[] | null>
  /** To be told when the primary had rows that the replica did not have yet. */
  wasBehind(): void
  standing(): ReplicaStanding
  /** Asks it, whether or not it is away. @throws when it does not answer */
  lag(primaryPosition: string): Promise<ReplicaLag>
  close(): Promise<void>
}

class Refused extends Error {
  readonly refusal: ReplicaRefusal
  constructor(refusal: ReplicaRefusal) {
    super(
      refusal === 'powers'
        ? 'its role bypasses row-level security'
        : 'it is not a streaming replica of this very database',
    )
    this.refusal = refusal
  }
}

const times = { connect: 2000, answer: 5000, betweenTries: 2000, betweenLines: 60_000 }

/**
 * The same cluster and the same database in it. Only a physical copy has both, and only in one is a row that is there the
 * row of the primary.
 */
const identity = `SELECT (SELECT system_identifier::text FROM pg_control_system()) || '/' || d.oid AS database
  FROM pg_database d WHERE d.datname = current_database()`
const powers = 'SELECT rolsuper OR rolbypassrls AS great FROM pg_roles WHERE rolname = current_user'

/** How much of what the primary has written it does not show yet, and since when. */
const lag = `SELECT coalesce(greatest(pg_wal_lsn_diff($1::pg_lsn, pg_last_wal_replay_lsn()), 0), 0)::float8 AS bytes,
  CASE WHEN pg_last_wal_replay_lsn() < $1::pg_lsn
       THEN extract(epoch FROM now() - pg_last_xact_replay_timestamp())::float8 END AS seconds,
  pg_is_in_recovery() AS "isStandby"`

/**
 * Connections to a streaming replica. When it does not answer, nobody waits for it again until a look of its own, which no
 * reader waits for, has found it well (docs/decisions/058-read-replica.md).
 */
export function openReplica(url: string, primary: pg.Pool): Replica {
  const state: ReplicaStanding = { asked: 0, answered: 0, isAway: false, refusal: null }
  const told = new Map<string, number>()
  let lastTry = 0

  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    connectionTimeoutMillis: times.connect,
    query_timeout: times.answer,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    verify: (client, done) => {
      inspect(client, primary).then(() => done(), done)
    },
  })
  pool.on('error', (error) => tell('away', error))

  /** One line a minute of each kind at most, however many readers there are. */
  function tell(what: 'away' | 'behind' | 'refused' | 'failed' | 'back', error?: unknown): void {
    const last = told.get(what)
    if (last !== undefined && Date.now() - last < times.betweenLines) return
    told.set(what, Date.now())
    const data = error === undefined ? {} : { error: describeError(error).message }
    log(what === 'back' ? 'info' : 'warn', `database.replica.${what}`, data)
  }

  function isGone(error: unknown): void {
    state.isAway = true
    state.refusal = error instanceof Refused ? error.refusal : null
    tell(state.refusal ? 'refused' : 'away', error)
  }

  function tryAgain(): void {
    if (Date.now() - lastTry < times.betweenTries) return
    lastTry = Date.now()
    pool.query('SELECT 1').then(() => {
      state.isAway = false
      state.refusal = null
      tell('back')
    }, isGone)
  }

  return {
    async ask<Row extends object>(statement: pg.QueryConfig, named: number): Promise<Row[] | null> {
      state.asked += 1
      if (state.isAway) {
        tryAgain()
        return null
      }
      try {
        const { rows } = await pool.query<Row>(statement)
        if (rows.length >= named) state.answered += 1
        return rows
      } catch (error) {
        if (error instanceof pg.DatabaseError && error.code === writeRefused) throw error
        if (isOfStatement(error)) tell('failed', error)
        else isGone(error)
        return null
      }
    },
    wasBehind: () => tell('behind'),
    standing: () => ({ ...state }),
    lag: async (primaryPosition) => {
      const asked = pool.query<ReplicaLag>(lag, [primaryPosition])
      asked.catch(isGone)
      const [found] = (await asked).rows
      if (!found) throw new Error('the replica told nothing')
      return found
    },
    close: () => pool.end(),
  }
}

/** SQLSTATE of a write in a transaction that only reads. */
const writeRefused = '25006'

/**
 * Whether only this statement failed (a conflict with what is being replayed, a column that a migration has not brought yet);
 * otherwise it is the connection or the server: lost, refused, overloaded, shutting down.
 */
function isOfStatement(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !/^(08|28|3D|53|57P)/.test(error.code ?? '08')
}

/** Every new connection: it only reads, its role is bound by row-level security, and it is a copy of the primary. */
async function inspect(client: pg.PoolClient, primary: pg.Pool): Promise<void> {
  await client.query('SET default_transaction_read_only = on')
  const { rows } = await client.query<{ great: boolean }>(powers)
  if (rows[0]?.great !== false) throw new Refused('powers')
  const [own, known] = await Promise.all([databaseOf(client), databaseOf(primary)])
  if (own !== known) throw new Refused('stranger')
}

async function databaseOf(asked: pg.Pool | pg.PoolClient): Promise<string> {
  const { rows } = await asked.query<{ database: string }>(identity)
  if (!rows[0]) throw new Error('a database without a name')
  return rows[0].database
}
