import { createTranslator } from 'use-intl/core'
import * as en from '@/lib/messages/en/catalogue'
import * as fi from '@/lib/messages/fi/catalogue'
import * as sv from '@/lib/messages/sv/catalogue'
import { isLocale, type Locale, locales } from '@/lib/platform/locales'
import { log } from '@/lib/platform/logger'

export { isLocale, type Locale, locales }

export type WordValues = Record<string, string | number>

/** `t('rounds.publish')`: the text of a key, with its ICU arguments. `t.has(key)` asks whether the key exists. */
export type Words = {
  (key: string, values?: WordValues): string
  has(key: string): boolean
  locale: Locale
  /** Tells texts with names of a county's own from the product's: part of the name of anything that is kept drawn */
  mark?: string
}

const catalogues = { fi, sv, en }
const cache = new Map<Locale, Words>()

/**
 * Texts of one language. The translator is made once per language and keeps its parsed messages.
 * A missing key, or a message that cannot be formatted, throws in tests; elsewhere the key is shown and the fault is logged.
 */
export function words(locale: Locale): Words {
  const known = cache.get(locale)
  if (known) return known
  const translate = createTranslator({
    locale,
    timeZone: 'Europe/Helsinki',
    messages: { ...catalogues[locale] } as Record<string, unknown>,
    onError: (error) => report(locale, error.message),
    getMessageFallback: ({ key }) => key,
  }) as { (key: string, values?: WordValues): string; has(key: string): boolean }
  // Most messages have no arguments: they are found without parsing.
  const plain = plainMessages(catalogues[locale])
  const made: Words = Object.assign((key: string, values?: WordValues) => plain.get(key) ?? translate(key, values), {
    has: (key: string) => translate.has(key),
    locale,
  })
  cache.set(locale, made)
  return made
}

function plainMessages(tree: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, entry] of Object.entries(tree)) {
    if (typeof entry === 'string') {
      if (!/[{}'<]/.test(entry)) found.set(prefix + name, entry)
    } else for (const [key, text] of plainMessages(entry, `${prefix}${name}.`)) found.set(key, text)
  }
  return found
}

function report(locale: Locale, message: string): void {
  if (process.env.NODE_ENV === 'test') throw new Error(`words(${locale}): ${message}`)
  log('error', 'words', { locale, message })
}
