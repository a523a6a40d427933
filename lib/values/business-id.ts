const weights = [7, 9, 10, 5, 8, 4, 2] as const

/**
 * The Y-tunnus in its written form (1234567-8), or null when it is none. Its last digit is a check digit: the weighted sum of
 * the others modulo 11, taken from 11; a remainder of 1 is never given (Finnish Business Information System).
 */
export function readBusinessId(text: string): string | null {
  const match = /^(\d{6,7})-?(\d)$/.exec(text.replace(/\s/g, '').replace(/[‐‑–]/g, '-'))
  if (!match) return null
  const digits = (match[1] ?? '').padStart(7, '0')
  const remainder = weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11
  const check = remainder === 0 ? 0 : 11 - remainder
  return check === Number(match[2]) ? `${digits}-${check}` : null
}
