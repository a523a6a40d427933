// Pages that are looked at in the great database, and how long each took.
import { get } from '../web/load.mts'
import { apiKey, cookieOf, type Reader } from './people.mts'
import { projectKey } from './size.mts'

const own = `/projects/${projectKey(1)}`

export const nationalView = '/projects'

/** Pages of one county with ten years behind it, the newest published period where there is a choice. */
export const pages: readonly { name: string; path: string; reader: Reader | 'program' }[] = [
  { name: 'national view', path: nationalView, reader: 'national' },
  { name: 'steering board as the nation reads it', path: `${own}/steering/2025-Q4`, reader: 'national' },
  { name: 'projects of the county', path: nationalView, reader: 'director' },
  { name: 'steering board', path: `${own}/steering/2025-Q4`, reader: 'director' },
  { name: 'indicators', path: `${own}/indicators`, reader: 'director' },
  { name: 'explorer of indicators', path: `${own}/indicators/explorer`, reader: 'director' },
  { name: 'the project with its units', path: own, reader: 'director' },
  { name: 'round', path: `${own}/rounds/2025-Q4`, reader: 'director' },
  { name: 'risks', path: `${own}/risks`, reader: 'director' },
  { name: 'finance', path: `${own}/finance`, reader: 'director' },
  { name: 'reporting API, 1 000 values', path: '/api/v1/indicator_values?limit=1000', reader: 'program' },
]

export type Answer = { ms: number; text: string }

/** The whole page once. @throws when it is not a page */
export async function ask(
  address: string,
  { path, reader }: { path: string; reader: Reader | 'program' },
): Promise<Answer> {
  const began = performance.now()
  if (reader === 'program') {
    const answer = await fetch(address + path, { headers: { authorization: `Bearer ${apiKey}` } })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return { text: await answer.text(), ms: performance.now() - began }
  }
  const text = (await get({ url: address + path, cookie: await cookieOf(reader) })).toString('utf8')
  return { text, ms: performance.now() - began }
}

/** How many of the projects that have published something the page tells of, by the links that lead to their boards. */
export function boardsIn(html: string): number {
  const table = /<table[\s\S]*?<\/table>/.exec(html)?.[0] ?? ''
  return new Set([...table.matchAll(/href="\/projects\/(hanke-nro-\d+)\/steering\//g)].map(([, key]) => key)).size
}
