// Whose certificate a server has: every way out ends before a word is said when nobody trusted vouches for it, or it is for
// another name. The same server with a certificate that is trusted is spoken to.
import fs from 'node:fs'
import https from 'node:https'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import tls from 'node:tls'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deliver } from '@/lib/platform/mail'
import { askOutside } from '@/lib/platform/outside'
import { withClient } from '../../scripts/database/open.mts'
import { type Certificate, selfSigned } from '../support/self-signed'

const given = vi.hoisted(() => ({ port: 0 }))
vi.mock('@/lib/platform/env', async (original) => ({
  ...(await original<typeof import('@/lib/platform/env')>()),
  env: () => ({
    mailServer: { host: 'localhost', port: given.port, tls: 'first', login: null, from: 'etappi@example.fi' },
  }),
}))

/** What was said to the server inside of TLS. */
let heard = ''
let stop = async () => {}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-certificates-'))
const rootFile = path.join(folder, 'root.pem')
const before = tls.getCACertificates('default')

beforeEach(() => {
  heard = ''
})
afterEach(async () => {
  tls.setDefaultCACertificates(before)
  await stop()
})

afterAll(() => fs.rmSync(folder, { recursive: true }))

/** Trusted by every way out: by Node itself, and by PostgreSQL’s driver with `sslrootcert`. */
function trust({ cert }: Certificate): void {
  fs.writeFileSync(rootFile, cert)
  tls.setDefaultCACertificates([...before, cert])
}

async function listen(server: net.Server): Promise<number> {
  const sockets = new Set<net.Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  stop = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return (server.address() as AddressInfo).port
}

const hear = (socket: NodeJS.ReadWriteStream, answer: (text: string) => string) =>
  socket
    .on('error', () => {})
    .on('data', (bytes: Buffer) => {
      heard += bytes.toString('latin1')
      socket.write(answer(bytes.toString()))
    })

/** A PostgreSQL as far as its door: it takes TLS up and hears who wants in, then says that it is starting. */
async function database(certificate: Certificate): Promise<unknown> {
  const port = await listen(
    net.createServer((socket) => {
      socket
        .on('error', () => {})
        .once('data', () => {
          socket.write('S')
          const secure = new tls.TLSSocket(socket, { isServer: true, ...certificate })
          hear(secure, () => 'E\0\0\0\x1aSFATAL\0C57P03\0Mstarts\0\0')
        })
    }),
  )
  const url = `postgresql://etappi:sana@localhost:${port}/etappi?sslmode=verify-full&sslrootcert=${rootFile}`
  return withClient(url, async () => 'in').catch((error: Error) => error.message)
}

async function service(certificate: Certificate): Promise<unknown> {
  const server = https.createServer(certificate, (request, response) => {
    heard += request.url
    response.end('{}')
  })
  const url = new URL(`https://localhost:${await listen(server)}/kysymys`)
  const answer = await askOutside({ url, patience: 5000, bytes: 100, publicOnly: false })
  return answer.ok ? 'in' : answer.reason
}

async function mailServer(certificate: Certificate): Promise<unknown> {
  const answers = (text: string) =>
    text.startsWith('EHLO') ? '250 localhost\r\n' : text.startsWith('DATA') ? '354 go\r\n' : '250 ok\r\n'
  const server = tls.createServer(certificate, (socket) => {
    hear(socket, answers)
    socket.write('220 localhost\r\n')
  })
  given.port = await listen(server)
  const letter = { id: '1', to: 'joku@example.fi', subject: 'Otsikko', text: 'Teksti', locale: 'fi' } as const
  const done = await deliver(letter)
  return done.ok ? 'in' : done.error
}

const ways = [
  ['PostgreSQL', database, 'etappi'],
  ['a service that is asked (statistics, the provider)', service, '/kysymys'],
  ['the mail server', mailServer, 'EHLO'],
] as const

describe('a certificate', () => {
  it.each(ways)('that nobody trusted vouches for ends the way to %s before a word', async (_, go) => {
    trust(selfSigned('localhost'))
    expect(await go(selfSigned('localhost'))).not.toBe('in')
    expect(heard).toBe('')
  })

  it.each(ways)('for another name ends the way to %s before a word', async (_, go) => {
    const other = selfSigned('toinen.example.fi')
    trust(other)
    expect(await go(other)).not.toBe('in')
    expect(heard).toBe('')
  })

  it.each(ways)('that is trusted and for the name opens the way to %s', async (_, go, said) => {
    const right = selfSigned('localhost')
    trust(right)
    await go(right)
    expect(heard).toContain(said)
  })
})
