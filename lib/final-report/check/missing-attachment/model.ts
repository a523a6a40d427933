import type { CheckedAttachment, CheckedReport, Finding, FindingPlace, Rule } from '@/lib/final-report/check/model'
import { placeOf, sectionName } from '@/lib/final-report/check/sections/model'
import { referredTo } from '@/lib/final-report/check/unused-figure/model'
import { plain } from '@/lib/final-report/check/words/model'

/** Attachments that are listed but empty, named in a list but not known, or mentioned nowhere. */
export const missingAttachment: Rule = {
  name: 'missing-attachment',
  check: (report) => {
    const byLabel = new Map(report.attachments.map((one) => [plain(one.label), one]))
    const lists = report.sections.flatMap((section) =>
      section.blocks.flatMap((block) => (block.type === 'attachments' ? [{ section, block }] : [])),
    )
    const unlisted = lists.flatMap(({ section, block }) =>
      block.labels
        .filter((label) => !byLabel.has(plain(label)))
        .map((label) => ({
          rule: 'missing-attachment',
          severity: 'error' as const,
          place: placeOf(section, block.id),
          other: null,
          values: [label],
          variant: 'unlisted',
          params: { value: label, place: sectionName(section) },
        })),
    )
    const namesAll = (labels: string[]) =>
      byLabel.size > 1 && [...byLabel.keys()].every((label) => labels.includes(label))
    // The list of all attachments at the end refers to none of them; a list in an answer does.
    const named = new Set(
      lists.filter(({ block }) => !namesAll(block.labels.map(plain))).flatMap(({ block }) => block.labels.map(plain)),
    )
    const listed = report.attachments.flatMap((one): Finding[] => {
      const place = placeOfAttachment(one, report)
      if (!place) return []
      const about = { rule: 'missing-attachment', place, other: null, values: [one.title] }
      const params = { value: one.label, title: one.title }
      const isUsed = referredTo(report).has(one.id) || named.has(plain(one.label))
      return [
        ...(one.hasContent ? [] : [{ ...about, severity: 'error' as const, variant: 'empty', params }]),
        ...(isUsed ? [] : [{ ...about, severity: 'notice' as const, variant: 'unused', params }]),
      ]
    })
    return [...unlisted, ...listed]
  },
}

/** Its own section, else the last list that names it, else the end of the report. */
function placeOfAttachment(
  { id, label, sectionId }: CheckedAttachment,
  { sections }: CheckedReport,
): FindingPlace | null {
  const called = plain(label)
  const own = sections.find(
    (section) =>
      section.kind === 'attachment' &&
      (section.id === (sectionId ?? id) || plain(section.title).startsWith(`${called} `)),
  )
  if (own) return placeOf(own)
  const lists = sections.flatMap((section) => section.blocks.map((block) => ({ section, block })))
  const list = lists.findLast(
    ({ block }) => block.type === 'attachments' && block.labels.some((one) => plain(one) === called),
  )
  if (list) return placeOf(list.section, list.block.id)
  const last = sections.at(-1)
  return last ? placeOf(last) : null
}
