import { targets } from '@/lib/final-report/check/captions/model'
import type { CheckedAttachment, CheckedReport, CheckedSection } from '@/lib/final-report/check/model'
import { type FoundReference, referencesOf, resolved } from '@/lib/final-report/check/references/model'
import { perReport } from '@/lib/final-report/check/sections/model'
import { stemsOf } from '@/lib/final-report/check/words/model'

const titles = perReport((report) => report.attachments.map((one) => ({ one, stems: stemsOf(one.title) })))

/**
 * The attachment that the words round a reference are about, when it is another: they share nothing with the title of the
 * one referred to, but two words with another, or one that only that other has.
 */
export function likelierAttachment(
  section: CheckedSection,
  reference: FoundReference,
  meantId: string,
  around: ReadonlySet<string>,
  report: CheckedReport,
): { meant: CheckedAttachment; better: CheckedAttachment } | null {
  const scored = titles(report).map(({ one, stems }) => ({
    one,
    shared: [...stems].filter((stem) => around.has(stem)),
  }))
  const meant = scored.find(({ one }) => one.id === meantId)
  if (!meant || meant.shared.length > 0) return null
  const named = new Set(
    referencesOf(section, report)
      .filter(({ line }) => line === reference.line)
      .map((other) => resolved(other, targets(report))),
  )
  const isItsOwn = (stem: string) => titles(report).filter(({ stems }) => stems.has(stem)).length === 1
  const [best] = scored
    .filter(({ one, shared }) => !named.has(one.id) && (shared.length >= 2 || shared.some(isItsOwn)))
    .sort((a, b) => b.shared.length - a.shared.length)
  return best ? { meant: meant.one, better: best.one } : null
}
