import { type CheckedSection, type Finding, lineText, type Rule } from '@/lib/final-report/check/model'
import { hasContent, isReadable, placeOf, sectionName } from '@/lib/final-report/check/sections/model'

/** A heading with nothing under it: a section's own, or one inside a section. */
export const emptyHeading: Rule = {
  name: 'empty-heading',
  check: (report) => {
    const attached = new Set(report.attachments.map(({ id, sectionId }) => sectionId ?? id))
    const parents = new Set(report.sections.map(({ parentId }) => parentId))
    return report.sections.flatMap((section): Finding[] => {
      // An empty question and an empty attachment have rules of their own; what is inside a section is told of by itself.
      const isHeading = section.kind !== 'question' && !attached.has(section.id) && !parents.has(section.id)
      if (isHeading && !hasContent(section, report)) return [finding(section, null, sectionName(section))]
      return headings(section)
    })
  },
}

function headings(section: CheckedSection): Finding[] {
  return section.blocks.flatMap((block, index) => {
    if (block.type !== 'text' || block.form !== 'heading') return []
    const after = section.blocks.slice(index + 1)
    const next = after.findIndex((one) => one.type === 'text' && one.form === 'heading')
    const under = next === -1 ? after : after.slice(0, next)
    return under.some(isReadable) ? [] : [finding(section, block.id, block.lines.map(lineText).join(' '))]
  })
}

function finding(section: CheckedSection, blockId: string | null, value: string): Finding {
  return {
    rule: 'empty-heading',
    severity: 'warning',
    place: placeOf(section, blockId),
    other: null,
    values: [value],
    variant: null,
    params: { value, place: sectionName(section) },
  }
}
