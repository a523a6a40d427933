/** Languages of the interface and the conventions each is written by: Swedish as in Finland, English with day before month. */
export const intlLocales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const
export type FormatLocale = keyof typeof intlLocales

// Making a formatter costs far more than using one, so each is made once.
const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

export function numberFormat(locale: FormatLocale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const known = numbers.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(intlLocales[locale], options)
  numbers.set(key, made)
  return made
}

export function dateFormat(locale: FormatLocale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = dates.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(intlLocales[locale], options)
  dates.set(key, made)
  return made
}
