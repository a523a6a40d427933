import type { CopyStore, SealedCopy } from '@/components/status-reports/form/copy/store'

/** A store of copies in memory, as several pages of one browser share it; it can be made to fail. */
export function memoryStore() {
  const copies = new Map<string, SealedCopy>()
  const keys = new Set<string>()
  const state = { broken: false }
  const checked = <T>(work: () => T): Promise<T> =>
    state.broken ? Promise.reject(new Error('no room')) : Promise.resolve(work())
  const store: CopyStore = {
    copies: () => checked(() => [...copies.values()]),
    put: (copy) => checked(() => void copies.set(copy.id, copy)),
    remove: (id) => checked(() => void copies.delete(id)),
    keyIds: () => checked(() => [...keys]),
    rememberKey: (id) => checked(() => void keys.add(id)),
    close: () => {},
  }
  return { store, copies, state }
}
