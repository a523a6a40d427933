/** Encrypts and decrypts copies with the keys that the server gave for this visit. They live in memory only. */
export type Seal = {
  /** The key that new copies are written with */
  keyId: string
  knows: (keyId: string) => boolean
  close: (text: string, place: string) => Promise<{ iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }>
  /** @throws when the copy was altered, moved to another place, or written with another key */
  open: (keyId: string, iv: Uint8Array<ArrayBuffer>, data: ArrayBuffer, place: string) => Promise<string>
}

/** AES-GCM with 256-bit keys; a copy is bound to its place, so that none can be put in another's stead. */
export async function sealWith(keys: readonly { id: string; secret: string }[]): Promise<Seal> {
  const made = await Promise.all(keys.map(async ({ id, secret }) => [id, await keyOf(secret)] as const))
  const known = new Map(made)
  const first = made[0]
  if (!first) throw new Error('no key')
  const key = (id: string) => {
    const found = known.get(id)
    if (!found) throw new Error('not this key')
    return found
  }
  const settings = (iv: Uint8Array<ArrayBuffer>, place: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(place),
  })
  return {
    keyId: first[0],
    knows: (id) => known.has(id),
    async close(text, place) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      return { iv, data: await crypto.subtle.encrypt(settings(iv, place), first[1], new TextEncoder().encode(text)) }
    },
    async open(id, iv, data, place) {
      return new TextDecoder().decode(await crypto.subtle.decrypt(settings(iv, place), key(id), data))
    },
  }
}

function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(secret), (sign) => sign.charCodeAt(0))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Asks the server for the keys of this browser's copies; null when nobody is signed in. @throws without an answer */
export async function askForSeal(ids: readonly string[]): Promise<Seal | null> {
  const answer = await fetch('/api/copy-key', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ids: ids.slice(-50) }),
  })
  if (!answer.ok) return null
  const { keys } = (await answer.json()) as { keys: { id: string; secret: string }[] }
  return sealWith(keys)
}
