import { type FormatLocale, intlLocales } from '@/lib/values/intl'

const collators = new Map<FormatLocale, Intl.Collator>()

/** Order of names: å, ä and ö last (Swedish and Finnish), numbers by size (Liite 2 before Liite 10), case ignored. */
export function collator(locale: FormatLocale): Intl.Collator {
  const known = collators.get(locale)
  if (known) return known
  // English too is read by people in Finland among Finnish names: its own order would scatter ä among a.
  const made = new Intl.Collator(locale === 'en' ? intlLocales.fi : intlLocales[locale], { numeric: true })
  collators.set(locale, made)
  return made
}

/** A copy of the items in the order of the name that `nameOf` gives. */
export function sortedBy<T>(items: readonly T[], nameOf: (item: T) => string, locale: FormatLocale): T[] {
  const order = collator(locale)
  return [...items].sort((a, b) => order.compare(nameOf(a), nameOf(b)))
}
