// The effect of something on the database: rows by table, and whether anything at all is different.
import type pg from 'pg'

/** Tables that come and go by themselves. */
const restless = new Set(['RateLimit', 'LoginSession', 'Presence'])

export type State = { rows: ReadonlyMap<string, number>; hash: string }

export class Effects {
  readonly #owner: pg.Client
  readonly #sql: string

  private constructor(owner: pg.Client, tables: readonly string[]) {
    this.#owner = owner
    this.#sql = tables
      .map(
        (name) =>
          `SELECT '${name}' AS name, count(*)::int AS rows, coalesce(sum(hashtextextended(t::text, 0)), 0)::text AS hash FROM "${name}" t`,
      )
      .join(' UNION ALL ')
  }

  static async of(owner: pg.Client): Promise<Effects> {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    )
    const names = rows.map(({ name }) => name).filter((name) => !restless.has(name) && name !== '_prisma_migrations')
    if (names.length < 80) throw new Error(`only ${names.length} tables are looked at`)
    return new Effects(owner, names)
  }

  async look(): Promise<State> {
    const { rows } = await this.#owner.query<{ name: string; rows: number; hash: string }>(this.#sql)
    // PostgreSQL may read the tables side by side, and gives them in the order in which it is ready with them.
    const lines = rows.map((row) => `${row.name} ${row.rows} ${row.hash}`).sort()
    const hash = lines.join('\n')
    return { rows: new Map(rows.map((row) => [row.name, row.rows])), hash }
  }
}

/** Rows added (or taken away, negative) by table. The links of the audit log are told only where its rows lack them. */
export function added(before: State, after: State): Record<string, number> {
  const found: Record<string, number> = {}
  for (const [table, rows] of after.rows) {
    const more = rows - (before.rows.get(table) ?? 0)
    if (more !== 0) found[table] = more
  }
  if (found.AuditLink === found.AuditEvent) delete found.AuditLink
  return found
}

export function told(adds: Readonly<Record<string, number>>): string {
  const parts = Object.entries(adds).sort(([a], [b]) => (a < b ? -1 : 1))
  return parts.length === 0 ? 'nothing' : parts.map(([table, rows]) => `${rows} ${table}`).join(', ')
}

/** Tables that are no longer as they were. */
export function differing(before: State, after: State): string {
  const then = new Set(before.hash.split('\n'))
  const changed = after.hash.split('\n').filter((line) => !then.has(line))
  return changed.map((line) => line.split(' ')[0]).join(', ')
}
