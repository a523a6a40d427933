// A web server on the loopback that answers what a test tells it to, counts what it is asked, and can stall, redirect, pack or
// pour without end. Ends with the test that started it, and by itself after a minute.
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

export type Asked = { method: string; path: string; body: string; agent: string; at: number }

export type Reply =
  | { json: unknown; gzip?: boolean }
  | { text: string; status?: number; type?: string }
  | { status: number; location?: string }
  /** Never answers */
  | 'stall'
  /** Answers without end */
  | 'pour'
  /** Begins and hangs up */
  | 'hang-up'

export type HttpStandIn = {
  /** Without a trailing slash */
  address: string
  asked: Asked[]
  /** What a path gives; a function is asked each time. Anything else is 404. */
  replies: Record<string, Reply | ((asked: Asked) => Reply)>
  stop(): Promise<void>
}

export async function startHttpStandIn(replies: HttpStandIn['replies'] = {}): Promise<HttpStandIn> {
  const standIn = { asked: [] as Asked[], replies }
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { method = '', url: path = '' } = request
      const agent = request.headers['user-agent'] ?? ''
      const asked = { method, path, body: Buffer.concat(parts).toString(), agent, at: Date.now() }
      standIn.asked.push(asked)
      const told = standIn.replies[path] ?? standIn.replies[path.split('?')[0] ?? ''] ?? { status: 404 }
      give(response, typeof told === 'function' ? told(asked) : told)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    clearTimeout(timer)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const timer = setTimeout(() => void stop(), 60_000).unref()
  const { port } = server.address() as AddressInfo
  return Object.assign(standIn, { address: `http://127.0.0.1:${port}`, stop })
}

function give(response: http.ServerResponse, reply: Reply): void {
  response.on('error', () => {})
  if (reply === 'stall') return
  if (reply === 'pour') {
    pour(response)
  } else if (reply === 'hang-up') {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1000 })
    response.write('[1, 2')
    setTimeout(() => response.destroy(), 20)
  } else if ('json' in reply) {
    const body = Buffer.from(JSON.stringify(reply.json))
    const head = { 'Content-Type': 'application/json;charset=UTF-8' }
    response.writeHead(200, reply.gzip ? { ...head, 'Content-Encoding': 'gzip' } : head)
    response.end(reply.gzip ? gzipSync(body) : body)
  } else if ('text' in reply) {
    response.writeHead(reply.status ?? 200, { 'Content-Type': reply.type ?? 'text/plain' })
    response.end(reply.text)
  } else {
    response.writeHead(reply.status, reply.location === undefined ? {} : { Location: reply.location })
    response.end()
  }
}

function pour(response: http.ServerResponse): void {
  const more = Buffer.alloc(65_536, ' ')
  // Nothing of a body goes out to HEAD: it would never be full.
  if (response.req.method === 'HEAD') {
    response.end()
    return
  }
  const write = (): void => {
    while (!response.destroyed && response.write(more)) {
      // until the other side is full
    }
  }
  response.writeHead(200, { 'Content-Type': 'application/json' })
  response.on('drain', write)
  write()
}
