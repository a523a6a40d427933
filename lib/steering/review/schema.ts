import type { Locale } from '@/lib/platform/locales'
import { type ReviewSectionKey, reviewSectionKeys } from '@/lib/steering/review/model'

/** Which part of which publication is wanted, in which language. */
export type ReviewChoice = {
  /** Null is the newest publication */
  version: number | null
  locale: 'fi' | 'sv'
  /** In the order of the review; all of them when none was named */
  sections: readonly ReviewSectionKey[]
}

/** Reads `?sections=planChanges,finance&locale=sv&version=1`; what it does not understand is left at its plain state. */
export function readReviewQuery(query: URLSearchParams, locale: Locale): ReviewChoice {
  const wanted = new Set(query.getAll('sections').flatMap((text) => text.split(',')))
  const sections = reviewSectionKeys.filter((key) => wanted.has(key))
  return {
    version: Number(query.getAll('version').find((text) => /^[1-9]\d{0,4}$/.test(text))) || null,
    locale: reviewLocale(query.get('locale') ?? locale),
    sections: sections.length > 0 ? sections : reviewSectionKeys,
  }
}

/** The languages of the counties' own meetings: Swedish when it is asked for, else Finnish. */
export function reviewLocale(asked: string | null): 'fi' | 'sv' {
  return asked === 'sv' ? 'sv' : 'fi'
}
