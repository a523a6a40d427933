import type { Rule } from '@/lib/final-report/check/model'
import { hasContent, placeOf, sectionName } from '@/lib/final-report/check/sections/model'

/** A question of the template that has no answer, neither of its own nor in the sections inside it. */
export const unanswered: Rule = {
  name: 'unanswered',
  check: (report) =>
    report.sections
      .filter((section) => section.kind === 'question' && !hasContent(section, report))
      .map((section) => ({
        rule: 'unanswered',
        severity: 'error',
        place: placeOf(section),
        other: null,
        values: [],
        variant: null,
        params: { place: sectionName(section) },
      })),
}
