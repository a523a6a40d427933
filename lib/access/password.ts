import 'server-only'
import { hash, verify } from '@node-rs/argon2'

// argon2id with the library's default algorithm; memory and passes of OWASP's password storage advice, raised once.
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

// Hash of a random text nobody knows: verifying against it takes as long as against a real one.
let stranger: Promise<string> | null = null

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** Checks a password; for an unknown account does the same work and answers no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  stranger ??= hashPassword(crypto.randomUUID())
  const against = stored ?? (await stranger)
  const matches = await verify(against, password)
  return stored !== null && matches
}
