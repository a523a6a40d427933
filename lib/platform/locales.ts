/** Languages of the interface; the first is the one everything is written in first. */
export const locales = ['fi', 'sv', 'en'] as const
export type Locale = (typeof locales)[number]

/** Cookie and query parameter of the language choice. */
export const languageCookie = 'lang'

/** The name under which a cookie is set: under TLS one that no other host, and no page without TLS, can set. */
export const guardedName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name)

/** What a browser has kept as the choice of language, if any. */
export const chosenLanguage = (read: (name: string) => string | undefined): string | undefined =>
  read(guardedName(languageCookie, true)) ?? read(languageCookie)

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

/** The language of a request: the person's own choice, else the browser's first known language, else Finnish. */
export function chooseLocale(chosen: string | null | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean)
      return { language: tag.slice(0, 2).toLowerCase(), weight: q === undefined ? 1 : Number(q) }
    })
    .filter((entry) => entry.weight > 0 && isLocale(entry.language))
    .sort((a, b) => b.weight - a.weight)
  const first = wanted[0]?.language
  return isLocale(first) ? first : 'fi'
}
