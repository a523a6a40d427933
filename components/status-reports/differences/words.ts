import type { ChangeWords } from '@/components/status-reports/differences/text-difference'
import type { Words } from '@/lib/platform/words'

/** What `TextDifference` says of a change. */
export function changeWords(t: Words): ChangeWords {
  return {
    added: t('differences.text.added'),
    addedEnd: t('differences.text.addedEnd'),
    removed: t('differences.text.removed'),
    removedEnd: t('differences.text.removedEnd'),
    newLine: t('differences.text.newLine'),
  }
}
