import type { ReferenceTarget, Run } from '@/lib/final-report/blocks/model'
import type { NumberForm } from '@/lib/final-report/numbers/model'

/**
 * A mark in a written text. `{{ind:IND-003@0}}` stands after a number and says which measurement it is, or the target when
 * there is no `@`; `{{ref:Kuva 1}}` stands where a figure, table, attachment or chapter is referred to by its name.
 */
export type WrittenMark =
  | { kind: 'value'; written: string; indicator: string; index: number | null }
  | { kind: 'reference'; written: string; name: string }

/** What a value mark means: a binding of the block, and how its number reads in each form. */
export type Meaning = { binding: number; forms: readonly { form: NumberForm; text: string }[] }

/** How marks are understood; null when nothing in the project answers to one. */
export type MarkReader = {
  value(mark: Extract<WrittenMark, { kind: 'value' }>): Meaning | null
  reference(name: string): { target: ReferenceTarget; bare: boolean } | null
}

const markPattern = /( ?)\{\{(?:ind:([^@}]+)(?:@(\d+))?|ref:([^}]+))\}\}/g

/** The text in order, words and marks; the space before a value mark belongs to the mark and is left out. */
export function piecesOf(text: string): (string | WrittenMark)[] {
  const pieces: (string | WrittenMark)[] = []
  let from = 0
  for (const match of text.matchAll(markPattern)) {
    const [whole, space = '', indicator, index, name] = match
    const before = text.slice(from, match.index) + (indicator === undefined ? space : '')
    if (before !== '') pieces.push(before)
    const written = whole.trim()
    if (indicator !== undefined) {
      pieces.push({ kind: 'value', written, indicator, index: index === undefined ? null : Number(index) })
    } else if (name !== undefined) pieces.push({ kind: 'reference', written, name: name.trim() })
    from = match.index + whole.length
  }
  if (from < text.length) pieces.push(text.slice(from))
  return pieces
}

/** The text as it reads without its marks: references by their names, value marks gone. */
export function readWithoutMarks(text: string): string {
  return piecesOf(text)
    .map((piece) => (typeof piece === 'string' ? piece : piece.kind === 'reference' ? piece.name : ''))
    .join('')
}

/**
 * Where the last number of a text reads exactly as a value does. A form with its unit goes before the number alone, so that
 * "87 %" takes its unit along and "87 prosenttia" keeps its own word. Null when the text writes the number otherwise.
 */
export function numberIn(text: string, { forms }: Meaning): { from: number; to: number; form: NumberForm } | null {
  const plain = alike(text)
  for (const { form, text: shown } of forms) {
    const wanted = alike(shown)
    const from = wanted === '' ? -1 : plain.lastIndexOf(wanted)
    if (from < 0 || !/\d/.test(wanted)) continue
    const to = from + wanted.length
    const before = plain.slice(0, from)
    const after = plain.slice(to)
    const isPart = /[\p{L}\d,.:/+–-]$/u.test(before) || /^[\p{L}\d/–-]|^[,.:]\d/u.test(after)
    const isLastGroup = /\d $/.test(before) && /^\d{3}(?!\d)/.test(wanted)
    // A number written after it, or a new sentence, is nearer to the mark: then this one is not what it means.
    const isNearest = !/\d|[.!?] /.test(after)
    if (!isPart && !isLastGroup && isNearest) return { from, to, form }
  }
  return null
}

/** Texts of one length that differ only in the kind of their gaps and dashes are alike. */
function alike(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').replace(/\u2212/g, '-')
}

/**
 * The runs of a written text. A typed number that reads exactly as its value becomes a bound number; any other stays as typed
 * and is followed by what it means. `lost`: marks that nothing answers to; a reference among them stays as its name.
 */
export function runsOfWritten(text: string, reader: MarkReader): { runs: Run[]; lost: string[] } {
  const runs: Run[] = []
  const lost: string[] = []
  const say = (words: string) => {
    if (words === '') return
    const last = runs.at(-1)
    if (last?.kind === 'text') runs.splice(-1, 1, { kind: 'text', text: last.text + words })
    else runs.push({ kind: 'text', text: words })
  }
  for (const piece of piecesOf(text)) {
    if (typeof piece === 'string') say(piece)
    else if (piece.kind === 'reference') {
      const found = reader.reference(piece.name)
      if (found) runs.push({ kind: 'reference', target: found.target, ...(found.bare && { bare: true as const }) })
      else {
        lost.push(piece.written)
        say(piece.name)
      }
    } else {
      const meaning = reader.value(piece)
      if (meaning) tellMeaning(runs, meaning)
      else lost.push(piece.written)
    }
  }
  return { runs, lost }
}

/** Puts a value behind the words just said: in the place of its digits where they are the same, else as their meaning. */
export function tellMeaning(runs: Run[], meaning: Meaning): void {
  const { binding } = meaning
  const last = runs.at(-1)
  const found = last?.kind === 'text' ? numberIn(last.text, meaning) : null
  if (last?.kind !== 'text' || !found) {
    runs.push({ kind: 'source', binding })
    return
  }
  const part = (words: string): Run[] => (words === '' ? [] : [{ kind: 'text', text: words }])
  runs.splice(
    -1,
    1,
    ...part(last.text.slice(0, found.from)),
    { kind: 'number', binding, ...(found.form !== 'full' && { [found.form]: true as const }) },
    ...part(last.text.slice(found.to)),
  )
}
