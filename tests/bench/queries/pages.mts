// Which pages are looked at, as whom, and how many statements each sent to PostgreSQL.
import { setTimeout as wait } from 'node:timers/promises'
import { places } from '../../support/demo-places.ts'
import { addressOf, matrix, type Person, people } from '../../support/who-sees-what.ts'
import { signIn } from '../web/dashboard.mts'
import { isQuery, type Wire } from './wire.mts'

export type Looked = { route: string; person: Person; status: number; count: number; statements: string[] }

export type Look = { route: string; person: Person; url: string; cookie: string }

/** Pages of a round that say more once the period has been published. */
const published = '2025-Q3'
const ofPublished = matrix
  .filter(({ route }) => /\/rounds\/\[period\](\/publish|\/days|\/\[unit\](\/differences)?)?$/.test(route))
  .map((row) => ({ ...row, at: { ...row.at, period: published } }))

type Query = <Found extends object>(text: string, values?: unknown[]) => Promise<Found[]>

/**
 * Every page and file of the table of who sees what: as the director, who sees most, and as the coordinator, whose own form
 * is another one; what neither sees, as the first who does. `everybody`: as each person of the table who may see it.
 */
export async function looksOf(address: string, query: Query, everybody: boolean): Promise<Look[]> {
  const ids = await places(query)
  const cookies = new Map<Person, string>()
  for (const [person, email] of Object.entries(people) as [Person, string][])
    cookies.set(person, await signIn(address, email))
  return [...matrix, ...ofPublished].flatMap((row) =>
    personsOf(row.seen, everybody).map((person) => ({
      route: row.at.period === published && row.route.includes('/rounds/') ? `${row.route} (published)` : row.route,
      person,
      url: address + addressOf(row, ids),
      cookie: cookies.get(person) ?? '',
    })),
  )
}

function personsOf(seen: string, everybody: boolean): Person[] {
  const all = [...seen] as Person[]
  if (everybody) return all
  const makers = all.filter((person) => person === 'D' || person === 'C')
  return makers.length > 0 ? makers : all.slice(0, 1)
}

const asBrowser = { accept: 'text/html', 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' }

/** Asks for the page `times` times and counts all that PostgreSQL was asked meanwhile. Nothing else may run at the time. */
export async function lookAt({ route, person, url, cookie }: Look, wire: Wire, times = 1): Promise<Looked> {
  await quiet(wire)
  wire.take()
  let status = 0
  for (let time = 0; time < times; time++) {
    const answer = await fetch(url, { redirect: 'manual', headers: { ...asBrowser, cookie } })
    await answer.arrayBuffer()
    status = answer.status
  }
  await quiet(wire)
  const statements = wire.take().filter(isQuery)
  return { route, person, status, count: statements.length, statements }
}

/** What a page leaves to be done after its answer is waited for. */
export async function quiet(wire: Wire): Promise<void> {
  for (let passed = -1; passed !== wire.passed(); ) {
    passed = wire.passed()
    await wait(3)
  }
}

/** Looks at all of them, one after the other. That a session was used is noted once a minute: that note is kept out. */
export async function lookAtAll(looks: readonly Look[], wire: Wire, query: Query): Promise<Looked[]> {
  await query(`UPDATE "LoginSession" SET "lastSeenAt" = now() + interval '1 hour'`)
  const all: Looked[] = []
  for (const look of looks) all.push(await lookAt(look, wire))
  return all
}
