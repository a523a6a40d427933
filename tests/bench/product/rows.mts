// What stands in the database, looked at as its owner.
import type pg from 'pg'

export type EntryRow = { id: string; reportId: string; path: string; text: string; version: number }

export async function entryRows(owner: pg.Client, reportIds: readonly string[]): Promise<EntryRow[]> {
  const { rows } = await owner.query<EntryRow>(
    'SELECT id, "reportId", path, text, version FROM "StatusReportEntry" WHERE "reportId" = ANY ($1::uuid[])',
    [reportIds],
  )
  return rows
}

export type Durability = { fsync: string; synchronous_commit: string; full_page_writes: string; version: string }

/** How the running server keeps what it has acknowledged, as the application's own role finds it. */
export async function durability(app: pg.Client): Promise<Durability> {
  const { rows } = await app.query<Durability>(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit,
            current_setting('full_page_writes') AS full_page_writes, current_setting('server_version') AS version`,
  )
  const [found] = rows
  if (!found) throw new Error('the server does not tell its settings')
  return found
}

export const isDurable = (found: Durability): boolean =>
  found.fsync === 'on' && found.synchronous_commit === 'on' && found.full_page_writes === 'on'
