import type {
  CheckedBlock,
  CheckedModel,
  CheckedModelRow,
  CheckedReport,
  CheckedSection,
} from '@/lib/final-report/check/model'
import { typedModelRows } from '@/lib/final-report/check/models/tables/model'
import { perReport } from '@/lib/final-report/check/sections/model'
import { sharedStems, stemOf, stemsOf, wordsIn } from '@/lib/final-report/check/words/model'

/** "(RRP, P4, I1 ja I4)" at the end of a model's name: programme, pillar, investments. */
const tagPattern =
  /\(\s*(?:RRP\s*2?\s*,?\s*)?P\s?(\d)\s*[,;]?\s*(I\s?\d(?:\s*(?:,|ja|sekä|&|och|and)\s*I?\s?\d)*)\s*\)/giu

export type NameTag = { text: string; from: number; pillar: string; investments: readonly string[] }

/** The tags in a text, with the investments they name as "I1". */
export function tagsIn(text: string): NameTag[] {
  return [...text.matchAll(tagPattern)].map((match) => ({
    text: match[0],
    from: match.index,
    pillar: match[1] ?? '',
    investments: [...(match[2] ?? '').matchAll(/\d/g)].map(([digit]) => `I${digit}`),
  }))
}

/** Without its tag and without the county at its end. */
export function bareName(name: string): string {
  return name
    .replace(tagPattern, '')
    .replace(/[,.]?\s*\p{Lu}[\p{L}-]+\s+(?:hyvinvointialue(?:ella)?|välfärdsområde)[,.\s]*$/u, '')
    .replace(/[,.\s]+$/, '')
}

/** The section that tells of the model, and the words that name it. */
export type KnownModel = {
  model: CheckedModel
  sections: readonly CheckedSection[]
  names: readonly ReadonlySet<string>[]
}

export const knownModels = perReport((report): readonly KnownModel[] =>
  report.models.map((model) => {
    const sections = report.sections.filter(({ modelId }) => modelId === model.id)
    const names = [bareName(model.name), ...sections.map(({ title }) => bareName(title))].map((name) =>
      longStemsOf(name, false),
    )
    return { model, sections, names: names.filter(({ size }) => size > 0) }
  }),
)

/** How many models have the stem in their names. */
const modelsWith = perReport((report) => {
  const counts = new Map<string, number>()
  for (const { names } of knownModels(report)) {
    for (const stem of new Set(names.flatMap((name) => [...name]))) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  return counts
})

/**
 * Stems that tell long compounds apart: "potilaskoordinaatioyksikkö" from "potilas". A name has one stem for each word; a text
 * has both, because a form of the same word may be shorter.
 */
function longStemsOf(text: string, both: boolean): Set<string> {
  const stems = new Set<string>()
  for (const { text: word } of wordsIn(text)) {
    for (const part of word.toLowerCase().split(/[-‑]/)) {
      if (part.length >= (both ? 10 : 12)) stems.add(part.slice(0, 9))
      if (both || part.length < 12) for (const stem of stemsOf(part)) stems.add(stem)
    }
  }
  return stems
}

/** The one model that a text names; null when it names none or it is not clear which. */
export function modelNamedIn(text: string, report: CheckedReport): KnownModel | null {
  const stems = longStemsOf(text, true)
  const scored = knownModels(report)
    .map((known) => ({ known, share: Math.max(0, ...known.names.map((name) => shareOf(name, stems, report))) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
  const [first, second] = scored
  return first && (!second || second.share < first.share) ? first.known : null
}

/** How much of a name stands in the text; 0 when too little to be sure. A name of one word must be that model's alone. */
function shareOf(name: ReadonlySet<string>, stems: ReadonlySet<string>, report: CheckedReport): number {
  const shared = sharedStems(name, stems)
  if (shared === 0) return 0
  const own = [...name].some((stem) => stems.has(stem) && modelsWith(report).get(stem) === 1)
  const enough = name.size === 1 ? own : shared >= 2 && shared / name.size >= 0.7
  return enough ? shared / name.size + shared / 100 : 0
}

/** Whether a word of the text is a word of the model's name, or its last part: "polku" of "digipolku". */
export function sharesWord(text: string, { names }: KnownModel): boolean {
  const stems = names.flatMap((name) => [...name])
  return wordsIn(text).some(({ text: word }) => {
    const stem = stemOf(word)
    if (stem.length < 4) return false
    return stems.some((one) => one.startsWith(stem) || (stem.length >= 5 && one.endsWith(stem)))
  })
}

/** Rows of all tables of toimintamallit, drawn from the data or typed, in reading order. */
export const modelRows = perReport((report) =>
  report.sections.flatMap((section) => section.blocks.flatMap((block) => rowsOf(section, block, report))),
)

export type ModelRow = CheckedModelRow & { section: CheckedSection; block: CheckedBlock }

function rowsOf(section: CheckedSection, block: CheckedBlock, report: CheckedReport): ModelRow[] {
  const rows = block.type === 'models' ? block.rows : block.type === 'table' ? typedModelRows(block, report.models) : []
  return rows.map((row) => ({ section, block, ...row }))
}
