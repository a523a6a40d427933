import { type Captioned, captioned, captionStems, targets } from '@/lib/final-report/check/captions/model'
import type { CheckedReport, CheckedSection } from '@/lib/final-report/check/model'
import { type FoundReference, referencesOf, resolved } from '@/lib/final-report/check/references/model'
import { perReport } from '@/lib/final-report/check/sections/model'
import { referredTo } from '@/lib/final-report/check/unused-figure/model'
import { sharedStems } from '@/lib/final-report/check/words/model'

const kinds = ['figure', 'table'] as const

/** Figures and tables each by themselves, as they are numbered; with the place of each in its row. */
const rows = perReport((report) => {
  const all = kinds.map((kind) => captioned(report).filter((one) => one.kind === kind))
  return new Map(all.flatMap((row) => row.map((one, at) => [one.block.id, { row, at }] as const)))
})

/**
 * The figure beside the one referred to, when that one is referred to twice in a row and nothing refers to its neighbour: so it
 * is when a number is one off. One sentence does not name a figure twice; in several, the words must be more of the neighbour.
 */
export function neighbourMeant(
  section: CheckedSection,
  reference: FoundReference,
  meant: Captioned,
  around: ReadonlySet<string>,
  report: CheckedReport,
): Captioned | null {
  const found = rows(report).get(meant.block.id)
  const same = inARow(section, reference, meant, report)
  if (!found || same.length < 2) return null
  const isTwiceInSentence = same.filter((one) => sentenceOf(one) === sentenceOf(reference)).length > 1
  const own = sharedStems(around, captionStems(meant, report))
  const isMeant = (one: Captioned | undefined): one is Captioned =>
    one !== undefined &&
    !referredTo(report).has(one.block.id) &&
    (isTwiceInSentence || sharedStems(around, captionStems(one, report)) > own)
  // Figures are told of in their order: the later reference means the next one, the earlier the one before.
  const [before, after] = [found.row[found.at - 1], found.row[found.at + 1]]
  if (reference === same.at(-1) && isMeant(after)) return after
  return reference === same[0] && isMeant(before) ? before : null
}

/** References to the same figure after each other; to one of another section only within a line. */
function inARow(section: CheckedSection, reference: FoundReference, meant: Captioned, report: CheckedReport) {
  const known = targets(report)
  const isSame = (one: FoundReference | undefined) => one !== undefined && resolved(one, known) === meant.block.id
  const all = referencesOf(section, report).filter(({ to }) => to === reference.to)
  if (meant.section !== section) return all.filter((one) => one.line === reference.line && isSame(one))
  let first = all.indexOf(reference)
  let last = first
  while (isSame(all[first - 1])) first -= 1
  while (isSame(all[last + 1])) last += 1
  return all.slice(first, last + 1)
}

const sentenceOf = ({ line, from }: FoundReference) => line.sentences.find((one) => from >= one.from && from < one.to)
