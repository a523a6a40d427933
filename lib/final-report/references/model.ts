import type { BoundData } from '@/lib/final-report/bindings/model'
import type { ReferenceTarget } from '@/lib/final-report/blocks/model'
import type { captionNumbers, FinalReport } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'

/** What the parts of a document are composed from. */
export type Composition = {
  report: FinalReport
  data: BoundData
  t: Words
  numbers: ReturnType<typeof captionNumbers>
}

/** Anchor of a section or a block in the document. */
export const anchorOf = (kind: 'block' | 'section', id: string): string => `${kind}-${id}`

/**
 * "Taulukko 1", "luku 4.2", "LIITE 3"; null when what is referred to is not in the report, or has no caption to lead to.
 * @param bare a chapter's number alone: "4.2"
 */
export function referenceText(
  { to, id }: ReferenceTarget,
  { report, numbers, t }: Omit<Composition, 'data'>,
  bare = false,
): string | null {
  if (to === 'attachment') return report.attachments.find((one) => one.id === id)?.label ?? null
  if (to === 'section') {
    const section = report.sections.find((one) => one.id === id)
    if (!section) return null
    if (!section.number) return section.title
    return bare ? section.number : t('finalReport.reference.section', { number: section.number })
  }
  const found = numbers.get(id)
  return found ? t(`finalReport.reference.${found.kind}`, { number: found.number }) : null
}

/** The number of a captioned block: "Taulukko 1". */
export function labelOf(blockId: string, composition: Composition): string {
  return referenceText({ to: 'block', id: blockId }, composition) ?? ''
}
