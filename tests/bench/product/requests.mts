// Requests as a browser sends them from the product's own pages, over kept-alive connections.
import http from 'node:http'

export type Sent = {
  method: string
  url: string
  cookie: string
  headers?: Record<string, string>
  body: string | Buffer
}
export type Reply = { status: number; headers: http.IncomingHttpHeaders; text: string }

/** One whole answer. Rejects when no whole answer came; whether the request had an effect is then unknown. */
export function request({ method, url, cookie, headers = {}, body }: Sent, agent?: http.Agent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const all = { ...headers, cookie, 'sec-fetch-site': 'same-origin', 'content-length': Buffer.byteLength(body) }
    const sending = http.request(url, { method, agent, headers: all }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('aborted', () => reject(new Error('the answer was cut off')))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    sending.on('error', reject)
    sending.setTimeout(30_000, () => sending.destroy(new Error('no answer within 30 s')))
    sending.end(body)
  })
}

export type Field = { path: string; text: string; version: number }
export type FieldAnswer =
  | { path: string; ok: true; version: number }
  | { path: string; ok: false; reason: 'STALE'; current: { text: string; version: number } }
  | { path: string; ok: false; reason: 'LOCKED' | 'UNKNOWN_FIELD' | 'TOO_LONG' }

/** Saves fields as the form does while somebody types. Any other answer than the fields' own is thrown. */
export async function saveFields(
  address: string,
  { cookie, reportId }: { cookie: string; reportId: string },
  fields: readonly Field[],
  agent: http.Agent,
): Promise<FieldAnswer[]> {
  const url = `${address}/api/reports/${reportId}/fields`
  const headers = { 'content-type': 'application/json' }
  const reply = await request({ method: 'POST', url, cookie, headers, body: JSON.stringify({ fields }) }, agent)
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text.slice(0, 200)}`)
  return (JSON.parse(reply.text) as { fields: FieldAnswer[] }).fields
}
