import type { Autosave } from '@/components/status-reports/form/autosave'
import { type FoundCopy, findCopies, type Place } from '@/components/status-reports/form/copy/local-copy'
import type { Seal } from '@/components/status-reports/form/copy/seal'
import type { CopyStore } from '@/components/status-reports/form/copy/store'
import type { Draft } from '@/components/status-reports/form/field-states'

/** A text that cannot go into a field by itself; it stays in its copy until the person removes it. */
export type LeftText = { copy: string; path: string; text: string }

export type Recovered = {
  /** Fields whose text came back from this device, with what stood in them on the server */
  back: { path: string; before: string }[]
  left: LeftText[]
  place: Place | null
  /** Copies that hold nothing more than what is now in the form */
  adopted: string[]
}

type Given = { reportId: string; store: CopyStore; seal: Seal; isGone: (tab: string) => Promise<boolean> }

/**
 * Puts what earlier pages left on this device back into the form, from where it is saved like typed text: on the version it
 * was typed on, so that a field that has changed since shows both texts. Nothing that was typed is dropped: a text whose
 * field is not in the form, or that a later one replaced, is given to be shown.
 */
export async function recover(autosave: Autosave, given: Given): Promise<Recovered> {
  const copies = await findCopies(given)
  const { latest, left } = sorted(copies, (path) => autosave.has(path))
  const drafts: Record<string, Draft> = {}
  const back: Recovered['back'] = []
  for (const [path, { copy, text, version }] of latest) {
    const { kept, text: typed } = autosave.field(path)
    if (text === kept || text === typed) continue
    // Somebody was quicker than this reading: the page's own text goes before.
    if (typed !== kept) left.push({ copy, path, text })
    else {
      drafts[path] = { text, version }
      back.push({ path, before: kept })
    }
  }
  if (back.length > 0) autosave.restore(drafts)
  const holding = new Set(left.map(({ copy }) => copy))
  await Promise.all([...holding].map((id) => keepOnly(given, id, left)))
  const adopted = copies.map(({ id }) => id).filter((id) => !holding.has(id))
  return { back, left, place: copies.at(-1)?.place ?? null, adopted }
}

/** The latest text of each field of the form, and every other text. */
function sorted(copies: readonly FoundCopy[], isInForm: (path: string) => boolean) {
  const latest = new Map<string, Draft & { copy: string }>()
  const left: LeftText[] = []
  for (const { id: copy, texts } of copies) {
    for (const [path, draft] of Object.entries(texts)) {
      const earlier = latest.get(path)
      if (!isInForm(path)) left.push({ copy, path, text: draft.text })
      else {
        if (earlier && earlier.text !== draft.text) left.push({ copy: earlier.copy, path, text: earlier.text })
        latest.set(path, { ...draft, copy })
      }
    }
  }
  return { latest, left }
}

async function keepOnly({ store, seal }: Given, id: string, left: readonly LeftText[]): Promise<void> {
  const stored = (await store.copies()).find((copy) => copy.id === id)
  if (!stored) return
  const own = left.filter(({ copy }) => copy === id)
  const texts = Object.fromEntries(own.map(({ path, text }) => [path, { text, version: 0 }]))
  const sealed = await seal.close(JSON.stringify({ texts, place: null }), id)
  await store.put({ ...stored, keyId: seal.keyId, ...sealed })
}
