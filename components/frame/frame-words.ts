import type { FrameWords, LanguageChoice } from '@/components/frame/model'
import type { Words } from '@/lib/platform/words'

export function frameWords(t: Words): FrameWords {
  return {
    product: t('frame.product'),
    home: t('frame.home'),
    skip: t('frame.skip'),
    menu: t('frame.menu'),
    closeMenu: t('frame.closeMenu'),
    navigation: t('frame.navigation'),
    projects: t('frame.projects'),
    person: t('frame.person'),
    breadcrumbs: t('frame.breadcrumbs'),
    emblem: t('frame.emblem'),
    funding: t('frame.funding'),
  }
}

/** The three languages by their own names; the link `?lang=sv` is answered by proxy.ts. */
export function languageChoice(t: Words): LanguageChoice {
  const names = { fi: 'Suomi', sv: 'Svenska', en: 'English' }
  return {
    label: t('frame.language'),
    languages: Object.entries(names).map(([lang, label]) => ({ lang, label, current: lang === t.locale })),
  }
}
