// Answers of a running server as they come over the wire, without a browser: addresses are sent as they are written.
import http from 'node:http'
import { demoPassword } from '@/prisma/seed/demo-accounts'

export type Asked = { method?: string; path: string; headers?: Record<string, string>; body?: string }
export type PlainAnswer = { status: number; headers: http.IncomingHttpHeaders; bytes: Buffer }

/** One request and its whole answer, as a page of the server itself would ask. */
export function ask(address: string, { method = 'GET', path, headers = {}, body = '' }: Asked): Promise<PlainAnswer> {
  const { hostname, port } = new URL(address)
  const all = { 'sec-fetch-site': 'same-origin', 'content-length': String(Buffer.byteLength(body)), ...headers }
  return new Promise((resolve, reject) => {
    const asking = http.request({ hostname, port, method, path, headers: all }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(parts) }),
      )
    })
    asking.on('error', reject)
    asking.setTimeout(60_000, () => asking.destroy(new Error(`${path}: no answer within a minute`)))
    asking.end(body)
  })
}

/** The cookies of a demo account that signs in by the standard endpoint. */
export async function cookieOf(address: string, email: string): Promise<string> {
  const csrf = await ask(address, { path: '/api/auth/csrf' })
  const { csrfToken } = JSON.parse(csrf.bytes.toString()) as { csrfToken: string }
  const answer = await ask(address, {
    method: 'POST',
    path: '/api/auth/callback/credentials',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookiesIn(csrf) },
    body: new URLSearchParams({ csrfToken, email, password: demoPassword, json: 'true' }).toString(),
  })
  const cookie = cookiesIn(answer)
  if (!cookie.includes('session=')) throw new Error(`${email} was not let in: ${answer.status}`)
  return cookie
}

const cookiesIn = ({ headers }: PlainAnswer): string =>
  (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '').join('; ')
