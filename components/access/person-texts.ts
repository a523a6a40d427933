import type { LinkTexts } from '@/components/access/person-link-form'
import type { Words } from '@/lib/platform/words'

/** What is said of a link that was made. */
export function linkTexts(t: Words): LinkTexts {
  return {
    made: t('people.link.made'),
    mailed: t('people.link.mailed'),
    shown: t('people.link.shown'),
    lost: t('people.link.lost'),
    address: t('people.link.address'),
  }
}
