// What stands in a database, table by table, as a number of rows and a sum over them.
import pg from 'pg'
import { quoted } from '../../../scripts/backup/contents.mts'
import { tablesOf } from '../../../scripts/backup/tables.mts'

export type Look = ReadonlyMap<string, { rows: number; sum: string }>
/** By table: how many rows more or fewer, and for others that their content has changed. */
export type Effect = Readonly<Record<string, number>>

/** Looks through a connection of its own, as the owner, who sees every row. */
export class Looker {
  readonly #client: pg.Client
  #text = ''

  private constructor(url: string) {
    this.#client = new pg.Client({ connectionString: url })
  }

  static async at(url: string): Promise<Looker> {
    const looker = new Looker(url)
    await looker.#client.connect()
    // One small read of many tables, asked hundreds of times: planned once, and not worth a second process.
    await looker.#client.query(
      "SET plan_cache_mode = 'force_generic_plan'; SET max_parallel_workers_per_gather = 0; SET jit = off",
    )
    const tables = await tablesOf(looker.#client)
    looker.#text = tables
      .map(({ name }) => {
        const sum = 'coalesce(sum(hashtextextended(t::text, 0)), 0)::text'
        return `SELECT '${name}' AS name, count(*)::int AS rows, ${sum} AS sum FROM ${quoted(name)} t`
      })
      .join(' UNION ALL ')
    return looker
  }

  async look(): Promise<Look> {
    const { rows } = await this.#client.query<{ name: string; rows: number; sum: string }>({
      name: 'look',
      text: this.#text,
    })
    return new Map(rows.map(({ name, ...one }) => [name, one]))
  }

  end(): Promise<void> {
    return this.#client.end()
  }
}

/** What has come of it between two looks; empty when nothing has. */
export function effectOf(before: Look, after: Look): Effect {
  return Object.fromEntries(
    [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
      const [then, now] = [before.get(name), after.get(name)]
      return then?.sum === now?.sum && then?.rows === now?.rows ? [] : [[name, (now?.rows ?? 0) - (then?.rows ?? 0)]]
    }),
  )
}

export const isSame = (one: Effect, other: Effect): boolean => JSON.stringify(one) === JSON.stringify(other)

export const tell = (effect: Effect): string =>
  Object.entries(effect)
    .map(([name, more]) => `${name} ${more > 0 ? '+' : ''}${more}`)
    .join(', ')
    .slice(0, 400) || 'nothing'
