/** A text without the marks over its letters: "Pöytäkirja" as "Poytakirja", which every system can hold in the name of a file. */
export const plainLetters = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

/** Words of the name of a file: "Hankinnat ja sopimukset" as `hankinnat-ja-sopimukset`, at most 60 letters. */
export function plainName(text: string): string {
  return plainLetters(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
}
