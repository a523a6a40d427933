/** How columns leave the database: days as 2025-09-03, moments as ISO text, decimals as exact text. Null stays null. */

export function dayText(day: Date): string
export function dayText(day: Date | null): string | null
export function dayText(day: Date | null): string | null {
  return day === null ? null : day.toISOString().slice(0, 10)
}

/** Decimals of this database have at most 6 decimals and 14 digits before them, so the text never has an exponent. */
export function decimalText(decimal: { toString(): string }): string
export function decimalText(decimal: { toString(): string } | null): string | null
export function decimalText(decimal: { toString(): string } | null): string | null {
  return decimal === null ? null : decimal.toString()
}
