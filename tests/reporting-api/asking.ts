// Asking the reporting API as a program does, by its own routes.
import { GET } from '@/app/api/v1/[[...path]]/route'
import { GET as describe } from '@/app/api/v1/openapi.json/route'
import type { Viewer } from '@/lib/access/model'
import { now } from '@/lib/platform/clock'
import { createKey } from '@/lib/reporting-api/keys/commands'
import type { ApiKeyScope } from '@/lib/reporting-api/keys/model'

export type Row = Record<string, string | number | boolean | null>
export type Page = { value: Row[]; next: string | null; cursor: string | null }

/** A person who has just signed in. */
export const fresh = (viewer: Viewer): Viewer => ({ ...viewer, authenticatedAt: now() })

type Wanted = { project?: string | null; scope?: ApiKeyScope; days?: number }

/** A key as the administrator is shown it. */
export async function keyFor(admin: Viewer, { project = null, scope = 'published', days = 90 }: Wanted = {}) {
  const made = await createKey(fresh(admin), { name: 'Power BI', project, scope, days })
  if (!made.ok) throw new Error(made.reason)
  return made.value
}

/** One request; the path is what follows `/api/v1/`. */
export function ask(path: string, key: string | null, headers: Record<string, string> = {}): Promise<Response> {
  const url = new URL(path, 'http://localhost:3000/api/v1/')
  const request = new Request(url, { headers: { ...(key !== null && { authorization: `Bearer ${key}` }), ...headers } })
  const parts = url.pathname.split('/').slice(3).filter(Boolean)
  return GET(request, { params: Promise.resolve(parts.length > 0 ? { path: parts } : {}) })
}

/** A page of JSON; anything but 200 is an error of the test. */
export async function pageFrom(path: string, key: string, headers: Record<string, string> = {}): Promise<Page> {
  const answer = await ask(path, key, headers)
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`)
  return JSON.parse(text) as Page
}

/** Every row of a table, page after page. */
export async function rowsFrom(table: string, key: string, query: Record<string, string> = {}): Promise<Row[]> {
  const rows: Row[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Page = await pageFrom(`${table}?${new URLSearchParams({ ...query, ...(cursor && { cursor }) })}`, key)
    rows.push(...page.value)
    cursor = page.cursor
  }
  return rows
}

export type Document = {
  paths: Record<string, { get: { parameters: { $ref: string }[]; responses: Record<string, Record<string, unknown>> } }>
  components: { schemas: Record<string, Record<string, unknown>>; parameters: Record<string, { name: string }> }
} & Record<string, unknown>

export async function documentIn(locale = 'fi'): Promise<Document> {
  return (await describe(new Request(`http://localhost:3000/api/v1/openapi.json?locale=${locale}`)).json()) as Document
}
