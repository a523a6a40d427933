/** Words of time in Finnish, Swedish and English, as stems that take the usual endings. All lower case. */

const months: readonly (readonly string[])[] = [
  ['tammi', 'januari', 'january', 'jan'],
  ['helmi', 'februari', 'february', 'feb'],
  ['maalis', 'mars', 'march', 'mar'],
  ['huhti', 'april', 'apr'],
  ['touko', 'maj', 'may'],
  ['kesä', 'juni', 'june', 'jun'],
  ['heinä', 'juli', 'july', 'jul'],
  ['elo', 'augusti', 'august', 'aug'],
  ['syys', 'september', 'sept', 'sep'],
  ['loka', 'oktober', 'october', 'okt', 'oct'],
  ['marras', 'november', 'nov'],
  ['joulu', 'december', 'dec'],
]

const finnishEnding = /^kuu(?:n|ssa|ta|sta|hun|lla|lle|ksi)?$/

/** 1–12 for `kesäkuussa`, `juni`, `June`; a bare Finnish stem (`huhti`) only where a month is expected after it. */
export function monthOfWord(word: string, bareStem: boolean): number | null {
  for (const [index, names] of months.entries()) {
    const [stem = '', ...others] = names
    if (others.includes(word)) return index + 1
    if (word.startsWith(stem) && (finnishEnding.test(word.slice(stem.length)) || (bareStem && word === stem)))
      return index + 1
  }
  return null
}

/** The word says "from this month on": `lokakuusta 2025`. */
export function isSinceWord(word: string): boolean {
  return /kuusta$/.test(word)
}

/**
 * Months of a part of the year. Spring is January–June and autumn August–December: the convention of the plans and
 * reports read (facts of the first demonstration project); the other three follow dates found beside the words.
 */
const seasons: readonly { words: RegExp; first: number; last: number }[] = [
  { words: /^(?:kevät|keväällä|kevään|keväästä|keväänä|kevätkausi|våren|vår|vårterminen|spring)$/, first: 1, last: 6 },
  { words: /^(?:syksy|syksyllä|syksyn|syksystä|syyskausi|hösten|höst|höstterminen|autumn)$/, first: 8, last: 12 },
  { words: /^(?:kesä|kesällä|kesän|sommaren|sommar|summer)$/, first: 6, last: 8 },
  { words: /^(?:alkuvuosi|alkuvuonna|alkuvuodesta|alkuvuoden)$/, first: 1, last: 6 },
  { words: /^(?:loppuvuosi|loppuvuonna|loppuvuodesta|loppuvuoden)$/, first: 7, last: 12 },
]

export function seasonOfWord(word: string): { first: number; last: number } | null {
  return seasons.find((season) => season.words.test(word)) ?? null
}

const weekdayStems: readonly (readonly string[])[] = [
  ['maanantai', 'ma', 'måndag', 'mån', 'må', 'monday', 'mon'],
  ['tiistai', 'ti', 'tisdag', 'tis', 'tuesday', 'tue'],
  ['keskiviikko', 'ke', 'onsdag', 'ons', 'on', 'wednesday', 'wed'],
  ['torstai', 'to', 'torsdag', 'tors', 'thursday', 'thu'],
  ['perjantai', 'pe', 'fredag', 'fre', 'friday', 'fri'],
  ['lauantai', 'la', 'lördag', 'lör', 'saturday', 'sat'],
  ['sunnuntai', 'su', 'söndag', 'sön', 'sunday', 'sun'],
]

/** 1 Monday … 7 Sunday for `ti`, `tiistaina`, `tisdag`, `Tue`; null when the word is no weekday. */
export function weekdayOfWord(word: string): number | null {
  const plain = word.toLowerCase().replace(/\.$/, '')
  const index = weekdayStems.findIndex((names) =>
    names.some((name) => plain === name || plain === `${name}na` || plain === `${name}en`),
  )
  return index < 0 ? null : index + 1
}
