import { abbreviation } from '@/lib/final-report/check/abbreviation/model'
import { duplicateFigure } from '@/lib/final-report/check/duplicate-figure/model'
import { emptyHeading } from '@/lib/final-report/check/empty-heading/model'
import { missingAlt } from '@/lib/final-report/check/missing-alt/model'
import { missingAttachment } from '@/lib/final-report/check/missing-attachment/model'
import { type CheckedReport, type Finding, type Rule, type Severity, severities } from '@/lib/final-report/check/model'
import { modelAddress } from '@/lib/final-report/check/model-address/model'
import { percentageOfN } from '@/lib/final-report/check/percentage-of-n/model'
import { repeatedParagraph } from '@/lib/final-report/check/repeated-paragraph/model'
import { rowTotal } from '@/lib/final-report/check/row-total/model'
import { sameMeasure } from '@/lib/final-report/check/same-measure/model'
import { statusConflict } from '@/lib/final-report/check/status-conflict/model'
import { twoTargets } from '@/lib/final-report/check/two-targets/model'
import { typedNumber } from '@/lib/final-report/check/typed-number/model'
import { unanswered } from '@/lib/final-report/check/unanswered/model'
import { unusedFigure } from '@/lib/final-report/check/unused-figure/model'
import { weekday } from '@/lib/final-report/check/weekday/model'
import { wrongReference } from '@/lib/final-report/check/wrong-reference/model'

/** Everything that a report is checked for. */
export const rules: readonly Rule[] = [
  typedNumber,
  sameMeasure,
  twoTargets,
  percentageOfN,
  rowTotal,
  weekday,
  statusConflict,
  wrongReference,
  unusedFigure,
  duplicateFigure,
  modelAddress,
  missingAttachment,
  repeatedParagraph,
  unanswered,
  emptyHeading,
  missingAlt,
  abbreviation,
]

/**
 * All findings in reading order. Facts of a section are kept by the section's object: after a change, give the unchanged
 * sections as the same objects, and only the changed one is read again.
 */
export function checkReport(report: CheckedReport): Finding[] {
  const order = new Map<string, number>()
  for (const section of report.sections) {
    order.set(section.id, order.size)
    for (const block of section.blocks) order.set(block.id, order.size)
  }
  const at = ({ place }: Finding) => order.get(place.blockId ?? place.sectionId) ?? order.size
  return rules
    .flatMap((rule) => rule.check(report))
    .sort(
      (a, b) =>
        at(a) - at(b) ||
        (a.place.at?.line ?? -1) - (b.place.at?.line ?? -1) ||
        (a.place.at?.from ?? -1) - (b.place.at?.from ?? -1),
    )
}

/** A finding is the same one as long as its rule, its sections and its values are: it follows its text when that is moved. */
export function findingKey({ rule, variant, place, other, values }: Finding): string {
  return JSON.stringify([rule, variant, place.sectionId, other?.sectionId ?? null, ...values])
}

/** How many findings of each severity, and of each rule that has any. */
export function countFindings(findings: readonly Pick<Finding, 'rule' | 'severity'>[]) {
  const bySeverity = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>
  const byRule: Record<string, number> = {}
  for (const { rule, severity } of findings) {
    bySeverity[severity] += 1
    byRule[rule] = (byRule[rule] ?? 0) + 1
  }
  return { bySeverity, byRule }
}

/** The catalogue key of a finding's sentence; its arguments are the finding's `params`. */
export const sentenceKey = ({ rule, variant }: Pick<Finding, 'rule' | 'variant'>): string =>
  `reportCheck.rule.${rule}.${variant ?? 'found'}`
