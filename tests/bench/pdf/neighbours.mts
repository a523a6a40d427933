import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const page = Buffer.alloc(600_000, 'x')

/**
 * Other people's requests: each costs about as much work as a small page, and they come at a fixed rate whether or not the one
 * before was answered. The server is this process, the one that starts the maker of the PDF.
 */
export async function withNeighbours<T>(work: () => Promise<T>): Promise<{ value: T; milliseconds: number[] }> {
  // No limits of time: a process that was blocked for long must be seen as slow, not as one that hung up.
  const server = http.createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 }, (_, answer) =>
    answer.end(createHash('sha256').update(page).digest('hex')),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const milliseconds: number[] = []
  const sent: Promise<void>[] = []
  const began = performance.now()
  const every = 20
  let due = 0
  const timer = setInterval(() => {
    // What a blocked process could not send in time is sent late, and its wait counts from when it was due.
    for (; due * every <= performance.now() - began; due += 1) {
      const at = began + due * every
      sent.push(
        fetch(url).then(async (answer) => {
          await answer.text()
          milliseconds.push(performance.now() - at)
        }),
      )
    }
  }, 5)
  try {
    const value = await work()
    return { value, milliseconds }
  } finally {
    await wait(every)
    clearInterval(timer)
    await Promise.all(sent)
    server.closeAllConnections()
    server.close()
  }
}
