import type { Finding } from '@/lib/final-report/check/model'
import type { DocumentKind } from '@/lib/final-report/model'

/**
 * Whether a finding is one in a document of the kind. A chapter of the plan is filled by the project's data as well: that nobody
 * has written a text there is neither an unanswered question nor an empty heading.
 */
export function concerns(kind: DocumentKind, { rule, place }: Pick<Finding, 'rule' | 'place'>): boolean {
  if (kind === 'final_report') return true
  return rule !== 'unanswered' && !(rule === 'empty-heading' && place.blockId === null)
}
