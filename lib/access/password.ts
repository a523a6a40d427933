import 'server-only'
import { hash, verify } from '@node-rs/argon2'

// argon2id with the library's default algorithm; memory and passes of OWASP's password storage advice, raised once.
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

// Hash of a random text nobody knows: verifying against it takes as long as against a real one.
let stranger: Promise<string> | null = null

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/**
 * Whether a stored hash cost less work than one that is made now: whoever signs in with its password gets a new one. A setting
 * that was lowered is no reason, and a hash that is none of ours is left alone.
 */
export function costsLess(stored: string): boolean {
  const [, memory = '', passes = ''] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(stored) ?? []
  return memory !== '' && (Number(memory) < cost.memoryCost || Number(passes) < cost.timeCost)
}

/** Checks a password; for an unknown account does the same work and answers no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  stranger ??= hashPassword(crypto.randomUUID())
  const against = stored ?? (await stranger)
  const matches = await verify(against, password)
  return stored !== null && matches
}
