import type { CheckedReport, CheckedSection, Finding } from '@/lib/final-report/check/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { sumOf, totalFinding } from '@/lib/final-report/check/row-total/sums/model'
import { placeIn, type TextLine, textLines } from '@/lib/final-report/check/sections/model'
import { stemOf, wordsIn } from '@/lib/final-report/check/words/model'

const word = '(?:yhteensä|kaikkiaan|sammanlagt|totalt|tillsammans|summa|in total|total)'
/** "…, yhteensä 26", "… eli yhteensä 26": the total of what was just told. */
const closing = new RegExp(`(?:,|\\beli|\\balltså|\\bdvs\\.?|[–—=])\\s*${word}\\s*$`, 'iu')
/** "yhteensä 26", before what it is made of. */
const opening = new RegExp(`(?<!\\p{L})${word}\\s*$`, 'iu')

/**
 * Totals told in running text: "A 12 ja B 13, yhteensä 25", "yhteensä 210: 37 keväällä, 111 …", and "yhteensä 29 mallia. Niistä
 * 14 kuuluu pakettiin A, kuusi pakettiin B …", where every part is told with the same word.
 */
export function textTotals(section: CheckedSection, report: CheckedReport): Finding[] {
  return textLines(section, report).flatMap((line) => [
    ...inSentences(line, section, report),
    ...inNextSentence(line, section, report),
  ])
}

function inSentences(line: TextLine, section: CheckedSection, report: CheckedReport): Finding[] {
  const all = readNumbers(line.text, report.language).filter(({ form, isSize }) => form !== 'year' && !isSize)
  if (all.length < 3) return []
  return line.sentences.flatMap(({ from, to }) => {
    const reads = all.filter(({ at }) => from <= at.from && at.to <= to)
    return reads.flatMap((total, index) => {
      const before = line.text.slice(from, total.from)
      const parts = closing.test(before)
        ? reads.slice(0, index)
        : opening.test(before)
          ? openedParts(line.text, total, reads.slice(index + 1), to)
          : []
      // A second total in the sentence makes it unclear what belongs to which.
      if (parts.length < 2 || (line.text.slice(from, to).match(new RegExp(word, 'giu')) ?? []).length > 1) return []
      return unequal(total, parts, line, section, report)
    })
  })
}

/** The parts after a total: behind a colon or in brackets, straight after what was counted. */
function openedParts(text: string, total: ReadNumber, after: readonly ReadNumber[], end: number): ReadNumber[] {
  const opened = /^[^\d.;:()]{0,50}?([:(])/u.exec(text.slice(total.at.to, end))
  if (!opened) return []
  const from = total.at.to + opened[0].length
  const closed = opened[1] === '(' ? text.indexOf(')', from) : end
  return after.filter(({ at }) => at.from >= from && at.to <= (closed < 0 ? end : closed))
}

const divides = /^(?:niistä|heistä|näistä|av dem|av dessa|of them|of these)(?!\p{L})/iu

function inNextSentence(line: TextLine, section: CheckedSection, report: CheckedReport): Finding[] {
  const all = readNumbers(line.text, report.language).filter(({ form, isSize }) => form !== 'year' && !isSize)
  return line.sentences.flatMap((sentence, index) => {
    const before = line.sentences[index - 1]
    if (!before || !divides.test(sentence.text)) return []
    const inside = ({ from, to }: { from: number; to: number }) =>
      all.filter(({ at }) => from <= at.from && at.to <= to)
    const parts = inside(sentence)
    const [total, more] = inside(before).filter(({ from }) => opening.test(line.text.slice(before.from, from)))
    if (!total || more || parts.length < 3 || !isPartition(sentence.text, parts.length)) return []
    return unequal(total, parts, line, section, report)
  })
}

/** The same word stands with every part: "14 kuuluu työpakettiin A, kuusi työpakettiin B ja yhdeksän työpakettiin C". */
function isPartition(text: string, count: number): boolean {
  const times = new Map<string, number>()
  for (const { text: word } of wordsIn(text)) {
    if (word.length >= 5) times.set(stemOf(word), (times.get(stemOf(word)) ?? 0) + 1)
  }
  return [...times.values()].includes(count)
}

function unequal(
  total: ReadNumber,
  parts: readonly ReadNumber[],
  line: TextLine,
  section: CheckedSection,
  report: CheckedReport,
): Finding[] {
  if (total.unit === '%' || parts.some(({ unit }) => unit !== null && unit !== total.unit)) return []
  const sum = sumOf(parts, total)
  if (!sum || sum.matches) return []
  const label = parts.map(({ asWritten }) => asWritten).join(' + ')
  return [totalFinding(placeIn(section, line, total.from, total.to), 'text', total.asWritten, sum.sum, label, report)]
}
