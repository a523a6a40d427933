// The schema engine as WebAssembly reaches PostgreSQL through @prisma/adapter-pg. Version 7.10.0 of the adapter has four
// faults that matter for migrations (none for queries); each is worked round here:
//  1. PostgreSQL's internal type "char" (oid 18) is refused, so reading a schema back fails;
//  2. the shadow database is ignored when a connection string is given: the difference is taken from the main database;
//  3. the shadow database is dropped before its connections are closed;
//  4. scripts are cut at every ";", also inside function bodies, and do not run as one transaction.
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const internalChar = 18
const varchar = 1043

/** Column numbers of the running query whose type was "char". */
const charColumns = new AsyncLocalStorage<number[]>()

/**
 * The engine notes that a migration is applied in a statement after it. Cut off between the two, a migration would stand there
 * and be tried again, which it cannot; so its row is finished in the transaction of the migration itself.
 */
const noted = `DO $$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  END IF;
END $$`

type PoolQuery = (...args: unknown[]) => Promise<pg.QueryArrayResult>

function poolFor(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 3 })
  // A connection that breaks is met by the statement that waits for it; without a listener it would end the process.
  pool.on('error', () => {})
  const ask = pool.query.bind(pool) as PoolQuery
  const query: PoolQuery = async (...args) => {
    const result = await ask(...args)
    result?.fields?.forEach((field, column) => {
      if (field.dataTypeID !== internalChar) return
      field.dataTypeID = varchar
      charColumns.getStore()?.push(column)
    })
    return result
  }
  return Object.assign(pool, { query })
}

function mended<T extends SqlDriverAdapter>(adapter: T, pool: pg.Pool): T {
  const ask = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = (query: SqlQuery) =>
    charColumns.run([], async () => {
      const result = await ask(query)
      for (const column of charColumns.getStore() ?? []) result.columnTypes[column] = ColumnTypeEnum.Character
      return result
    })
  const onError = (adapter as unknown as { onError(error: unknown): never }).onError.bind(adapter)
  adapter.executeScript = async (script: string) => {
    await pool.query(`${script}\n;${noted}`).catch(onError)
  }
  return adapter
}

/** Adapter factory for one database; `end` closes its connections. */
export class MigrationAdapter extends PrismaPg {
  readonly #url: string
  readonly #pool: pg.Pool

  constructor(url: string) {
    const pool = poolFor(url)
    super(pool)
    this.#url = url
    this.#pool = pool
  }

  override async connect() {
    return mended(await super.connect(), this.#pool)
  }

  override async connectToShadowDb() {
    const name = `etappi_shadow_${randomUUID().replaceAll('-', '')}`
    const url = new URL(this.#url)
    url.pathname = `/${name}`
    await this.#pool.query(`create database "${name}"`)
    const pool = poolFor(url.href)
    const shadow = mended(await new PrismaPg(pool).connect(), pool)
    shadow.dispose = async () => {
      await pool.end()
      await this.#pool.query(`drop database if exists "${name}" with (force)`)
    }
    return shadow
  }

  end(): Promise<void> {
    return this.#pool.end()
  }
}
