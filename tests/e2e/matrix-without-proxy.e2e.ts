// proxy.ts decides nothing about rights: a server without it gives everybody, and nobody, just what the table says, which
// tests/e2e/matrix.e2e.ts holds against the server with it.
import fs from 'node:fs'
import { expect, test } from '@/tests/support/browser'
import { places } from '@/tests/support/demo-places'
import { sql } from '@/tests/support/form-page'
import { ask, cookieOf, type PlainAnswer } from '@/tests/support/plain-answers'
import { startEtappi } from '@/tests/support/running-etappi'
import { addressOf, matrix, people } from '@/tests/support/who-sees-what'
import { buildWithoutProxy } from '@/tests/support/without-proxy'

test.describe.configure({ timeout: 900_000 })

type Verdict = 'given' | 'missing' | 'sign in' | `status ${number}`

function verdictOf({ status, headers }: Pick<PlainAnswer, 'status' | 'headers'>): Verdict {
  if (status === 401 || /^\/sign-in(\?|$)/.test(headers.location ?? '')) return 'sign in'
  if ([200, 303, 307].includes(status)) return 'given'
  return status === 404 ? 'missing' : `status ${status}`
}

/** What differs from the table. */
const differing = (all: readonly { of: string; table: Verdict; found: Verdict }[]): string[] =>
  all.filter(({ table, found }) => table !== found).map(({ of, table, found }) => `${of}: ${found} and not ${table}`)

test('who sees what does not hang on the proxy', async ({ etappi }) => {
  const folder = buildWithoutProxy()
  const bare = await startEtappi({ NEXT_DIST_DIR: folder }, { on: etappi.database })
  try {
    // It is really away: nobody gives requests an id and a policy, or leads from a slash at the end.
    const asked = ['/sign-in', '/sign-in/'].flatMap((path) => [etappi, bare].map((one) => ask(one.address, { path })))
    const [given, left, led, notLed] = await Promise.all(asked)
    expect([given?.headers['x-request-id'], led?.status]).toEqual([expect.any(String), 308])
    expect([left?.headers['x-request-id'], left?.headers['content-security-policy']]).toEqual([undefined, undefined])
    expect(notLed?.status).not.toBe(308)
    const ids = await places((text, values) => sql(etappi, text, values))
    const all: { of: string; table: Verdict; found: Verdict }[] = []
    for (const [person, email] of [...Object.entries(people), ['nobody', null] as const]) {
      const cookie = email ? await cookieOf(bare.address, email) : ''
      for (const row of matrix) {
        const answer = await ask(bare.address, { path: addressOf(row, ids), headers: { cookie } })
        const table = email ? (row.seen.includes(person) ? 'given' : 'missing') : 'sign in'
        all.push({ of: `${person} ${row.route}`, table, found: verdictOf(answer) })
      }
    }
    const count = (verdict: Verdict) => all.filter(({ found }) => found === verdict).length
    console.log(
      `looked at ${all.length} answers without the proxy: ${count('given')} given, ${count('missing')} missing, ${count('sign in')} to sign in first`,
    )
    expect(differing(all)).toEqual([])
    expect(count('given')).toBeGreaterThan(150)
    expect(count('missing')).toBeGreaterThan(100)
    expect(count('sign in')).toBe(matrix.length)
    // One that differed would be told.
    const found = verdictOf({ status: 200, headers: {} })
    expect(differing([{ of: 'S /admin', table: 'missing', found }])).toEqual(['S /admin: given and not missing'])
  } finally {
    await bare.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
})
