/** What the settings say of connections that ought to be encrypted. */
type Given = {
  APP_URL?: string | undefined
  APP_TLS?: 'required' | 'off' | undefined
  DATABASE_URL?: string | undefined
  DATABASE_APP_URL?: string | undefined
  DATABASE_REPLICA_URL?: string | undefined
  DATABASE_TLS?: 'required' | 'off' | undefined
}

const databases = ['DATABASE_URL', 'DATABASE_APP_URL', 'DATABASE_REPLICA_URL'] as const

/** Whether a host, as it stands in an address, is the machine itself. */
export const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || /^127\.\d+\.\d+\.\d+$|^\[?::1\]?$/.test(host)

/**
 * Connections that would go unencrypted, one sentence each, unless the operator has said so: the address people use, and a
 * PostgreSQL on another machine whose certificate would not be checked.
 */
export function plainConnections(given: Given): string[] {
  const app = given.APP_URL ? new URL(given.APP_URL) : null
  const open = app !== null && app.protocol === 'http:' && !isThisMachine(app.hostname) && given.APP_TLS !== 'off'
  const sentence = 'APP_URL must begin with https where it is not this machine. APP_TLS=off says that it has no TLS.'
  const plain = given.DATABASE_TLS === 'off' ? [] : databases.filter((name) => wayTo(given[name]) === 'plain')
  return [
    ...(open ? [sentence] : []),
    ...plain.map(
      (name) =>
        `${name} must say sslmode=verify-full where PostgreSQL is on another machine. DATABASE_TLS=off says that it has no TLS.`,
    ),
  ]
}

/** What is taken, and could be said better: one sentence for each connection that leaves to the driver what is checked. */
export const weakConnections = (given: Given): string[] =>
  databases
    .filter((name) => wayTo(given[name]) === 'encrypted')
    .map((name) => `${name} says less than sslmode=verify-full, which checks whose certificate the server has.`)

/** How a PostgreSQL is reached. As in the driver, the last `sslmode` counts, and `host` goes before the host of the address. */
function wayTo(address: string | undefined): 'here' | 'plain' | 'encrypted' | 'checked' {
  if (!address) return 'here'
  const { hostname, searchParams } = new URL(address)
  const last = (name: string) => searchParams.getAll(name).at(-1)
  const host = last('host') ?? decodeURIComponent(hostname)
  // Nothing, or a folder: a socket of the machine.
  if (host === '' || host.startsWith('/') || isThisMachine(host)) return 'here'
  const mode = last('sslmode')
  if (mode === 'verify-full') return 'checked'
  return mode === 'require' || mode === 'verify-ca' ? 'encrypted' : 'plain'
}
