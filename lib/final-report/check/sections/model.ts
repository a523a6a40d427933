import {
  type CheckedBlock,
  type CheckedLine,
  type CheckedReport,
  type CheckedSection,
  type FindingPlace,
  lineText,
} from '@/lib/final-report/check/model'
import { type Sentence, sentencesOf } from '@/lib/final-report/check/words/model'

/** Keeps what was read from a section until the section changes: a changed section is a new object. */
export function perSection<T>(read: (section: CheckedSection, report: CheckedReport) => T) {
  const known = new WeakMap<CheckedSection, T>()
  return (section: CheckedSection, report: CheckedReport): T => {
    const before = known.get(section)
    if (before !== undefined) return before
    const made = read(section, report)
    known.set(section, made)
    return made
  }
}

/** The same for what is read from the whole report. */
export function perReport<T>(read: (report: CheckedReport) => T) {
  const known = new WeakMap<CheckedReport, T>()
  return (report: CheckedReport): T => {
    const before = known.get(report)
    if (before !== undefined) return before
    const made = read(report)
    known.set(report, made)
    return made
  }
}

type TextBlock = Extract<CheckedBlock, { type: 'text' }>

/** One line of running text: its visible text, and its sentences with their places in it. */
export type TextLine = {
  block: TextBlock
  index: number
  line: CheckedLine
  text: string
  /** The same text where whatever is not typed (numbers of the data, references, links) is blank; of the same length */
  typed: string
  sentences: readonly Sentence[]
}

/** All running text of a section in reading order. */
export const textLines = perSection((section, report): readonly TextLine[] =>
  section.blocks.flatMap((block) =>
    block.type === 'text'
      ? block.lines.map((line, index) => {
          const text = lineText(line)
          return { block, index, line, text, typed: typedText(line), sentences: sentencesOf(text, report.language) }
        })
      : [],
  ),
)

function typedText(line: CheckedLine): string {
  return line
    .map((piece) => {
      if (piece.kind === 'text') return piece.text
      const shown = lineText([piece])
      return '\u0000'.repeat(shown.length)
    })
    .join('')
}

export function placeOf(section: CheckedSection, blockId: string | null = null): FindingPlace {
  return { sectionId: section.id, blockId, at: null }
}

export function placeIn(section: CheckedSection, line: TextLine, from: number, to: number): FindingPlace {
  return { sectionId: section.id, blockId: line.block.id, at: { line: line.index, from, to } }
}

/** "4.2 Toimintamallien uudistaminen": as people call the section; a long heading is cut. */
export function sectionName({ number, title }: Pick<CheckedSection, 'number' | 'title'>): string {
  const short = title.length > 90 ? `${title.slice(0, 88).trimEnd()}…` : title
  return number ? `${number} ${short}` : short
}

export const sectionsById = perReport((report) => new Map(report.sections.map((section) => [section.id, section])))

const childrenOf = perReport((report) => {
  const children = new Map<string | null, CheckedSection[]>()
  for (const section of report.sections) {
    children.set(section.parentId, [...(children.get(section.parentId) ?? []), section])
  }
  return children
})

/** Whether a section, or one inside it, holds anything to read. A heading alone is nothing to read. */
export function hasContent(section: CheckedSection, report: CheckedReport): boolean {
  if (section.showsSectionId !== null || section.blocks.some(isReadable)) return true
  return (childrenOf(report).get(section.id) ?? []).some((child) => hasContent(child, report))
}

/** What stands in the place of an answer that has not been written. */
const placeholder =
  /^(?:[-–—.…_?x*]+|tbd|tba|todo|lorem ipsum.*|n\/a|\(?(?:täydennetään|täydentyy|kirjoitetaan|lisätään|tulossa|kesken|teksti puuttuu|kompletteras|kommer|to be (?:added|completed|written))(?: myöhemmin| senare| later)?\)?)[.…!]*$/i

export function isReadable(block: CheckedBlock): boolean {
  switch (block.type) {
    case 'text':
      return (
        block.form !== 'heading' &&
        block.lines.some((line) => {
          const text = lineText(line).trim()
          return text !== '' && !placeholder.test(text)
        })
      )
    case 'links':
      return block.items.length > 0
    case 'attachments':
      return block.labels.length > 0
    default:
      return true
  }
}

/** Words of an attachment that only say that it is not there. */
export function isMissingNotice(text: string): boolean {
  return /(?:teksti|sisältö|liite)\p{L}*\s+(?:\p{L}+\s+){0,2}?puuttuu|texten saknas|bilagan saknas|(?:text|content|attachment) is missing/iu.test(
    text,
  )
}
