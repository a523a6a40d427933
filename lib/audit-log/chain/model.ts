import { createHash } from 'node:crypto'

/** A row of the log with its place in its county's chain; without a place it was never linked. */
export type ChainRow = {
  eventId: string
  /** What is hashed: the row as the database writes it (etappi_audit_text) */
  text: string
  link: { position: number; previous: string; hash: string } | null
}

/** Where a chain stands: the last place and its hash. */
export type ChainHead = { position: number; hash: string }

/** gap: places are missing before it; parted: it does not follow the row before; altered: not what was hashed; unlinked: in no chain. */
export const chainFaults = ['gap', 'parted', 'altered', 'unlinked'] as const
export type ChainFault = (typeof chainFaults)[number]
export type ChainFinding = { fault: ChainFault; eventId: string; position: number | null }

/** What following a whole chain found. */
export type ChainCheck = {
  /** Rows followed, those in no chain among them */
  rows: number
  head: ChainHead
  faults: number
  /** The first hundred */
  findings: ChainFinding[]
  /** False: the head that somebody kept is not in the chain any more, so rows were taken off its end */
  keptHeadFound: boolean | null
}

export const chainStart: ChainHead = { position: 0, hash: '0'.repeat(64) }

/** SHA-256 of the hash before, a line feed and the text, in hexadecimal: as the database's own etappi_link_audit makes it. */
export function linkHash(previous: string, text: string): string {
  return createHash('sha256').update(`${previous}\n${text}`).digest('hex')
}

/**
 * Follows rows in the order of their places from a head on. After a fault it goes on from what the row says of itself, so that
 * one fault is told once.
 */
export function followChain(from: ChainHead, rows: readonly ChainRow[]): { head: ChainHead; findings: ChainFinding[] } {
  let head = from
  const findings: ChainFinding[] = []
  for (const { eventId, text, link } of rows) {
    if (!link) {
      findings.push({ fault: 'unlinked', eventId, position: null })
      continue
    }
    const { position, previous, hash } = link
    if (position !== head.position + 1) findings.push({ fault: 'gap', eventId, position })
    else if (previous !== head.hash) findings.push({ fault: 'parted', eventId, position })
    if (linkHash(previous, text) !== hash) findings.push({ fault: 'altered', eventId, position })
    head = { position, hash }
  }
  return { head, findings }
}

/** One row as a line of an exported log: JSON, with the hashed text in it as it is, so that anybody can follow the chain. */
export function chainLine({ eventId, text, link }: ChainRow): string {
  return JSON.stringify({
    position: link?.position ?? null,
    previous: link?.previous ?? null,
    hash: link?.hash ?? null,
    id: eventId,
    text,
  })
}

/** Reads a line of an exported log; null for a line that is none. */
export function readChainLine(line: string): ChainRow | null {
  try {
    const { position, previous, hash, id, text } = JSON.parse(line) as Record<string, unknown>
    if (typeof id !== 'string' || typeof text !== 'string') return null
    if (position === null) return { eventId: id, text, link: null }
    if (typeof position !== 'number' || typeof previous !== 'string' || typeof hash !== 'string') return null
    return { eventId: id, text, link: { position, previous, hash } }
  } catch {
    return null
  }
}

/** A head as it is written down: `1024:9f86…`. */
export const headText = ({ position, hash }: ChainHead): string => `${position}:${hash}`

/** Reads a head that was written down; null when the text is none. */
export function readHead(text: string): ChainHead | null {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  return position && hash ? { position: Number(position), hash } : null
}
