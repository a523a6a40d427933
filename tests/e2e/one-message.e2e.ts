// Where a request ends must be clear to every part on its way: a message that two servers could read in two ways is refused by the
// product, and what follows it on the connection is never taken for a second request.
import net from 'node:net'
import { expect, test } from '@/tests/support/browser'
import type { RunningEtappi } from '@/tests/support/running-etappi'

const hidden = 'GET /robots.txt?hidden HTTP/1.1\r\nHost: x\r\n\r\n'
const post = (lines: readonly string[], body: string) =>
  ['POST /api/auth/csrf HTTP/1.1', 'Host: x', ...lines, '', body].join('\r\n')
const chunked = `0\r\n\r\n${hidden}`

/** What could hide a second request in it. */
const messages: [string, string][] = [
  ['a length and chunks', post(['Content-Length: 6', 'Transfer-Encoding: chunked'], chunked)],
  ['chunks and a length', post(['Transfer-Encoding: chunked', 'Content-Length: 6'], chunked)],
  ['two lengths', post(['Content-Length: 0', `Content-Length: ${hidden.length}`], hidden)],
  ['a length with a sign', post([`Content-Length: +${hidden.length}`], hidden)],
  ['two lengths in one line', post([`Content-Length: 0, ${hidden.length}`], hidden)],
  ['a length in hexadecimal figures', post(['Content-Length: 0x0'], hidden)],
  ['a name with a space behind it', post(['Transfer-Encoding : chunked', 'Content-Length: 0'], hidden)],
  ['a coding that is none', post(['Transfer-Encoding: xchunked', 'Content-Length: 0'], hidden)],
  ['chunks that are not the last coding', post(['Transfer-Encoding: chunked, identity'], chunked)],
  ['a line that goes on in the next one', post(['Transfer-Encoding:', ' chunked', 'Content-Length: 0'], hidden)],
  ['a line without its name', post([': chunked', 'Content-Length: 0'], hidden)],
  ['a return in the middle of a line', post(['X: a\rTransfer-Encoding: chunked', 'Content-Length: 0'], hidden)],
  ['a size of a chunk that is none', post(['Transfer-Encoding: chunked'], `0x0\r\n\r\n${hidden}`)],
  ['a chunk longer than its size', post(['Transfer-Encoding: chunked'], `1\r\nab\r\n${chunked}`)],
  ['a zero in a value', post(['X: a\u0000b', 'Content-Length: 0'], hidden)],
]

/** All that comes back on one connection until it is quiet or ends. */
function sent(etappi: RunningEtappi, text: string): Promise<{ answers: string[]; ended: boolean }> {
  const { hostname, port } = new URL(etappi.address)
  return new Promise((resolve) => {
    let got = ''
    const told = (ended: boolean) => {
      clearTimeout(quiet)
      resolve({ answers: got.match(/HTTP\/1\.1 \d{3}/g)?.map((line) => line.slice(-3)) ?? [], ended })
      socket.destroy()
    }
    const socket = net.connect(Number(port), hostname, () => socket.write(text, 'latin1'))
    const quiet = setTimeout(told, 3000, false)
    socket.on('data', (part) => {
      got += part.toString('latin1')
    })
    socket.on('end', () => told(true))
    socket.on('error', () => told(true))
  })
}

test('a message that can be read in two ways is refused, and nothing behind it is answered', async ({ etappi }) => {
  const answers = await Promise.all(messages.map(async ([what, text]) => [what, await sent(etappi, text)] as const))
  expect(answers).toEqual(messages.map(([what]) => [what, { answers: ['400'], ended: true }]))
})

test('two requests that are clear are answered both, one after the other on one connection', async ({ etappi }) => {
  const plain = 'GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n'
  expect((await sent(etappi, plain + hidden)).answers).toEqual(['200', '200'])
  // The same bytes as the content of the first: they are no request.
  const inside = post([`Content-Length: ${hidden.length}`], hidden)
  expect((await sent(etappi, inside)).answers).toHaveLength(1)
})
