// A mail server on the loopback that speaks just enough SMTP, keeps what it is given and counts it. It can refuse, stall or
// hang up where a test asks it to. Ends with the test that started it.
import net from 'node:net'

export type Received = { from: string; to: string; messageId: string; head: string; body: string }

/** What it does with the next mails, one entry each; afterwards it takes everything. */
export type Behaviour =
  | 'take'
  /** a fault that may pass: 451 */
  | 'later'
  /** the receiver does not exist: 550 */
  | 'unknown-receiver'
  /** the sender is refused: 550 */
  | 'refused-sender'
  /** takes the mail and goes away before saying so */
  | 'take-and-hang-up'

export type SmtpStandIn = {
  port: number
  received: Received[]
  /** Conversations so far */
  conversations: number
  behave(...next: Behaviour[]): void
  stop(): Promise<void>
}

export async function startSmtpStandIn(slowness = 0, port = 0): Promise<SmtpStandIn> {
  const received: Received[] = []
  const planned: Behaviour[] = []
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    standIn.conversations += 1
    converse(socket, received, () => planned.shift() ?? 'take', slowness)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const standIn: SmtpStandIn = {
    port: (server.address() as net.AddressInfo).port,
    received,
    conversations: 0,
    behave: (...next) => void planned.splice(0, planned.length, ...next),
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return standIn
}

function converse(socket: net.Socket, received: Received[], next: () => Behaviour, slowness: number): void {
  let pending = ''
  let mail = { from: '', to: '' }
  let behaviour: Behaviour = 'take'
  let reading = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase()
    const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
    if (verb === 'EHLO' || verb === 'HELO') return say('250 stand-in')
    if (verb === 'QUIT') return socket.end('221 bye\r\n')
    if (verb === 'MAIL') {
      behaviour = next()
      mail = { from: address, to: '' }
      if (behaviour === 'later') return say('451 try again')
      return say(behaviour === 'refused-sender' ? '550 not from you' : '250 ok')
    }
    if (verb === 'RCPT') {
      mail.to = address
      return say(behaviour === 'unknown-receiver' ? '550 nobody here' : '250 ok')
    }
    if (verb !== 'DATA') return say('250 ok')
    reading = true
    return say('354 go on')
  }
  const content = (text: string) => {
    const [head = '', ...body] = text.split('\r\n\r\n')
    const messageId = /^Message-ID: (\S+)/im.exec(head)?.[1] ?? ''
    received.push({ ...mail, messageId, head, body: decoded(head, body.join('\r\n\r\n')) })
    if (behaviour === 'take-and-hang-up') return socket.destroy()
    setTimeout(() => say('250 taken'), slowness)
  }
  socket.setEncoding('utf8')
  socket.on('data', (chunk) => {
    pending += chunk
    for (;;) {
      const end = pending.indexOf(reading ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const part = pending.slice(0, end)
      pending = pending.slice(end + (reading ? 5 : 2))
      if (reading) {
        reading = false
        content(part)
      } else command(part)
    }
  })
  say('220 stand-in ready')
}

function decoded(head: string, body: string): string {
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(head)) return body
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
