import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/platform/env'

/** What is sealed, each with a key of its own: what was sealed for one purpose opens for no other. */
type Purpose = 'second-factor.secret' | 'sign-in.attempt' | 'sign-in.flow' | 'sign-in.link' | 'sign-in.provider'

const algorithm = 'aes-256-gcm'
const [ivLength, tagLength] = [12, 16]

const keyOf = (secret: string, purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `etappi/${purpose}/1`, 32))

/** The secrets that open: AUTH_SECRET, and the one of before while there is one. Only the first seals. */
export function openingSecrets(): [now: string, ...before: string[]] {
  const { authSecret, authSecretBefore } = env()
  return authSecretBefore ? [authSecret, authSecretBefore] : [authSecret]
}

/**
 * Encrypts with a key made of AUTH_SECRET (HKDF, AES-256-GCM).
 * @param owner whose it is: opened in another name it is worth nothing
 */
export function seal(purpose: Purpose, owner: string, plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv(algorithm, keyOf(env().authSecret, purpose), iv).setAAD(Buffer.from(owner))
  return Uint8Array.from(Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
}

/** What was sealed; null when it was altered, is another's, or neither AUTH_SECRET nor the one of before sealed it. */
export function unseal(purpose: Purpose, owner: string, sealed: Uint8Array): Buffer | null {
  for (const secret of openingSecrets()) {
    const plain = openWith(secret, purpose, owner, sealed)
    if (plain) return plain
  }
  return null
}

/**
 * The same content sealed with AUTH_SECRET, where the one of before sealed it.
 * @returns null when there is nothing to do (AUTH_SECRET opens it) or nothing that can be done (neither does)
 */
export function sealAnew(purpose: Purpose, owner: string, sealed: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (openWith(env().authSecret, purpose, owner, sealed)) return null
  const plain = unseal(purpose, owner, sealed)
  return plain && seal(purpose, owner, plain)
}

function openWith(secret: string, purpose: Purpose, owner: string, sealed: Uint8Array): Buffer | null {
  if (sealed.length < ivLength + tagLength) return null
  const iv = sealed.subarray(0, ivLength)
  const tag = sealed.subarray(sealed.length - tagLength)
  const decipher = createDecipheriv(algorithm, keyOf(secret, purpose), iv, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(sealed.subarray(ivLength, sealed.length - tagLength)), decipher.final()])
  } catch {
    return null
  }
}
