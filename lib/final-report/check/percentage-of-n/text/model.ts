import type { CheckedReport, CheckedSection, Finding, FindingPlace } from '@/lib/final-report/check/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { impossible } from '@/lib/final-report/check/percentage-of-n/possible/model'
import { placeIn, type TextLine, textLines } from '@/lib/final-report/check/sections/model'

/** Tells how many answered, before and after the number: `kyselyyn vastasi 43 henkeä`, `44 svarade`. */
const answeredBefore =
  /(?<!\p{L})(?:vastasi|vastanneita|vastaajia|vastauksia|svarade|svarande|respondenter|answered|respondents|responses|replies)\s(?:\p{L}+\s){0,2}$/iu
const answeredAfter = /^\s(?:vastaajaa|vastausta|svarande|svar|respondenter|respondents|responses)(?!\p{L})/iu
/** The whole itself, in the sentence of its shares: `44 vastaajasta`, `av 44 svarande`. */
const outOfAfter = /^\s(?:vastaajasta|vastanneesta|vastauksesta)(?!\p{L})/iu
const outOfBefore = /(?<!\p{L})(?:av|of)\s$/iu
const responseRate =
  /vastausprosen|vastausaste|vastausosuu|kutsutu|kohderyhm|svarsprocent|svarsfrekvens|inbjud|målgrupp|response rate|invited/iu
/** A share of a part, or a change: not a share of those who answered. */
const ofPart =
  /(?<!\p{L})(?:heistä|niistä|joista|näistä|av dem|av vilka|varav|därav|of them|of whom|of these)(?!\p{L})/iu
const changed =
  /(?<!\p{L})(?:kasvoi\p{L}*|lisään\p{L}*|nousi\p{L}*|väheni\p{L}*|vähent\p{L}*|laski\p{L}*|pieneni\p{L}*|ökade|minskade|steg|sjönk|grew|rose|fell|increased|decreased)\s+(?:\p{L}+\s+)?$/iu

/** Shares of a line against the n of their sentence, or against how many answered in the sentence before. */
export function impossibleInLine(line: TextLine, section: CheckedSection, report: CheckedReport): Finding[] {
  const reads = readNumbers(line.text, report.language)
  const shares = reads.filter((read) => isShare(read, line.text))
  if (shares.length === 0) return []
  return line.sentences.flatMap((sentence, index) => {
    const inside = (read: ReadNumber) => sentence.from <= read.at.from && read.at.to <= sentence.to
    const own = shares.filter(inside)
    if (own.length === 0) return []
    const size = responseRate.test(sentence.text) ? null : sizeOf(reads.filter(inside), own, line.text)
    const before = line.sentences[index - 1]
    const earlier =
      before && before.text.length < 200 && !ofPart.test(sentence.text) && !responseRate.test(sentence.text)
        ? answered(
            reads.filter(({ at }) => before.from <= at.from && at.to <= before.to),
            line.text,
          )
        : null
    const first = own[0]
    return first
      ? impossible(own, size ?? earlier, placeIn(section, line, first.from, own.at(-1)?.to ?? first.to), report)
      : []
  })
}

function isShare(read: ReadNumber, text: string): boolean {
  if (read.unit !== '%' || read.form !== 'digits') return false
  const after = text.slice(read.to, read.to + 30)
  if (
    /^(?:illa|:lla)|^\s*(?:enemmän|vähemmän|korkeampi|suurempi|pienempi|lisää|mer|fler|mindre|högre|more|less|higher|lower)(?!\p{L})/iu.test(
      after,
    )
  )
    return false
  return (
    !/(?:prosentilla|procentenheter)$/i.test(read.asWritten) &&
    !changed.test(text.slice(Math.max(0, read.from - 40), read.from))
  )
}

/**
 * The n of a sentence: the only `n =` in it, or how many answered. An n that stands right after the only share may be the
 * share's own count and says nothing; several of them are the counts of their shares.
 */
function sizeOf(reads: readonly ReadNumber[], shares: readonly ReadNumber[], text: string): ReadNumber | null {
  const sizes = reads.filter(({ isSize }) => isSize)
  const [size] = sizes
  if (size === undefined) return wholeTold(reads, text)
  if (sizes.length > 1) return null
  const first = shares[0]
  const behind = first && size.at.from > first.at.from
  return behind && shares.length === 1 ? null : size
}

/** `43 vastaajaa`, `kyselyyn vastasi 43 henkeä`, `44 svarade`: the only such count of a sentence without shares. */
function answered(reads: readonly ReadNumber[], text: string): ReadNumber | null {
  if (reads.some(({ unit }) => unit === '%')) return null
  return onlyCount(
    reads,
    ({ from, at }) => answeredBefore.test(text.slice(0, from)) || answeredAfter.test(text.slice(at.to)),
  )
}

/** How many answered, as the sentences of a section tell it. */
export function answeredIn(
  section: CheckedSection,
  report: CheckedReport,
): { read: ReadNumber; place: FindingPlace }[] {
  return textLines(section, report).flatMap((line) =>
    line.sentences.flatMap(({ from, to }) => {
      const reads = readNumbers(line.text, report.language).filter(({ at }) => from <= at.from && at.to <= to)
      const read = answered(reads, line.text)
      return read ? [{ read, place: placeIn(section, line, read.from, read.to) }] : []
    }),
  )
}

function wholeTold(reads: readonly ReadNumber[], text: string): ReadNumber | null {
  return onlyCount(reads, ({ from, at }) => {
    const after = text.slice(at.to)
    return outOfAfter.test(after) || (outOfBefore.test(text.slice(0, from)) && answeredAfter.test(after))
  })
}

function onlyCount(reads: readonly ReadNumber[], isCount: (read: ReadNumber) => boolean): ReadNumber | null {
  const counts = reads.filter(
    (read) =>
      read.form === 'digits' && read.numberTo === null && (read.unit === null || read.unit === 'hlö') && isCount(read),
  )
  return counts.length === 1 ? (counts[0] ?? null) : null
}
