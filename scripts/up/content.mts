// What the database holds at start: demo data, the installation's own, or nothing yet.
import { createDatabase, withClient } from '../database/open.mts'
import { type Content, readState, writeState } from '../steps/state.mts'

type State = { content: Content }

/** True when no county has been made. */
export function isEmpty(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    await client.query("select set_config('etappi.scope', 'system', false)")
    const { rows } = await client.query('select not exists (select 1 from "Organisation") as empty')
    return rows[0].empty
  })
}

export function contentOf(dataDir: string): Content | null {
  return readState<State>(dataDir, 'content')?.content ?? null
}

export function rememberContent(dataDir: string, content: Content): void {
  writeState(dataDir, 'content', { content } satisfies State)
}

/** Loads the demo data with the application's own commands. A kill half-way is noticed by the next start. */
export async function loadDemoData(dataDir: string): Promise<void> {
  rememberContent(dataDir, 'loading')
  const { loadDemo } = await import('@/prisma/seed/demo.mts')
  const { disconnect } = await import('@/lib/platform/db')
  try {
    await loadDemo()
  } finally {
    await disconnect()
  }
  rememberContent(dataDir, 'demo')
}

/** Throws away an embedded database whose first loading was cut short, and makes it anew. */
export async function startOver(ownerUrl: string): Promise<void> {
  const server = new URL(ownerUrl)
  const name = server.pathname.slice(1)
  server.pathname = '/postgres'
  await withClient(server.href, (client) => client.query(`drop database if exists "${name}" with (force)`))
  await createDatabase(server.href, name)
}
