import type { BlockContent, Run, TypedType } from '@/lib/final-report/blocks/model'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Running text as it is typed into a plain text field. What is not typed (numbers from the data, references, links) stands
 * there as a numbered mark in brackets that nobody types by accident: "Osuus oli ⟦1⟧ heinäkuussa". A mark may be moved or
 * removed; what it shows is not written in the field and so cannot be changed there.
 */
const markPattern = /⟦(\d{1,3})⟧/g

export type TextReason = 'UNKNOWN_MARK' | 'EMPTY'

type Mark = Exclude<Run, { kind: 'text' }>

/** Marks of a text in order: the first is ⟦1⟧. */
function marksOf(lines: readonly (readonly Run[])[]): Mark[] {
  return lines.flat().filter((run) => run.kind !== 'text')
}

export function markText(index: number): string {
  return `⟦${index + 1}⟧`
}

/** One line of the field for each list of runs. */
export function textOfLines(lines: readonly (readonly Run[])[]): string {
  let index = 0
  return lines
    .map((runs) => runs.map((run) => (run.kind === 'text' ? run.text : markText(index++))).join(''))
    .join('\n')
}

/**
 * The runs of one typed text. Reasons: UNKNOWN_MARK when a mark is not one of those offered.
 */
export function runsOfText(text: string, marks: readonly Mark[]): Result<Run[], 'UNKNOWN_MARK'> {
  const runs: Run[] = []
  let from = 0
  for (const match of text.matchAll(markPattern)) {
    const mark = marks[Number(match[1]) - 1]
    if (!mark) return fail('UNKNOWN_MARK')
    if (match.index > from) runs.push({ kind: 'text', text: text.slice(from, match.index) })
    runs.push(mark)
    from = match.index + match[0].length
  }
  if (from < text.length) runs.push({ kind: 'text', text: text.slice(from) })
  return ok(runs)
}

/** Line ends of all systems as one, and no blank lines or spaces at the ends. */
export function tidyText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/^\s*\n|\s+$/g, '')
}

/** Lines of runs that a typed block holds: a list has one per item, the others one. Null for blocks that are not typed. */
export function linesOf(block: BlockContent): Run[][] | null {
  if (block.type === 'list') return block.content.items
  return block.type === 'paragraph' || block.type === 'quote' ? [block.content.runs] : null
}

export type TypedBlock = Extract<BlockContent, { type: TypedType }>

export function isTyped(block: BlockContent): block is TypedBlock {
  return linesOf(block) !== null
}

/**
 * The content of a typed block after its text was edited. Reasons: EMPTY, UNKNOWN_MARK.
 */
export function editedContent(block: TypedBlock, text: string): Result<TypedBlock['content'], TextReason> {
  const tidy = tidyText(text)
  if (tidy === '') return fail('EMPTY')
  const marks = marksOf(linesOf(block) ?? [])
  const lines = block.type === 'list' ? tidy.split('\n').filter((line) => line.trim() !== '') : [tidy]
  const read: Run[][] = []
  for (const line of lines) {
    const runs = runsOfText(line, marks)
    if (!runs.ok) return runs
    read.push(runs.value)
  }
  return ok(block.type === 'list' ? { ...block.content, items: read } : { ...block.content, runs: read[0] ?? [] })
}

/** Bindings that a text still shows or means. */
export function boundNumbers(lines: readonly (readonly Run[])[]): Set<number> {
  return new Set(
    marksOf(lines).flatMap((mark) => (mark.kind === 'number' || mark.kind === 'source' ? [mark.binding] : [])),
  )
}

/** Words of a text as a person counts them; a bound number is a word. */
export function wordCount(lines: readonly (readonly Run[])[]): number {
  const text = lines
    .map((runs) => runs.map((run) => ('text' in run ? run.text : run.kind === 'source' ? '' : 'x')).join(''))
    .join(' ')
  return text.split(/\s+/).filter(Boolean).length
}
