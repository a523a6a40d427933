import type { Autosave } from '@/components/status-reports/form/autosave'
import type { Seal } from '@/components/status-reports/form/copy/seal'
import type { CopyStore, SealedCopy } from '@/components/status-reports/form/copy/store'
import type { Draft } from '@/components/status-reports/form/field-states'

/** Where the writer was: the field, and the selection in its text. */
export type Place = { path: string; from: number; to: number }

type Content = { texts: Record<string, Draft>; place: Place | null }
export type FoundCopy = Content & { id: string; at: number }

type Given = {
  reportId: string
  tab: string
  store: CopyStore
  seal: Seal
  place: () => Place | null
  isGone: (tab: string) => Promise<boolean>
}

const writeAfter = 250
const retryAfter = 2000
const keptDays = 30

/** The copies of a report that earlier pages left behind and this person may read, the oldest first. */
export async function findCopies({
  reportId,
  store,
  seal,
  isGone,
}: Omit<Given, 'tab' | 'place'>): Promise<FoundCopy[]> {
  const all = await store.copies()
  const old = all.filter(({ at }) => at < Date.now() - keptDays * 86_400_000)
  await Promise.all(old.map(({ id }) => store.remove(id)))
  const found = await Promise.all(
    all
      .filter((copy) => copy.reportId === reportId && !old.includes(copy) && seal.knows(copy.keyId))
      .map(async (copy) => ((await isGone(copy.tab)) ? open(seal, copy) : null)),
  )
  return found.filter((copy) => copy !== null).sort((one, other) => one.at - other.at)
}

async function open(seal: Seal, { id, keyId, at, iv, data }: SealedCopy): Promise<FoundCopy | null> {
  try {
    return { ...(JSON.parse(await seal.open(keyId, iv, data, id)) as Content), id, at }
  } catch {
    // Altered or half written: it says nothing that can be trusted.
    return null
  }
}

/** Keeps on this device what the server does not have yet; tells the form when that is so. */
export class LocalCopy {
  private readonly given: Given
  private readonly autosave: Autosave
  private readonly id: string
  private timer: ReturnType<typeof setTimeout> | null = null
  private running: Promise<void> | null = null
  private seen = -1
  private written = false
  private ended = false
  private adopted: string[] = []

  constructor(autosave: Autosave, given: Given) {
    this.autosave = autosave
    this.given = given
    this.id = `${given.reportId}/${given.tab}`
  }

  /** `adopted`: copies whose texts are in the form by now; they are removed once this one holds them. */
  start(adopted: string[]): () => void {
    this.adopted = adopted
    const stop = this.autosave.subscribe(() => this.look())
    this.look()
    return stop
  }

  /** Writes at once what has changed; `always` also when everything is saved, for the place of the writer. */
  async flush(always = false): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    await this.running
    if (this.ended) return
    this.running = this.write(always).finally(() => {
      this.running = null
    })
    await this.running
  }

  /** The store or the key is gone: nothing is on this device any more. */
  end(): void {
    this.ended = true
    if (this.timer) clearTimeout(this.timer)
    this.autosave.keptOnDevice(null)
  }

  private look(): void {
    const { revision } = this.autosave.drafts()
    if (revision === this.seen || this.ended) return
    this.seen = revision
    this.timer ??= setTimeout(() => void this.flush(), writeAfter)
  }

  private async write(always: boolean): Promise<void> {
    const { texts, whole, revision } = this.autosave.drafts()
    const { store, seal, reportId, tab } = this.given
    try {
      if (always || Object.keys(texts).length > 0) {
        const content: Content = { texts, place: this.given.place() }
        const sealed = await seal.close(JSON.stringify(content), this.id)
        await store.put({ id: this.id, reportId, tab, keyId: seal.keyId, at: Date.now(), ...sealed })
        this.written = true
      } else if (this.written) {
        await store.remove(this.id)
        this.written = false
      }
      await Promise.all(this.adopted.splice(0).map((id) => store.remove(id)))
      if (whole && !this.ended) this.autosave.keptOnDevice(revision)
    } catch {
      // No room or no store: the line goes on saying that the text is not kept.
      if (!this.ended) this.timer ??= setTimeout(() => void this.flush(), retryAfter)
    }
  }
}
