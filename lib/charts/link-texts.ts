export type TextLink = { text: string; href: string }

/**
 * A text cut at the pieces that lead somewhere. A piece counts only where it stands alone: not inside a longer number or
 * word. The same piece twice goes to its links in turn.
 */
export function linkTexts(text: string, links: readonly TextLink[]): (string | TextLink)[] {
  const waiting = new Map<string, string[]>()
  for (const { text: piece, href } of links) if (piece) waiting.set(piece, [...(waiting.get(piece) ?? []), href])
  if (waiting.size === 0) return [text]
  const longestFirst = [...waiting.keys()].sort((a, b) => b.length - a.length).map(escaped)
  const pattern = new RegExp(`(?<![\\p{L}\\d.,/–-])(?:${longestFirst.join('|')})(?![\\p{L}\\d]|[.,/–-]\\d)`, 'gu')
  const parts: (string | TextLink)[] = []
  let from = 0
  for (const { 0: piece, index } of text.matchAll(pattern)) {
    const hrefs = waiting.get(piece) ?? []
    const href = hrefs.length > 1 ? hrefs.shift() : hrefs[0]
    if (href === undefined) continue
    if (index > from) parts.push(text.slice(from, index))
    parts.push({ text: piece, href })
    from = index + piece.length
  }
  return from < text.length ? [...parts, text.slice(from)] : parts
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
