// The page that is measured: signed in as a member of the steering group, checked to be the real one.
import { createHash } from 'node:crypto'
import { demoAccounts } from '../../../prisma/seed/demo-accounts.ts'
import { get, type Page } from './load.mts'

const member = demoAccounts.find((one) => one.role === 'steering' && one.projects.includes('kkk2'))?.email

/** A session cookie by the product's standard sign-in endpoint: of a member of the steering group, if nobody is named. */
export async function signIn(address: string, email = member): Promise<string> {
  const account = demoAccounts.find((one) => one.email === email)
  if (!account) throw new Error(`the demo has no account ${email}`)
  const csrf = await fetch(`${address}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: address,
      cookie: cookiesOf(csrf),
    },
    body: new URLSearchParams({ csrfToken, email: account.email, password: account.password, json: 'true' }),
  })
  const cookie = cookiesOf(answer)
  if (!cookie.includes('session')) throw new Error(`sign-in gave no session: ${answer.status} ${await answer.text()}`)
  return cookie
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ')
}

/** What must stand on the page: a sum, an unknown, a red unit, a light. Without them it is not the page that is measured. */
const mustHold = ['Tilannekuva Q3/2025', '1\u00a0312\u00a0645,07', 'Vaarassa', '6\u00a0465\u00a0000,00', 'Ei raporttia']

export type Checked = { sha256: string; bytes: number; markup: string }

/** The page once, with the checksum of all that is not of the request (nonce, request id). @throws when it is not the real page */
export async function check(page: Page): Promise<Checked> {
  const html = (await get(page)).toString('utf8')
  const markup = (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(/ nonce="[^"]*"/g, '')
  const missing = mustHold.filter((text) => !markup.includes(text))
  if (missing.length > 0) throw new Error(`${page.url} lacks: ${missing.join(', ')}`)
  return { sha256: createHash('sha256').update(markup).digest('hex'), bytes: Buffer.byteLength(html), markup }
}
