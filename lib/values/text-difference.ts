import { diffArrays } from 'diff'

/** A run of text: in both, only in the later one, or only in the earlier one. */
export type TextPart = { is: 'same' | 'added' | 'removed'; text: string }

/** How finely two texts could be compared. */
export type ComparedBy = 'words' | 'sentences' | 'whole'

export type TextDifference = { parts: TextPart[]; by: ComparedBy }

/** `key` is what is compared: without what a reader cannot see, such as the kind of a space. */
type Token = { text: string; key: string }
type Alike = (one: Token, other: Token) => boolean

/**
 * Longest edit that is looked for, in words or sentences added and removed. The work grows with its square: this keeps
 * two texts of 20 000 characters below 0.1 s. Texts that differ more are compared by sentences, then as wholes:
 * word by word nobody could read such a difference.
 */
export const longestEdit = 400

/** Whether a reader sees the same text: the kind and number of spaces and empty lines do not matter. */
export function isSameText(before: string, after: string): boolean {
  return before === after || seen(before) === seen(after)
}

/**
 * What changed between two texts, in reading order; what was removed stands before what came in its place.
 * Parts that are the same or added make up the later text, those that are the same or removed the earlier one, apart
 * from invisible differences in spaces. `alike` tells whether two words are the same; it is called for every step.
 */
export function textDifference(before: string, after: string, alike: Alike = sameKey): TextDifference {
  const [earlier, later] = [before.trim(), after.trim()]
  if (isSameText(earlier, later)) return { parts: later === '' ? [] : [{ is: 'same', text: later }], by: 'words' }
  const byWords = difference(wordsOf(earlier), wordsOf(later), alike)
  if (byWords) return { parts: toParts(readable(byWords)), by: 'words' }
  const bySentences = difference(sentencesOf(earlier), sentencesOf(later), alike)
  if (bySentences) return { parts: toParts(bySentences), by: 'sentences' }
  return { parts: toParts([{ removed: earlier, added: later, kept: '' }]), by: 'whole' }
}

/** A place where the texts differ, and what is the same after it. The first one may differ in nothing. */
type Change = { removed: string; added: string; kept: string }

/** Null when the texts differ too much to be compared this finely. */
function difference(before: Token[], after: Token[], alike: Alike): Change[] | null {
  const runs = diffArrays(before, after, { comparator: alike, maxEditLength: longestEdit })
  if (!runs) return null
  const changes: Change[] = [{ removed: '', added: '', kept: '' }]
  for (const { value, added, removed } of runs) {
    const text = value.map((token) => token.text).join('')
    const last = changes.at(-1)
    if (!last) continue
    if (!added && !removed) last.kept += text
    else if (last.kept !== '') changes.push({ removed: removed ? text : '', added: added ? text : '', kept: '' })
    else if (removed) last.removed += text
    else last.added += text
  }
  return changes
}

/** Joins changes that only a space or a word or two keeps apart: many tiny changes are hard to read and to listen to. */
function readable(changes: readonly Change[]): Change[] {
  const joined: Change[] = []
  for (const next of changes) {
    const last = joined.at(-1)
    if (!last || !belongTogether(last, next)) {
      joined.push({ ...next })
      continue
    }
    last.removed += last.kept + next.removed
    last.added += last.kept + next.added
    last.kept = next.kept
  }
  return joined
}

function belongTogether(last: Change, next: Change): boolean {
  const between = last.kept
  if (between.includes('\n')) return false
  // Otherwise a mere space would be told as removed or added.
  const removes = `${last.removed}${next.removed}`.trim() !== ''
  const adds = `${last.added}${next.added}`.trim() !== ''
  if (!removes || !adds) return false
  if (between.trim() === '') return true
  const size = ({ removed, added }: Change) => Math.max(removed.length, added.length)
  return between.trim().split(' ').length <= 2 && between.length <= Math.min(size(last), size(next))
}

function toParts(changes: readonly Change[]): TextPart[] {
  const parts = changes.flatMap(({ removed, added, kept }): TextPart[] => [
    { is: 'removed', text: removed },
    { is: 'added', text: added },
    { is: 'same', text: kept },
  ])
  return parts.filter(({ text }) => text !== '')
}

const sameKey: Alike = (one, other) => one.key === other.key

/** Spaces and line ends as a reader sees them: a space, a new line, a new paragraph. */
function seenSpaces(text: string): string {
  return text.replace(/\s+/g, (spaces) => {
    const lines = spaces.split('\n').length - 1
    return lines === 0 ? ' ' : lines === 1 ? '\n' : '\n\n'
  })
}

function seen(text: string): string {
  return seenSpaces(text.normalize('NFC').trim())
}

function tokens(texts: readonly string[]): Token[] {
  return texts.map((text) => ({ text, key: seenSpaces(text.normalize('NFC')) }))
}

const letter = '[\\p{L}\\p{M}\\p{N}]'
/**
 * A number with its thousands and decimals (`1 234,5`, `1.7.2025`), a word with its hyphens and case endings
 * (`Kanta-Hämeen`, `TP1:n`), a run of spaces, else one sign.
 */
const word = new RegExp(
  [
    `(?<!${letter})[-−]?(?:\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+|\\d+)(?:[.,]\\d+)*(?!${letter}|[-:'’]\\p{L})`,
    `${letter}+(?:['’:\\-‑]${letter}+)*`,
    '\\s+',
    '.\\p{M}*',
  ].join('|'),
  'gsu',
)

function wordsOf(text: string): Token[] {
  return tokens(text.match(word) ?? [])
}

/** Ends at a stop that is followed by a space, and at every line end. */
const sentence = /\n\s*|[^\n]*?[.!?…][^\S\n]+|[^\n]+/g

function sentencesOf(text: string): Token[] {
  return tokens(text.match(sentence) ?? [])
}
