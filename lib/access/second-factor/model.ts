/**
 * How the second factor of an account stands. `begun`: shown, but no first code was given; it does not count yet.
 * `unreadable`: its key was encrypted with another AUTH_SECRET than the service has now.
 */
export const factorStates = ['off', 'begun', 'on', 'unreadable'] as const
export type FactorState = (typeof factorStates)[number]

/** Why an act on the second factor was not carried out. Each has one sentence in the catalogues. */
export const factorReasons = [
  'NOT_ALLOWED',
  'SIGN_IN_AGAIN',
  'TOO_MANY_ATTEMPTS',
  'WRONG_CODE',
  'WRONG_PROOF',
  'ALREADY_ON',
  'NOT_ON',
  'NOT_BEGUN',
] as const
export type FactorReason = (typeof factorReasons)[number]

/** What the settings show of the viewer's own second factor. */
export type OwnFactor = {
  state: FactorState
  /** ISO moment of the first code */
  since: string | null
  /** Recovery codes that can still be used */
  codesLeft: number
}

/** An authenticator that is being switched on. */
export type BegunFactor = {
  /** The key in base32, as it is typed */
  key: string
  /** The same as an address that a camera reads */
  address: string
}

export const recoveryCodes = 10

/** Below this many the settings advise to make new recovery codes. */
export const fewCodes = 3

const stepSeconds = 30

/** Half minutes since 1970: each has a code of its own (RFC 6238). */
export const stepOf = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds)

/** "ABCDEFGH" as "ABCD EFGH", so that it can be read and typed. */
export function inFours(text: string, between = ' '): string {
  return text.match(/.{1,4}/g)?.join(between) ?? ''
}

/** What was typed as a code: six digits of the authenticator, a recovery code, or neither. */
export type TypedCode = { kind: 'totp' | 'recovery'; code: string } | null

/**
 * Reads a typed code. Spaces and hyphens do not count, nor do small letters; figures that recovery codes do not have are read
 * as the letters that they look like. Recovery codes have 28 signs; those of before had 16 and stay good.
 */
export function readCode(typed: string): TypedCode {
  const code = typed.normalize('NFKC').replaceAll(/[\s\p{Pd}]/gu, '')
  if (/^[0-9]{6}$/.test(code)) return { kind: 'totp', code }
  const letters = code.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('8', 'B')
  return /^(?:[A-Z2-7]{16}|[A-Z2-7]{28})$/.test(letters) ? { kind: 'recovery', code: letters } : null
}
