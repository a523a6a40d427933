/** Signs with marks and what they are taken for; signs that part words. Both PostgreSQL and this file fold by them. */
const marks = {
  a: 'åäáàâãÅÄÁÀÂÃ',
  o: 'öóòôõøÖÓÒÔÕØ',
  e: 'éèêëÉÈÊË',
  i: 'íìîïÍÌÎÏ',
  u: 'üúùûÜÚÙÛ',
  c: 'çÇ',
  n: 'ñÑ',
  s: 'šŠ',
  z: 'žŽ',
  ' ': '-–—/()[]"”“’\':;,!?\u00a0\n\t',
}
const pairs = Object.entries(marks).flatMap(([plain, signs]) => [...signs].map((sign) => [sign, plain] as const))

/** For `translate` of PostgreSQL: the signs, and at the same places what they are taken for. */
export const foldedSigns = {
  from: pairs.map(([sign]) => sign).join(''),
  to: pairs.map(([, plain]) => plain).join(''),
}
const plainOf = new Map<string, string>(pairs)

/** Text as it is compared: small letters without marks, so that "Jyväskylä" is found by "jyvaskyla". */
export function folded(text: string): string {
  return [...text.toLowerCase()].map((sign) => plainOf.get(sign) ?? sign).join('')
}

/** Longest first: endings of Finnish cases and plurals, folded. */
const endings =
  /(?:iden|itten|ssani|seen|siin|ista|issa|ihin|illa|ilta|ille|iksi|ssa|sta|lla|lta|lle|ksi|tta|nen|den|ten|ien|jen|hin|ta|na|ja|ia|en|an|in|on|un|yn|et|at|it|ut|yt|n|t|a)$/
const stemAtLeast = 4

/**
 * The part of a folded word that its inflections share, as far as cutting the end can tell: "hankinnan" → "hanki". Consonants
 * that change inside a short word ("kunta", "kunnan") are beyond it. Short words, and words with figures, stay as they are.
 */
export function stemOf(word: string): string {
  if (word.length <= stemAtLeast || /\d/.test(word)) return word
  return cut(cut(cut(word, endings), /[aeiouy]+$/), /[^aeiouy]+$/)
}

function cut(word: string, end: RegExp): string {
  const shorter = word.replace(end, '')
  return shorter.length >= stemAtLeast ? shorter : word
}

/** One word that is looked for, as patterns of LIKE over a folded text that begins with a space. */
export type Term = { word: string; exact: string; loose: string; start: string }

/** What is looked for. `phrase` is the whole of it. */
export type Terms = { phrase: string; terms: readonly Term[] }

const wordsAtMost = 6
export const queryAtMost = 100

/** The words of a search; null when there is none of two signs at least. */
export function termsOf(query: string): Terms | null {
  const words = folded(query.slice(0, queryAtMost)).split(/\s+/).filter(Boolean)
  if (!words.some((word) => word.length >= 2)) return null
  return { phrase: words.join(' '), terms: words.slice(0, wordsAtMost).map(termOf) }
}

function termOf(word: string): Term {
  const stem = stemOf(word)
  const start = `% ${escaped(word)}%`
  // A short word is found only where a word begins: as a part of others it is everywhere.
  const isShort = word.length <= 3 && !/\d/.test(word)
  const exact = isShort ? start : `%${escaped(word)}%`
  return { word, exact, start, loose: stem.length > stemAtLeast ? `%${escaped(stem)}%` : `% ${escaped(stem)}%` }
}

/** Text in which the signs of LIKE mean themselves. */
export function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** What is searched in one row: its title, its code, and everything it is found by. */
export type Searched = { title: string; code: string | null; text: string }

/**
 * How well a row answers: 0 by its code, 1 by the beginning of its title, 2 by beginnings of words, 3 by parts of words, 4 by
 * stems only; null when not at all. The same order as the statement of lib/search/county.
 */
export function scoreOf({ phrase, terms }: Terms, { title, code, text }: Searched): number | null {
  const all = ` ${folded(text)}`
  const has = (word: string, start: boolean) => all.includes(start ? ` ${word}` : word)
  const isFound = ({ word, exact, start, loose }: Term) =>
    has(word, exact === start) || has(stemOf(word), loose.startsWith('% '))
  if (!terms.every(isFound)) return null
  if (code !== null && folded(code) === phrase) return 0
  if (folded(title).startsWith(phrase)) return 1
  if (terms.every(({ word }) => has(word, true))) return 2
  return terms.every(({ word, exact, start }) => has(word, exact === start)) ? 3 : 4
}
