import 'server-only'
import { withinLimit } from '@/lib/access/rate-limit'
import { authenticatorOf, hashOfRecoveryCode, stepOfCode } from '@/lib/access/second-factor/codes'
import { readCode } from '@/lib/access/second-factor/model'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'

// Somebody who has the password may try a million codes: few in a quarter of an hour, and few in a day.
const limits = [
  { name: 'quarter', attempts: 10, seconds: 15 * 60 },
  { name: 'day', attempts: 30, seconds: 24 * 3600 },
] as const

/** The counters of an account's codes; a right one gives all attempts back. */
export const codeCounters = (userId: string): string[] => limits.map(({ name }) => `sign-in:code:${name}:${userId}`)

/** Counts one attempt at a code of the account and says whether it may be tried. Counted before, or many at once would be tried. */
export async function mayTryCode(userId: string): Promise<boolean> {
  const within = await Promise.all(
    limits.map(({ name, ...limit }) => withinLimit(`sign-in:code:${name}:${userId}`, limit)),
  )
  return !within.includes(false)
}

/**
 * Uses a code of an account up, in the caller's transaction: what kind of code it was, null when it is none of the account's
 * or was used before. Of several at once with one code exactly one is given it.
 */
export async function takeCode(
  tx: Tx,
  { userId, secret }: { userId: string; secret: Uint8Array },
  typed: string,
): Promise<'totp' | 'recovery' | null> {
  const read = readCode(typed)
  if (read?.kind === 'recovery') {
    const hash = hashOfRecoveryCode(userId, read.code)
    const used = await tx.recoveryCode.updateMany({ where: { userId, hash, usedAt: null }, data: { usedAt: now() } })
    return used.count === 1 ? 'recovery' : null
  }
  const authenticator = read && authenticatorOf(userId, secret)
  const step = authenticator && stepOfCode(authenticator, read.code)
  if (step === null) return null
  // An older step than the last one that was taken is refused too: its code may have been watched.
  const taken = await tx.secondFactor.updateMany({
    where: { userId, confirmedAt: { not: null }, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  })
  return taken.count === 1 ? 'totp' : null
}
