import type { CheckedBlock, CheckedReport, CheckedSection } from '@/lib/final-report/check/model'
import { perReport, perSection, sectionName } from '@/lib/final-report/check/sections/model'
import { stemsOf } from '@/lib/final-report/check/words/model'

type CaptionedBlock = Extract<CheckedBlock, { caption: string }>

/** A numbered figure or table of the report, in reading order. */
export type Captioned = {
  kind: 'figure' | 'table'
  section: CheckedSection
  block: CaptionedBlock
  label: string
  /** The number in its label, "12"; null when the label has none */
  number: string | null
}

export const captioned = perReport((report): readonly Captioned[] =>
  report.sections.flatMap((section) =>
    section.blocks.flatMap((block): Captioned[] =>
      'caption' in block && block.label !== null
        ? [
            {
              kind: block.type === 'figure' ? 'figure' : 'table',
              section,
              block,
              label: block.label,
              number: numberOf(block.label),
            },
          ]
        : [],
    ),
  ),
)

const stemsInCaptions = perSection(
  ({ blocks }) =>
    new Map(blocks.flatMap((block) => ('caption' in block ? [[block.id, stemsOf(block.caption)] as const] : []))),
)

/** Stems of the words of a caption. */
export function captionStems({ section, block }: Captioned, report: CheckedReport): ReadonlySet<string> {
  return stemsInCaptions(section, report).get(block.id) ?? new Set()
}

/** The id of everything that can be referred to by number: "figure 12", "section 4.2.1", "attachment 3". */
export const targets = perReport((report) => {
  const found = new Map<string, string>()
  for (const { kind, number, block } of captioned(report)) if (number !== null) found.set(`${kind} ${number}`, block.id)
  for (const { id, label } of report.attachments) {
    const number = numberOf(label)
    if (number !== null) found.set(`attachment ${number}`, id)
  }
  for (const { id, number } of report.sections) if (number !== null) found.set(`section ${number}`, id)
  return found
})

/** The block as people call it: its label, else the section it stands in. */
export function blockName(section: CheckedSection, block: CheckedBlock): string {
  return 'label' in block && block.label !== null ? block.label : sectionName(section)
}

/** Attachments may have letters instead of numbers. */
function numberOf(label: string): string | null {
  return /(?:^|\s)(\d+[a-z]?|[A-ZÅÄÖ])\s*$/.exec(label)?.[1] ?? null
}
