import { type Captioned, captioned, targets } from '@/lib/final-report/check/captions/model'
import type { CheckedReport, CheckedSection } from '@/lib/final-report/check/model'
import { type FoundReference, referencesOf, resolved } from '@/lib/final-report/check/references/model'

/**
 * Whether a reference stands where one to this figure of the section would: right after the figure before it has been told of, or
 * right before the next one is. Where the section tells of no other figure of its own, anywhere.
 */
export function fitsInOrder(
  section: CheckedSection,
  reference: FoundReference,
  one: Captioned,
  report: CheckedReport,
): boolean {
  const own = captioned(report)
    .filter((other) => other.section === section && other.kind === one.kind)
    .map(({ block }) => block.id)
  const known = targets(report)
  const placesOf = (references: readonly FoundReference[]) =>
    references.map((other) => own.indexOf(resolved(other, known) ?? '')).filter((place) => place >= 0)
  const all = referencesOf(section, report)
  const at = all.indexOf(reference)
  const [before, after] = [placesOf(all.slice(0, at)), placesOf(all.slice(at + 1))]
  if (before.length === 0 && after.length === 0) return true
  const place = own.indexOf(one.block.id)
  return before.at(-1) === place - 1 || after[0] === place + 1
}
