// A scanner on the loopback that speaks as much of clamd's protocol as is asked of it, and keeps what it is given. It finds the
// harmless file that every scanner finds on purpose. Ends with the test that started it.
import net from 'node:net'
import tls from 'node:tls'
import { malwareSign } from './malware-sign'
import type { Certificate } from './self-signed'

/** What it does with what it is asked: answer, say nothing, hang up, speak nonsense, or find every file too long. */
export type Mood = 'answer' | 'silent' | 'hang-up' | 'nonsense' | 'too-long'

export type ClamdStandIn = { address: string; scanned: Buffer[]; mood: Mood; stop(): Promise<void> }

/** `path`: listens on a socket there, and not on a port; `certificate`: speaks TLS, as localhost. */
export async function startClamdStandIn({
  path,
  certificate,
}: {
  path?: string
  certificate?: Certificate
} = {}): Promise<ClamdStandIn> {
  const sockets = new Set<net.Socket>()
  const serve = (socket: net.Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    let given = Buffer.alloc(0)
    socket.on('data', (part: Buffer) => {
      given = Buffer.concat([given, part])
      const asked = wholeQuestion(given)
      if (asked === null || standIn.mood === 'silent') return
      if (standIn.mood === 'hang-up') socket.destroy()
      else if (standIn.mood === 'nonsense') socket.end('x'.repeat(2000))
      else if (standIn.mood === 'too-long') socket.end('INSTREAM size limit exceeded. ERROR\0')
      else if (asked === 'ping') socket.end('PONG\0')
      else {
        standIn.scanned.push(asked)
        socket.end(asked.includes(malwareSign) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
      }
    })
  }
  const server = certificate ? tls.createServer(certificate, serve) : net.createServer(serve)
  await new Promise<void>((resolve) => (path ? server.listen(path, resolve) : server.listen(0, '127.0.0.1', resolve)))
  const at = server.address()
  const standIn: ClamdStandIn = {
    address:
      typeof at === 'string'
        ? `unix://${at}`
        : certificate
          ? `tls://localhost:${at?.port}`
          : `tcp://127.0.0.1:${at?.port}`,
    scanned: [],
    mood: 'answer',
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return standIn
}

const [ping, instream] = ['zPING\0', 'zINSTREAM\0'].map((text) => Buffer.from(text))

/** The bytes of a file once its end has come; null before. @throws on anything that clamd would not understand */
function wholeQuestion(given: Buffer): Buffer | 'ping' | null {
  if (!ping || !instream) throw new Error('no commands')
  if (given.equals(ping)) return 'ping'
  if (given.length < instream.length) return null
  if (!given.subarray(0, instream.length).equals(instream)) throw new Error('a command that it does not know')
  const parts: Buffer[] = []
  for (let at = instream.length; at + 4 <= given.length; ) {
    const length = given.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(given.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
