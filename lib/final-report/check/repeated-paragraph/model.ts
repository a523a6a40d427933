import type { CheckedSection, Finding, Rule } from '@/lib/final-report/check/model'
import { perSection, placeIn, sectionName, type TextLine, textLines } from '@/lib/final-report/check/sections/model'
import { excerpt, plain, wordsIn } from '@/lib/final-report/check/words/model'

/** Shorter texts may well be said twice. */
const fewestWords = 25
/** Words in a row that are compared, and how much of the smaller text's rows the other must have. */
const row = 4
const nearShare = 0.5

type Paragraph = { section: CheckedSection; line: TextLine; text: string; rows: ReadonlySet<string> }

const paragraphs = perSection((section, report): readonly Paragraph[] =>
  textLines(section, report).flatMap((line) => {
    const words = wordsIn(plain(line.text)).map(({ text }) => text)
    if (words.length < fewestWords || line.block.form === 'heading') return []
    const rows = new Set(
      words.slice(0, words.length - row + 1).map((_, index) => words.slice(index, index + row).join(' ')),
    )
    return [{ section, line, text: words.join(' '), rows }]
  }),
)

/** A paragraph that stands in the report twice, word for word or nearly. One source may be shown in two places instead. */
export const repeatedParagraph: Rule = {
  name: 'repeated-paragraph',
  check: (report) => {
    const byRow = new Map<string, Paragraph[]>()
    const findings: Finding[] = []
    for (const section of report.sections) {
      // What a section shows of another place is that place's text.
      if (section.showsSectionId !== null) continue
      for (const paragraph of paragraphs(section, report)) {
        const before = nearest(paragraph, byRow)
        if (before) findings.push(finding(paragraph, before))
        for (const words of paragraph.rows) {
          const known = byRow.get(words)
          if (known) known.push(paragraph)
          else byRow.set(words, [paragraph])
        }
      }
    }
    return findings
  },
}

function nearest(paragraph: Paragraph, byRow: ReadonlyMap<string, readonly Paragraph[]>): Paragraph | null {
  const shared = new Map<Paragraph, number>()
  for (const words of paragraph.rows) {
    for (const other of byRow.get(words) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
  }
  const [best] = [...shared].sort((a, b) => b[1] - a[1])
  if (!best) return null
  const [other, count] = best
  return count >= nearShare * Math.min(paragraph.rows.size, other.rows.size) ? other : null
}

function finding({ section, line, text }: Paragraph, before: Paragraph): Finding {
  return {
    rule: 'repeated-paragraph',
    severity: 'warning',
    place: placeIn(section, line, 0, line.text.length),
    other: placeIn(before.section, before.line, 0, before.line.text.length),
    values: [excerpt(line.text), excerpt(before.line.text)],
    variant: text === before.text ? 'same' : 'near',
    params: {
      value: excerpt(line.text),
      other: excerpt(before.line.text),
      place: sectionName(section),
      otherPlace: sectionName(before.section),
    },
  }
}
