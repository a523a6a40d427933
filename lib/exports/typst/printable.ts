/** Characters that only steer others (joiners, variation selectors, direction marks, soft hyphen) and need no glyph. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u
const steering = /\p{Default_Ignorable_Code_Point}/gu

/** The letters and signs of nearly every text, none of which is spelt in two ways. */
const usual = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2013, 0x201e],
] as const
const usualText = /^[\n -~\u00a0-\u00ff\u2013-\u201e]*$/

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index)

export type Printable = {
  /** The text, with every character that no font can show replaced by its code point: "[U+65E5]". */
  text(given: string): string
  /** Code points replaced so far, in the order met, each once. */
  replaced(): string[]
}

/**
 * Makes text printable without losing sight of anything: a character without a glyph would stop the making of an accessible
 * PDF, and leaving it out would change what was written, so its code point stands in its place.
 */
export function printable(has: (codePoint: number) => boolean): Printable {
  // Most texts have nothing else, and need not be looked at letter by letter.
  const isUsual = usual.every(([first, last]) => range(first, last).every(has))
  const known = new Map<string, string>()
  const replaced = new Set<string>()

  function show(character: string): string {
    if (character === '\n' || invisible.test(character)) return character
    const code = character.codePointAt(0) ?? 0
    // A letter that the font builds of its parts (ǩ = k + caron) needs only the parts.
    const parts = [...character.normalize('NFD')]
    if (code >= 0x20 && (has(code) || parts.every((part) => has(part.codePointAt(0) ?? 0)))) return character
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    replaced.add(name)
    return `[${name}]`
  }

  return {
    text: (given) =>
      isUsual && usualText.test(given)
        ? given
        : given
            .toWellFormed()
            .normalize('NFC')
            .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
            .replaceAll('\t', ' ')
            // The byte order mark inside a text is an old spelling of "no break here", which PDF does not allow.
            .replaceAll('\ufeff', '\u2060')
            .replace(/[^\n]/gu, (character) => {
              const shown = known.get(character) ?? show(character)
              known.set(character, shown)
              return shown
            }),
    replaced: () => [...replaced],
  }
}

/**
 * The same for every text inside a value; addresses (`address`) are not shown and stay as they are. Drawings (`svg`) lose what
 * only steers other characters: letters in a drawing are set one by one, and a joiner without a glyph would stop the PDF.
 */
export function printableCopy<T>(value: T, make: Printable): T
export function printableCopy(value: unknown, make: Printable): unknown {
  if (typeof value === 'string') return make.text(value)
  if (Array.isArray(value)) return value.map((item) => printableCopy(item, make))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === 'address') return [key, item]
      const shown = printableCopy(item, make)
      return [key, key === 'svg' && typeof shown === 'string' ? shown.replace(steering, '') : shown]
    }),
  )
}
