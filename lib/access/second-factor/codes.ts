import 'server-only'
import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { fingerprint } from '@/lib/access/fingerprint'
import { seal, unseal } from '@/lib/access/sealing'
import { type FactorState, inFours, recoveryCodes, stepOf } from '@/lib/access/second-factor/model'
import { now } from '@/lib/platform/clock'

const issuer = 'Etappi'

/** A new key of 160 bits, as RFC 4226 advises, sealed for its owner. */
export function newSecret(userId: string): Uint8Array<ArrayBuffer> {
  return seal('second-factor.secret', userId, randomBytes(20))
}

/** The authenticator of a sealed key; null when it cannot be read, as after a change of AUTH_SECRET. */
export function authenticatorOf(userId: string, sealed: Uint8Array, label = ''): TOTP | null {
  const bytes = unseal('second-factor.secret', userId, sealed)
  if (!bytes) return null
  const secret = new Secret({ buffer: Uint8Array.from(bytes).buffer })
  return new TOTP({ issuer, label, secret, algorithm: 'SHA1', digits: 6, period: 30 })
}

/** How a stored authenticator stands. */
export function stateOf(userId: string, row: { secret: Uint8Array; confirmedAt: Date | null } | null): FactorState {
  if (!row) return 'off'
  if (row.confirmedAt === null) return 'begun'
  return authenticatorOf(userId, row.secret) ? 'on' : 'unreadable'
}

/** The half minute whose code this is, now or one step to either side; null for any other. Compared in constant time. */
export function stepOfCode(authenticator: TOTP, code: string): number | null {
  const at = now()
  const delta = authenticator.validate({ token: code, timestamp: at.getTime(), window: 1 })
  return delta === null ? null : stepOf(at) + delta
}

/** Ten new recovery codes of 140 bits each, as they are shown: four letters and figures, seven times. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodes }, () =>
    inFours(new Secret({ buffer: Uint8Array.from(randomBytes(20)).buffer }).base32.slice(0, 28), '-'),
  )
}

/** What is stored of a recovery code: it is nobody else's. 140 random bits cannot be guessed, so that no slow hash is needed. */
export function hashOfRecoveryCode(userId: string, code: string): string {
  return fingerprint(`recovery-code ${userId} ${code.replaceAll('-', '')}`)
}
