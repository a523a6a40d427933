// A small proxy on this machine, as an operator's stands before several servers: what comes in goes on to one of them.
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export type Passed = { path: string; status: number; to: string }

export type Switch = {
  address: string
  /** Everything that has passed; status 0: no whole answer came back */
  passed: Passed[]
  /** From now on requests go to these, one after the other */
  moveTo(targets: readonly string[]): void
  close(): Promise<void>
}

/**
 * Starts one. As the sample in docs/operations does, it asks the next server when one cannot be reached at all, and asks the others
 * for a script or style that one does not have: servers of two releases may be running.
 */
export async function startSwitch(targets: readonly string[]): Promise<Switch> {
  let current = targets
  let turn = 0
  const passed: Passed[] = []
  const server = http.createServer(async (request, response) => {
    const first = turn++ % Math.max(1, current.length)
    const body = await buffer(request).catch(() => null)
    if (body) pass({ request, response, body }, [...current.slice(first), ...current.slice(0, first)])
  })

  type Asked = { request: http.IncomingMessage; response: http.ServerResponse; body: Buffer }

  function pass(asked: Asked, [target, ...next]: readonly string[]): void {
    const { request, response, body } = asked
    const path = request.url ?? '/'
    const note = (status: number) => passed.push({ path, status, to: target ?? '' })
    const giveUp = () => {
      note(0)
      if (!response.headersSent) response.writeHead(502)
      response.end()
    }
    if (!target) {
      giveUp()
      return
    }
    const headers = { ...request.headers, 'x-forwarded-for': request.socket.remoteAddress, connection: 'close' }
    const sending = http.request(
      target + path,
      { method: request.method ?? 'GET', agent: false, headers },
      (answer) => {
        if (answer.statusCode === 404 && next.length > 0 && path.startsWith('/_next/static/')) {
          answer.resume()
          return pass(asked, next)
        }
        const { connection: _, 'keep-alive': __, ...kept } = answer.headers
        response.writeHead(answer.statusCode ?? 502, kept)
        answer.pipe(response)
        answer.on('end', () => note(answer.statusCode ?? 0))
        answer.on('aborted', () => {
          if (response.destroyed) return
          note(0)
          response.destroy()
        })
      },
    )
    // Whoever asked may leave before the answer: that is no failure of a server.
    response.on('close', () => sending.destroy())
    sending.on('error', (error: NodeJS.ErrnoException) => {
      if (response.headersSent || response.destroyed) return
      if (error.code === 'ECONNREFUSED' && next.length > 0) return pass(asked, next)
      giveUp()
    })
    sending.end(body)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    moveTo: (to) => {
      current = to
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** What people would have seen as broken: no answer, or the server's own failure. */
export const failed = (passed: readonly Passed[]): Passed[] =>
  passed.filter(({ status }) => status === 0 || status >= 500)
