import { roleLabels } from '@/lib/access/labels'
import { otherRightLabels } from '@/lib/audit-log/labels'
import type { Words } from '@/lib/platform/words'

/** By which right somebody acted, in words: roles by their names; several of them, and the ways of showing who one is, with a comma. */
export function rightText(t: Words, right: string): string {
  const known: Readonly<Record<string, string>> = { ...otherRightLabels, ...roleLabels }
  if (right.startsWith('system:')) return `${t('auditLog.right.system')} (${right.slice('system:'.length)})`
  return right
    .split(/, |\+/)
    .map((one) => (known[one] ? t(known[one]) : one))
    .join(', ')
}
