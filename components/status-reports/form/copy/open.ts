import { askForSeal, type Seal } from '@/components/status-reports/form/copy/seal'
import { browserStore, type CopyStore } from '@/components/status-reports/form/copy/store'

/** Encrypting, locks and the store come together: none of them is there on plain http from another machine. */
export function canKeepCopies(): boolean {
  return Boolean(globalThis.crypto?.subtle && navigator.locks) && typeof indexedDB !== 'undefined'
}

/**
 * The browser's copies with the keys to them; null when the server gives none. `lost`: the store is gone.
 * @throws when the store cannot be used or the server does not answer
 */
export async function openCopies(lost: () => void): Promise<{ store: CopyStore; seal: Seal } | null> {
  const store = await browserStore(lost)
  try {
    const known = await store.keyIds()
    const seal = await askForSeal(known)
    if (seal && !known.includes(seal.keyId)) await store.rememberKey(seal.keyId)
    if (seal) return { store, seal }
  } catch (error) {
    store.close()
    throw error
  }
  store.close()
  return null
}
