// A pass-through between the product and PostgreSQL that reads PostgreSQL's own protocol on its way: whatever library sends
// a statement, and under whatever name it was prepared, each execution is seen here once, with its text.
import net, { type AddressInfo } from 'node:net'

export type Wire = {
  /** The connection string of the product's role, leading through here */
  url: string
  /** The texts executed since the last look, oldest first */
  take(): string[]
  /** How many messages of the product have passed so far */
  passed(): number
  close(): Promise<void>
}

/** Opens the pass-through to the server of `url`. It listens on this machine only. */
export async function openWire(url: string): Promise<Wire> {
  const target = new URL(url)
  const seen: string[] = []
  let passed = 0
  const sockets = new Set<net.Socket>()
  const server = net.createServer((product) => {
    const database = net.connect({ host: target.hostname, port: Number(target.port || 5432) })
    const messages = new Messages((text) => seen.push(text))
    product.on('data', (part: Buffer) => {
      passed += 1
      messages.read(part)
    })
    product.pipe(database)
    database.pipe(product)
    for (const [one, other] of [
      [product, database],
      [database, product],
    ] as const) {
      one.setNoDelay(true)
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const through = new URL(url)
  through.searchParams.delete('host') // the way through the server's own socket
  through.hostname = '127.0.0.1'
  through.port = String((server.address() as AddressInfo).port)
  return {
    url: through.href,
    take: () => seen.splice(0),
    passed: () => passed,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** What one connection sends: a first message without a letter, then messages of a letter, a length and a body. */
class Messages {
  private rest: Buffer = Buffer.alloc(0)
  private begun = false
  /** Text by the name of the prepared statement, and by the name of what is bound to run */
  private readonly prepared = new Map<string, string>()
  private readonly bound = new Map<string, string>()
  private readonly executed: (text: string) => void

  constructor(executed: (text: string) => void) {
    this.executed = executed
  }

  read(part: Buffer): void {
    this.rest = Buffer.concat([this.rest, part])
    for (;;) {
      const head = this.begun ? 1 : 0
      if (this.rest.length < head + 4) return
      const end = head + this.rest.readUInt32BE(head)
      if (this.rest.length < end) return
      if (this.begun) this.message(String.fromCharCode(this.rest[0] ?? 0), this.rest.subarray(5, end))
      this.begun = true
      this.rest = this.rest.subarray(end)
    }
  }

  private message(kind: string, body: Buffer): void {
    const [first = '', second = ''] = body.toString('utf8').split('\0', 2)
    if (kind === 'Q') this.executed(first)
    if (kind === 'P') this.prepared.set(first, second)
    if (kind === 'B') this.bound.set(first, this.prepared.get(second) ?? '')
    if (kind === 'E') this.executed(this.bound.get(first) ?? '')
  }
}

/** What a transaction is made of, and the setting of whose eyes it looks with: they read and change nothing. */
const ofTransaction = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|DEALLOCATE|SELECT set_config)\b/i

export const isQuery = (text: string): boolean => !ofTransaction.test(text)
