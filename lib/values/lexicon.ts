/**
 * Words that carry meaning inside a value. One table serves reading and writing, so what is written is read back the same.
 * The first word of a language is the one written; all of them, in every language, are understood.
 * They are here and not in the catalogues because fields that show the understood value need them in the browser;
 * a test holds the catalogues' names to these words.
 */
import type { FormatLocale } from '@/lib/values/intl'
import type { Qualifier, UnknownKind } from '@/lib/values/typed-value'

type Words = readonly [string, ...string[]]
type ByLocale = Record<FormatLocale, Words>

export const qualifierWords: Record<Exclude<Qualifier, 'exact'>, ByLocale> = {
  about: {
    fi: ['noin', 'n.', 'suunnilleen', 'arviolta', 'lähes', 'miltei', 'melkein'],
    sv: ['cirka', 'ca', 'ca.', 'omkring', 'ungefär', 'nästan'],
    en: ['about', 'approx.', 'approximately', 'around', 'nearly', 'almost'],
  },
  over: { fi: ['yli', 'enemmän kuin'], sv: ['över', 'mer än', 'fler än'], en: ['over', 'more than'] },
  at_least: { fi: ['vähintään', 'ainakin'], sv: ['minst', 'åtminstone'], en: ['at least'] },
  under: {
    fi: ['alle', 'vähemmän kuin'],
    sv: ['under', 'mindre än', 'färre än'],
    en: ['under', 'less than', 'fewer than'],
  },
  at_most: { fi: ['enintään', 'korkeintaan'], sv: ['högst', 'maximalt'], en: ['at most', 'up to'] },
}

export const qualifierSigns: readonly (readonly [string, Qualifier])[] = [
  ['>=', 'at_least'],
  ['<=', 'at_most'],
  ['≥', 'at_least'],
  ['≤', 'at_most'],
  ['>', 'over'],
  ['<', 'under'],
  ['~', 'about'],
  ['≈', 'about'],
]

export const unknownWords: Record<UnknownKind, ByLocale> = {
  unknown: {
    fi: ['ei tiedossa', 'ei tietoa', 'tuntematon', 'tieto puuttuu', 'ei tiedetä'],
    sv: ['inte känt', 'okänt', 'uppgift saknas'],
    en: ['not known', 'unknown', 'no data'],
  },
  not_asked: { fi: ['ei kysytty'], sv: ['inte frågat'], en: ['not asked'] },
  hidden: { fi: ['salattu'], sv: ['dold', 'dolt'], en: ['hidden', 'suppressed'] },
  not_applicable: {
    fi: ['ei koske', 'ei sovellu'],
    sv: ['gäller inte', 'ej tillämpligt'],
    en: ['not applicable', 'does not apply'],
  },
}

/** Statistics services write a hidden cell as two dots; in plans and reports a dash or question marks stand for unknown. */
export const unknownSigns: readonly (readonly [RegExp, UnknownKind])[] = [
  [/^\.\.$/, 'hidden'],
  [/^(?:[-–—−]|\?{1,3})$/, 'unknown'],
]

export const yesWords: ByLocale = { fi: ['kyllä', 'on'], sv: ['ja'], en: ['yes'] }
export const noWords: ByLocale = { fi: ['ei'], sv: ['nej'], en: ['no'] }

/** Words after a number that give a change its sign: "25 vähemmän". */
export const moreWords: ByLocale = { fi: ['enemmän'], sv: ['fler', 'mer'], en: ['more'] }
export const fewerWords: ByLocale = { fi: ['vähemmän'], sv: ['färre', 'mindre'], en: ['fewer', 'less'] }

export function allWords(words: ByLocale): string[] {
  return [...words.fi, ...words.sv, ...words.en]
}
