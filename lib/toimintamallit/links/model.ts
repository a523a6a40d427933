/** What became of an address: answers, answers elsewhere, no such page, does not let us see, does not answer. */
export const linkOutcomes = ['ok', 'moved', 'gone', 'refused', 'unreachable'] as const
export type LinkOutcome = (typeof linkOutcomes)[number]

/** An address when it was last tried. */
export type CheckedLink = {
  url: string
  outcome: LinkOutcome
  status: number | null
  movedTo: string | null
  checkedAt: Date
}

/** What a server said of an address; `null`: nothing came back. */
export type LinkReply = { status: number; address: string } | null

/**
 * What an answer means. A page that asks to sign in, or asks machines to stay away, may well be there: it is "refused", not
 * gone. Leading on to the same page under https, with or without www, is no move.
 */
export function judgeLink(url: string, reply: LinkReply): Omit<CheckedLink, 'url' | 'checkedAt'> {
  if (reply === null) return { outcome: 'unreachable', status: null, movedTo: null }
  const { status, address } = reply
  if (status === 404 || status === 410) return { outcome: 'gone', status, movedTo: null }
  if (status >= 500) return { outcome: 'unreachable', status, movedTo: null }
  if (status >= 400) return { outcome: 'refused', status, movedTo: null }
  if (plain(address) === plain(url)) return { outcome: 'ok', status, movedTo: null }
  return { outcome: 'moved', status, movedTo: address }
}

function plain(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  return `${url.hostname.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`
}

/** The addresses that can be tried, each once, those of one server together in their order. */
export function byHost(urls: readonly string[]): Map<string, string[]> {
  const hosts = new Map<string, string[]>()
  for (const one of new Set(urls)) {
    const url = URL.parse(one.trim())
    if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '') continue
    hosts.set(url.host, [...(hosts.get(url.host) ?? []), one])
  }
  return hosts
}

/** The check of an address among those of the project; null when it has not been tried. */
export function checkOf(checks: readonly CheckedLink[], url: string | null): CheckedLink | null {
  return (url !== null && checks.find((one) => one.url === url)) || null
}
