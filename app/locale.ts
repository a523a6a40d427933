import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { withRoleLabels } from '@/lib/access/role-words'
import { currentViewer } from '@/lib/access/session'
import { chooseLocale, chosenLanguage } from '@/lib/platform/locales'
import { type Locale, type Words, words } from '@/lib/platform/words'

/** Language of this request: the reader's own choice, else the browser's, else Finnish. */
export const requestLocale = cache(async (): Promise<Locale> => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const chosen = chosenLanguage((name) => jar.get(name)?.value)
  return chooseLocale(chosen, head.get('accept-language'))
})

/** `const t = await requestWords()` in pages and layouts: roles are called as the reader's county calls them. */
export async function requestWords(): Promise<Words> {
  const [locale, viewer] = await Promise.all([requestLocale(), currentViewer().catch(() => null)])
  return withRoleLabels(words(locale), viewer?.roleLabels)
}
