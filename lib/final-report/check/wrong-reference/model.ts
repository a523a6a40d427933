import { type Captioned, captioned, captionStems, targets } from '@/lib/final-report/check/captions/model'
import { perSectionAgainst } from '@/lib/final-report/check/kept/model'
import { sameWord } from '@/lib/final-report/check/measures/model'
import type { CheckedReport, CheckedSection, Finding, FindingPlace, Rule } from '@/lib/final-report/check/model'
import { type FoundReference, referencesOf, resolved } from '@/lib/final-report/check/references/model'
import { perReport, perSection, placeIn, placeOf, sectionName } from '@/lib/final-report/check/sections/model'
import { referredTo } from '@/lib/final-report/check/unused-figure/model'
import { plain, sharedStems, stemsOf, wordsIn } from '@/lib/final-report/check/words/model'
import { likelierAttachment } from '@/lib/final-report/check/wrong-reference/attachments/model'
import { neighbourMeant } from '@/lib/final-report/check/wrong-reference/neighbours/model'
import { fitsInOrder } from '@/lib/final-report/check/wrong-reference/order/model'

/** A reference to what does not exist, or clearly to another figure or table than the one that the words are about. */
export const wrongReference: Rule = {
  name: 'wrong-reference',
  check: (report) => findingsOf(report).flat(),
}

/** All that a reference is held against: what can be referred to, by which words, and what is referred to, where. */
function surroundings(report: CheckedReport): string {
  const known = targets(report)
  const sections = report.sections.map((section) => [
    section.id,
    section.number,
    section.title,
    referencesOf(section, report).map((reference) => resolved(reference, known)),
  ])
  const captions = captioned(report).map(({ kind, section, block, label }) => [
    kind,
    section.id,
    block.id,
    label,
    block.caption,
  ])
  const attachments = report.attachments.map(({ id, label, title }) => [id, label, title])
  return JSON.stringify([sections, captions, attachments, [...referredTo(report)]])
}

const findingsOf = perSectionAgainst(surroundings, (section, report) => {
  const known = targets(report)
  return referencesOf(section, report).flatMap((reference): Finding[] => {
    const id = resolved(reference, known)
    if (id === null) return [missing(section, reference)]
    const around = wordsAround(section, report).get(reference)
    if (!around) return []
    if (reference.to === 'attachment') {
      const found = likelierAttachment(section, reference, id, around, report)
      return found ? [wrong(section, reference, found.meant.title, found.better.title, found.better.label, null)] : []
    }
    const meant = byId(report).get(id)
    const better = meant && likelier(section, reference, meant, around, report)
    if (!meant || !better) return []
    const other = placeOf(better.section, better.block.id)
    return [wrong(section, reference, meant.block.caption, better.block.caption, better.label, other)]
  })
})

const byId = perReport((report) => new Map(captioned(report).map((one) => [one.block.id, one])))

/** Captions by the stems of their words: few captions have the words that tell them apart. */
const withStem = perReport((report) => {
  const found = new Map<string, Captioned[]>()
  for (const one of captioned(report)) {
    for (const stem of captionStems(one, report)) {
      found.set(stem, [...(found.get(stem) ?? []), one])
    }
  }
  return found
})

const unusedIn = perReport((report) => {
  const found = new Map<CheckedSection, Captioned[]>()
  for (const one of captioned(report)) {
    if (!referredTo(report).has(one.block.id)) found.set(one.section, [...(found.get(one.section) ?? []), one])
  }
  return found
})

/** Stems of the sentence that each reference of a section stands in, without the references themselves. */
const wordsAround = perSection((section, report) => {
  const found = new Map<FoundReference, ReadonlySet<string>>()
  for (const reference of referencesOf(section, report)) {
    const { sentences, typed } = reference.line
    const sentence = sentences.find(({ from, to }) => reference.from >= from && reference.from < to)
    if (sentence) found.set(reference, stemsOf(typed.slice(sentence.from, sentence.to).replaceAll('\u0000', ' ')))
  }
  return found
})

/**
 * The figure or table that the words round a reference are about, when it is clearly another than the one referred to: they
 * share nothing with that one's caption or section, but several rare words with another; or nothing refers to a figure of
 * the section that shares a word with the text, or stands beside it or next in order while that one is far away and told of
 * elsewhere; or the one referred to stands twice in a row and its neighbour is left out.
 */
function likelier(
  section: CheckedSection,
  reference: FoundReference,
  meant: Captioned,
  around: ReadonlySet<string>,
  report: CheckedReport,
): Captioned | null {
  const neighbour = neighbourMeant(section, reference, meant, around, report)
  if (neighbour) return neighbour
  if (sharedStems(around, captionStems(meant, report)) > 0 || isCalledBy(reference, meant)) return null
  const isNear = meant.section === section
  const inTitle = isNear ? 0 : sharedStems(around, titleStems(meant.section, report))
  const isToldElsewhere = timesReferredTo(report, meant.block.id) > 1
  const isStrange = !isNear && isToldElsewhere && !isInParagraph(reference, meant, report)
  const named = new Set(
    referencesOf(section, report)
      .filter(({ line }) => line === reference.line)
      .map((one) => resolved(one, targets(report))),
  )
  const candidates = [...around].flatMap((stem) => withStem(report).get(stem) ?? [])
  const scored = new Map(
    [...candidates, ...(unusedIn(report).get(section) ?? [])].map((one) => [one, score(one, around, report)]),
  )
  const isLeftOut = (one: Captioned, isTold: boolean) =>
    one.section === section &&
    !referredTo(report).has(one.block.id) &&
    (isNear
      ? isTold && isToldElsewhere
      : isTold || standsBy(section, reference, one) || (isStrange && fitsInOrder(section, reference, one, report)))
  const better = [...scored].filter(
    ([one, { rare, share, shared }]) =>
      one.kind === meant.kind &&
      !named.has(one.block.id) &&
      (inTitle === 0 || shared > inTitle) &&
      plain(one.block.caption) !== plain(meant.block.caption) &&
      ((rare >= 2 && share >= 0.5) || isLeftOut(one, shared > 0)),
  )
  const [best] = better.sort(([, a], [, b]) => b.shared - a.shared)
  return best?.[0] ?? null
}

/** Whether the words right before a reference are the caption's, those too that say little by themselves: "asiakkaan näkymästä". */
function isCalledBy({ line, from }: FoundReference, { block }: Captioned): boolean {
  const before = line.typed.slice(0, from).split('\u0000').at(-1) ?? ''
  const caption = wordsIn(block.caption.toLowerCase())
  const called = wordsIn(before.toLowerCase()).slice(-3)
  const shared = called.filter(({ text }) => text.length >= 4 && caption.some((word) => sameWord(word.text, text)))
  return shared.length >= 2
}

/** Whether the paragraph, and not only the sentence, has a word of the caption. */
function isInParagraph({ line }: FoundReference, meant: Captioned, report: CheckedReport): boolean {
  return sharedStems(stemsOf(line.typed.replaceAll('\u0000', ' ')), captionStems(meant, report)) > 0
}

const titleStems = perSection(({ title }) => stemsOf(title))

/** Whether the figure is one of the two blocks after the text, or the one before it. */
function standsBy({ blocks }: CheckedSection, { line }: FoundReference, { block }: Captioned): boolean {
  const steps = blocks.indexOf(block) - blocks.indexOf(line.block)
  return steps === -1 || steps === 1 || steps === 2
}

const timesById = perReport((report) => {
  const known = targets(report)
  const times = new Map<string | null, number>()
  for (const section of report.sections) {
    for (const reference of referencesOf(section, report)) {
      const id = resolved(reference, known)
      times.set(id, (times.get(id) ?? 0) + 1)
    }
  }
  return times
})

function timesReferredTo(report: CheckedReport, id: string): number {
  return timesById(report).get(id) ?? 0
}

/** How many words a caption shares with the text, how much of the caption that is, and how many of them few captions have. */
function score(one: Captioned, around: ReadonlySet<string>, report: CheckedReport) {
  const caption = [...captionStems(one, report)]
  const stems = caption.filter((stem) => around.has(stem))
  const rare = stems.filter((stem) => (withStem(report).get(stem)?.length ?? 0) <= 4).length
  return { shared: stems.length, share: caption.length === 0 ? 0 : stems.length / caption.length, rare }
}

function missing(section: CheckedSection, reference: FoundReference): Finding {
  return {
    rule: 'wrong-reference',
    severity: 'error',
    place: placeIn(section, reference.line, reference.from, reference.end),
    other: null,
    values: [writtenAs(reference)],
    variant: 'missing',
    params: { value: writtenAs(reference), place: sectionName(section) },
  }
}

function wrong(
  section: CheckedSection,
  reference: FoundReference,
  caption: string,
  otherCaption: string,
  label: string,
  other: FindingPlace | null,
): Finding {
  const value = writtenAs(reference)
  return {
    rule: 'wrong-reference',
    severity: 'warning',
    place: placeIn(section, reference.line, reference.from, reference.end),
    other,
    values: [value, label],
    variant: 'wrong',
    params: { value, caption, other: label, otherCaption, place: sectionName(section) },
  }
}

/** As written; of several numbers after one word, the one that is meant. */
function writtenAs({ text, number }: FoundReference): string {
  const [first, ...more] = text.match(/\d[\d.]*[a-z]?/g) ?? []
  return number === null || (number === first && more.length === 0) ? text : `${text.split(/\s/)[0]} ${number}`
}
