import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Duplex } from 'node:stream'
import pg from 'pg'

/** The connection of one transaction, as long as it runs. */
export type Held = {
  /**
   * Sends a read at once; reads that are sent without waiting for each other go together and are carried out in their order.
   * @throws when the transaction is over: the connection may be somebody else's by then
   */
  read<Row extends object>(statement: pg.QueryConfig): Promise<Row[]>
}

type Beginning = { settings: pg.QueryConfig; held: Held | null }

function fail(reason: string): never {
  throw new Error(reason)
}

/**
 * Connections that send on without waiting for the answer before (docs/decisions/065-statements-sent-together.md). A transaction's
 * BEGIN and its settings are one message instead of two, and the reads that its work begins with go along. What begins is known to
 * the pool and not to this module, which a build has more than once.
 */
export class TransactionPool extends pg.Pool {
  readonly #beginnings = new AsyncLocalStorage<Beginning>()

  constructor(choice: pg.PoolConfig) {
    super({ ...choice, pipeline: true } as pg.PoolConfig)
  }

  /**
   * Begins a transaction whose first statement is `settings`: everything that `begin` starts on a connection of this pool stands
   * behind it. `held` gives the transaction's connection once it has one.
   */
  begin<T>(settings: pg.QueryConfig, begin: (held: () => Held) => Promise<T>): Promise<T> {
    const beginning: Beginning = { settings, held: null }
    const held = () => beginning.held ?? fail('the transaction has no connection yet')
    return this.#beginnings.run(beginning, () => begin(held))
  }

  override connect(): Promise<pg.PoolClient>
  override connect(
    told: (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void,
  ): void
  override connect(told?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | undefined {
    if (told) {
      super.connect(told)
      return undefined
    }
    const beginning = this.#beginnings.getStore()
    if (!beginning) return super.connect()
    return super.connect().then((client) => {
      const { held, connection } = holding(client, beginning.settings)
      beginning.held = held
      return connection
    })
  }
}

type Asked = string | pg.QueryConfig
const textOf = (asked: Asked): string => (typeof asked === 'string' ? asked : asked.text)
const nothing = { rows: [], fields: [], rowCount: 0, command: 'BEGIN', oid: 0 } as const

function holding(client: pg.PoolClient, settings: pg.QueryConfig) {
  let begun: Promise<unknown> | null = null
  let standing: 'runs' | 'ends' | 'over' = 'runs'

  // BEGIN is answered before it is done; every write waits for it and for the settings, so that none is ever outside of them,
  // and one that has waited until the transaction was given up is not sent any more.
  const query = (asked: Asked): Promise<unknown> => {
    const text = textOf(asked)
    if (text === 'BEGIN') {
      sendTogether(client)
      const both = Promise.all([client.query(asked), client.query(settings)]).then(() => {
        begun = null
      })
      both.catch(() => {}) // told to what comes next
      begun = both
      return Promise.resolve(nothing)
    }
    if (text === 'ROLLBACK') standing = 'over'
    else if (text === 'COMMIT') standing = 'ends'
    if (!begun || text === 'ROLLBACK') return client.query(asked)
    return begun.then(() => (standing === 'over' ? fail('the transaction is over') : client.query(asked)))
  }

  const held: Held = {
    read: async <Row extends object>(statement: pg.QueryConfig) => {
      if (standing !== 'runs') fail('the transaction is over')
      sendTogether(client)
      const asked = client.query<Row>(statement)
      asked.catch(() => {}) // what went wrong at the beginning is told first
      await begun
      return (await asked).rows
    },
  }

  // What the adapter of Prisma uses of a connection.
  const connection = {
    query,
    on: client.on.bind(client),
    removeListener: client.removeListener.bind(client),
    release: (reason?: Error | boolean) => {
      standing = 'over'
      client.release(reason)
    },
  } as unknown as pg.PoolClient
  return { held, connection }
}

/** What is sent before the event loop goes on is written to the server at once. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}
