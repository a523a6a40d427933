import { askForSeal, type Seal } from '@/components/status-reports/form/copy/seal'
import { browserStore, type CopyStore } from '@/components/status-reports/form/copy/store'

/** The browser's copies with the keys to them; null where nothing can be kept. `lost`: the store is gone. */
export async function openCopies(lost: () => void): Promise<{ store: CopyStore; seal: Seal } | null> {
  // Encrypting, locks and the store come together: none of them is there on plain http from another machine.
  if (!globalThis.crypto?.subtle || !navigator.locks || typeof indexedDB === 'undefined') return null
  try {
    const store = await browserStore(lost)
    const known = await store.keyIds()
    const seal = await askForSeal(known)
    if (!seal) {
      store.close()
      return null
    }
    if (!known.includes(seal.keyId)) await store.rememberKey(seal.keyId)
    return { store, seal }
  } catch {
    return null
  }
}
