/** Where a request comes from, for limits. The server has put the real sender there before (scripts/steps/sender.mjs). */
export function senderOf(headers: Pick<Headers, 'get'>): string {
  return headers.get('x-forwarded-for')?.split(',')[0]?.trim() || 'local'
}

/** How often one sender may open what everybody may read. */
const perSender = { attempts: 240, seconds: 60 }

/** So many senders are remembered; beyond that the one that came first is forgotten. */
const remembered = 10_000

type Counted = { hits: number; until: number }

/**
 * Counts openings of public pages by sender, in the memory of this server: a look costs nothing, and it is this server's own
 * time that is kept for others. 0: it may be opened; else the seconds to wait.
 */
export function publicDoor(): (sender: string, at: Date) => number {
  const seen = new Map<string, Counted>()
  return (sender, at) => {
    const key = networkOf(sender)
    const known = seen.get(key)
    const counted = known && known.until > at.getTime() ? known : startOf(at)
    counted.hits += 1
    if (!known && seen.size >= remembered) seen.delete(seen.keys().next().value ?? '')
    seen.set(key, counted)
    return counted.hits <= perSender.attempts ? 0 : Math.ceil((counted.until - at.getTime()) / 1000)
  }
}

const startOf = (at: Date): Counted => ({ hits: 0, until: at.getTime() + perSender.seconds * 1000 })

/** Who holds one IPv6 address holds all of its first 64 bits; an IPv4 address stands for itself, however it is written. */
export function networkOf(sender: string): string {
  const plain = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(sender)?.[1]
  if (plain) return plain
  if (!sender.includes(':')) return sender
  const [head = '', tail = ''] = sender.split('%')[0]?.split('::') ?? []
  const [before, after] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const gap = sender.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : []
  return `${[...before, ...gap, ...after].slice(0, 4).join(':')}::/64`
}
