/**
 * Finnish personal identity codes (henkilötunnus) in running text: day, month and year of birth, the sign of the century, three
 * digits and a check character. The signs B–F and U–Y have been in use since 2023 beside A, - and +.
 */
const form = /(?<![\p{L}\p{N}])(\d{2})(\d{2})(\d{2})[-+A-FU-Y](\d{3})([0-9A-FHJ-NPR-Y])(?![\p{L}\p{N}])/giu
const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY'

/** The text with a mask in the place of every valid personal identity code. */
export function withoutIdentityCodes(text: string): string {
  return text.replace(form, (whole, day: string, month: string, year: string, individual: string, check: string) => {
    const isDay = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
    const expected = checkCharacters[Number(day + month + year + individual) % checkCharacters.length]
    return isDay && expected === check.toUpperCase() ? '******-****' : whole
  })
}
