import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/platform/env'

/** What is sealed, each with a key of its own: what was sealed for one purpose opens for no other. */
type Purpose = 'second-factor.secret' | 'sign-in.attempt' | 'sign-in.flow' | 'sign-in.link' | 'sign-in.provider'

const algorithm = 'aes-256-gcm'
const [ivLength, tagLength] = [12, 16]

const keyOf = (purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync('sha256', env().authSecret, '', `etappi/${purpose}/1`, 32))

/**
 * Encrypts with a key made of AUTH_SECRET (HKDF, AES-256-GCM).
 * @param owner whose it is: opened in another name it is worth nothing
 */
export function seal(purpose: Purpose, owner: string, plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv(algorithm, keyOf(purpose), iv).setAAD(Buffer.from(owner))
  return Uint8Array.from(Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
}

/** What was sealed; null when it was altered, is another's, or AUTH_SECRET is not the one it was sealed with. */
export function unseal(purpose: Purpose, owner: string, sealed: Uint8Array): Buffer | null {
  if (sealed.length < ivLength + tagLength) return null
  const iv = sealed.subarray(0, ivLength)
  const tag = sealed.subarray(sealed.length - tagLength)
  const decipher = createDecipheriv(algorithm, keyOf(purpose), iv, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(sealed.subarray(ivLength, sealed.length - tagLength)), decipher.final()])
  } catch {
    return null
  }
}
