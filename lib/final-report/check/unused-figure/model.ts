import { captioned, targets } from '@/lib/final-report/check/captions/model'
import { type CheckedReport, type Finding, lineText, type Rule } from '@/lib/final-report/check/model'
import { referencesOf, resolved } from '@/lib/final-report/check/references/model'
import { perReport, perSection, placeOf, sectionName } from '@/lib/final-report/check/sections/model'

/** A paragraph that leads to what stands right after it without naming it: "seuraavassa taulukossa". */
const pointing = {
  figure:
    /(?:seuraava|oheise|alla ole|yllä ole|viereise|ohei)\p{L}*\s+(?:kuva|kuvi|kuva?kaappau)|kuvassa (?:alla|yllä)|(?:följande|nedanstående|ovanstående)\s+(?:bild|figur)|(?:following|below)\s+figure|figure (?:below|above)/iu,
  table:
    /(?:seuraava|oheise|alla ole|yllä ole|ohei)\p{L}*\s+tauluk|taulukossa (?:alla|yllä)|(?:följande|nedanstående|ovanstående)\s+tabell|following\s+table|table (?:below|above)/iu,
}

const pointedAt = perSection((section): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const [index, block] of section.blocks.entries()) {
    if (block.type !== 'text') continue
    const text = block.lines.map(lineText).join(' ')
    for (const near of [section.blocks[index + 1], section.blocks[index - 1]]) {
      if (near && 'caption' in near && pointing[near.type === 'figure' ? 'figure' : 'table'].test(text))
        found.add(near.id)
    }
  }
  return found
})

/** Ids of everything that the report refers to. */
export const referredTo = perReport((report: CheckedReport): ReadonlySet<string> => {
  const found = new Set<string>()
  const known = targets(report)
  for (const section of report.sections) {
    for (const id of pointedAt(section, report)) found.add(id)
    for (const reference of referencesOf(section, report)) {
      const id = resolved(reference, known)
      if (id !== null) found.add(id)
    }
  }
  return found
})

/** A figure or table that no text refers to: the reader is not told why it is there. */
export const unusedFigure: Rule = {
  name: 'unused-figure',
  check: (report) =>
    captioned(report)
      .filter(({ block }) => !referredTo(report).has(block.id))
      .map(
        ({ kind, section, block, label }): Finding => ({
          rule: 'unused-figure',
          severity: 'warning',
          place: placeOf(section, block.id),
          other: null,
          values: [block.caption],
          variant: kind,
          params: { value: label, caption: block.caption, place: sectionName(section) },
        }),
      ),
}
