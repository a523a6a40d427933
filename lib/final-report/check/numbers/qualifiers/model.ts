import { allWords, qualifierSigns, qualifierWords } from '@/lib/values/lexicon'
import type { Qualifier } from '@/lib/values/typed-value'

/** Words of the lexicon, and others that running text has for the same: longest first. */
const words: readonly (readonly [string, Qualifier])[] = [
  ...Object.entries(qualifierWords).flatMap(([qualifier, byLocale]) =>
    allWords(byLocale).map((word) => [word, qualifier as Qualifier] as const),
  ),
  ...['vajaa', 'vajaat', 'vajaan', 'knappt', 'närmare', 'uppemot'].map((word) => [word, 'about'] as const),
  ...['reilu', 'reilut', 'runsas', 'runsaat', 'drygt', 'just over'].map((word) => [word, 'over'] as const),
]
const qualifierBefore = new RegExp(
  `(?:(?<![\\p{L}\\d])(${words
    .map(([word]) => word.replace('.', '\\.'))
    .sort((a, b) => b.length - a.length)
    .join('|')})\\s*|([<>≥≤~≈]=?)\\s*)$`,
  'iu',
)
const qualifierOf = new Map<string, Qualifier>([...words, ...qualifierSigns])
const nearlyWords = /^(?:lähes|miltei|melkein|vajaa\p{L}*|nästan|knappt|närmare|uppemot|nearly|almost)$/iu

/** `nearly`: not quite that much ("lähes", "vajaa"). `length` is how much of the text it takes. */
export type ReadQualifier = { qualifier: Qualifier; nearly: boolean; length: number }

/** The qualifier that a text ends with, before a number; null when it ends with none. */
export function qualifierAtEnd(text: string): ReadQualifier | null {
  const match = qualifierBefore.exec(text.slice(-22))
  if (!match) return null
  const word = match[1] ?? match[2] ?? ''
  const qualifier = qualifierOf.get(word.toLowerCase()) ?? 'exact'
  return { qualifier, nearly: nearlyWords.test(word), length: match[0].length }
}
