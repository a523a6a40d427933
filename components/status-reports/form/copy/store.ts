import { copiesName } from '@/components/access/copies'

/** One copy as the browser stores it: what was typed in one tab on one report, readable with its key alone. */
export type SealedCopy = {
  /** `<report>/<tab>` */
  id: string
  reportId: string
  tab: string
  keyId: string
  /** When it was written, in milliseconds */
  at: number
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}

/** Where copies lie. Every promise is rejected when the place cannot be used. */
export type CopyStore = {
  copies: () => Promise<SealedCopy[]>
  put: (copy: SealedCopy) => Promise<void>
  remove: (id: string) => Promise<void>
  keyIds: () => Promise<string[]>
  rememberKey: (id: string) => Promise<void>
  close: () => void
}

/** The browser's own store. `lost` is called when somebody signs out in another tab: then it is gone for good. */
export async function browserStore(lost: () => void): Promise<CopyStore> {
  const db = await opened()
  db.onversionchange = () => {
    db.close()
    lost()
  }
  const write = (table: string, change: (store: IDBObjectStore) => void) =>
    new Promise<void>((resolve, reject) => {
      // Strict: what is told to be on the device outlives a killed browser.
      const transaction = db.transaction(table, 'readwrite', { durability: 'strict' })
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
      change(transaction.objectStore(table))
    })
  return {
    copies: () => answer(db.transaction('copies').objectStore('copies').getAll()),
    put: (copy) => write('copies', (store) => store.put(copy)),
    remove: (id) => write('copies', (store) => store.delete(id)),
    keyIds: async () => (await answer(db.transaction('keys').objectStore('keys').getAllKeys())).map(String),
    rememberKey: (id) => write('keys', (store) => store.put({ id })),
    close: () => db.close(),
  }
}

function opened(): Promise<IDBDatabase> {
  const asked = indexedDB.open(copiesName, 1)
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('copies', { keyPath: 'id' })
    asked.result.createObjectStore('keys', { keyPath: 'id' })
  }
  return answer(asked)
}

function answer<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}
