import type { Locale } from '@/lib/platform/locales'

/** A word of a text and where it begins. */
export type Word = { text: string; from: number }

/** Words in order; a compound written with a hyphen is one word ("Sote-keskus", "IPT-N"), an ending after a colon is left out. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+)*/gu)].map((match) => ({
    text: match[0],
    from: match.index,
  }))
}

/** Text as it is compared: one kind of space and quotation mark, no full stop at the end, no difference of case. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s ]+/g, ' ')
    .replace(/[”“"’']/g, '')
    .replace(/[‑–—]/g, '-')
    .trim()
    .replace(/[.:;]+$/, '')
}

/**
 * The beginning of a word that its forms share: "toimintakyvyn" and "toimintakyky" meet in "toimint". Long enough to tell words
 * apart, short enough to be left when the ending changes the stem.
 */
export function stemOf(word: string): string {
  const lower = word.toLowerCase()
  return lower.length <= 5 ? lower : lower.slice(0, lower.length < 8 ? 5 : 6)
}

/** Words that say nothing of what a text is about, by their stem; those of captions among them. */
const empty = new Set(
  (
    'ja tai sekä että joka jotka kun kuin niin myös mutta vaan sen sitä siitä siinä siihen se ne niiden niitä oli olivat ollut on ovat ' +
    'ei eivät eikä hän he heidän heille heitä tämä tämän tässä tästä näin nyt kanssa mukaan mukana jälkeen ennen aikana osana osa ' +
    'kuva kuvat kuvaa kuvassa kuvan kuvakaappaus näkymä näkymää näkymiä taulukko taulukon taulukossa esimerkki esimerkiksi ' +
    'vuosi vuonna vuosina vuoden vuosilta määrä määrät luku lukuja tieto tiedot alue alueen hanke hankkeen hankkeessa ' +
    'asiakas asiakkaan asiakkaat asiakkaille ammattilainen ammattilaisen ammattilaiset ammattilaisille palvelu palvelut palvelun ' +
    'käyttö käytön käytössä kuvattu kuvattuna kuvaus kehittäminen kehittämisen hyvinvointialue hyvinvointialueen oma oman hämeen kanta ' +
    'och eller som att det den de dem ett en är var har av på för med till från om inte bild figur tabell år antal ' +
    'the and or of to in for with from by at on is are was were this that figure table image screenshot number'
  )
    .split(' ')
    .map(stemOf),
)

/** Stems of the words that carry the meaning. Numbers count as they are. */
export function stemsOf(text: string): Set<string> {
  const stems = new Set<string>()
  for (const { text: word } of wordsIn(text)) {
    for (const part of word.split(/[-‑]/)) {
      const stem = stemOf(part)
      if (stem.length >= 3 && !empty.has(stem)) stems.add(stem)
    }
  }
  return stems
}

export function sharedStems(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0
  for (const stem of one) if (other.has(stem)) count += 1
  return count
}

export type Sentence = { text: string; from: number; to: number }

/** Abbreviations after which a full stop ends no sentence. */
const shortened: Record<Locale, RegExp> = {
  fi: /(?:^|[\s(])(?:esim|mm|ns|ks|klo|n|ko|em|jne|ym|yms|vrt|noin|eli|so|ts|mrd|milj|s|v|vk|kpl|puh|nro|tri|os|alv)\.$/i,
  sv: /(?:^|[\s(])(?:t\.ex|bl\.a|s\.k|d\.v\.s|dvs|kl|ca|m\.m|o\.s\.v|osv|nr|jfr|resp|inkl|exkl|mn|md|s|p)\.$/i,
  en: /(?:^|[\s(])(?:e\.g|i\.e|etc|cf|approx|no|vs|p|pp|Mr|Ms|Dr|Fig)\.$/i,
}

/** The sentences of a line with their places. A full stop inside a date, a number or an abbreviation ends none. */
export function sentencesOf(text: string, language: Locale): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (const match of text.matchAll(/[.!?…]["”’)]*\s+(?=["”(]?[\p{Lu}\p{N}])/gu)) {
    const to = match.index + match[0].trimEnd().length
    const before = text.slice(from, to)
    if (shortened[language].test(before) || /^\d{1,2}\.$|(?<![\d.])\d{1,2}\.\d{1,2}\.$/.test(before)) continue
    sentences.push({ text: before, from, to })
    from = match.index + match[0].length
  }
  if (from < text.length) sentences.push({ text: text.slice(from), from, to: text.length })
  return sentences
}

/** The beginning of a text, for showing: whole words, at most as many characters as said. */
export function excerpt(text: string, characters = 160): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= characters) return flat
  const cut = flat.slice(0, characters)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), characters / 2)).trimEnd()} …`
}
