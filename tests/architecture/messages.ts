// Reading the catalogues: their keys, and the arguments of a message.
import type { Sources } from './source'

export const languages = ['fi', 'sv', 'en'] as const
export type Language = (typeof languages)[number]

/** Namespace of a catalogue file: status-reports.json → statusReports. */
export const namespaceOf = (file: string): string =>
  (file.split('/').at(-1) ?? '').replace('.json', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

export const catalogueFiles = (sources: Sources, language: Language): string[] =>
  sources.paths.filter((file) => file.startsWith(`lib/messages/${language}/`) && file.endsWith('.json'))

/** "rounds.state.open" → text, of every catalogue of one language. A value that is no text is kept as undefined. */
export function messagesOf(sources: Sources, language: Language): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  const collect = (address: string, value: unknown) => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) collect(`${address}.${key}`, inner)
    } else found.set(address, typeof value === 'string' ? value : undefined)
  }
  for (const file of catalogueFiles(sources, language)) collect(namespaceOf(file), JSON.parse(sources.text(file)))
  return found
}

/**
 * Names of a message's arguments, sorted: "{count, plural, one {# row} other {# rows of {unit}}}" → ["count", "unit"].
 * Null when the braces do not pair. Text between the branches of a plural is not taken for an argument.
 */
export function argumentsOf(message: string): string[] | null {
  const names = new Set<string>()
  const text = message.replaceAll("''", '').replace(/'[{}][^']*'/g, '')
  let at = 0
  const branches = (): boolean => {
    while (at < text.length) {
      const gap = /^\s*(=?[\w]+|offset:\d+)?\s*/.exec(text.slice(at))
      at += gap?.[0].length ?? 0
      if (text[at] === '}') return true
      if (text[at] !== '{') return false
      at += 1
      if (!sentence() || text[at] !== '}') return false
      at += 1
    }
    return false
  }
  const sentence = (): boolean => {
    while (at < text.length && text[at] !== '}') {
      if (text[at] !== '{') {
        at += 1
        continue
      }
      const head = /^\{\s*(\w+)\s*(?:,\s*(plural|select|selectordinal)\s*,)?/.exec(text.slice(at))
      if (!head?.[1]) return false
      names.add(head[1])
      at += head[0].length
      if (head[2] && !branches()) return false
      while (!head[2] && at < text.length && text[at] !== '}') at += 1
      if (text[at] !== '}') return false
      at += 1
    }
    return true
  }
  return sentence() && at === text.length ? [...names].sort() : null
}
