import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { chooseLocale, languageCookie } from '@/lib/platform/locales'
import { type Locale, type Words, words } from '@/lib/platform/words'

/** Language of this request: the reader's own choice, else the browser's, else Finnish. */
export const requestLocale = cache(async (): Promise<Locale> => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  return chooseLocale(jar.get(languageCookie)?.value, head.get('accept-language'))
})

/** `const t = await requestWords()` in pages and layouts. */
export async function requestWords(): Promise<Words> {
  return words(await requestLocale())
}
