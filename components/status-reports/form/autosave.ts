import type { FormField, Reading } from '@/components/status-reports/form/model'
import { longestFieldText } from '@/lib/status-reports/fields/model'

/** One field as it is sent. */
export type SentField = { path: string; text: string; version: number; confirm: boolean }

/** What somebody else wrote into a field meanwhile. */
export type OtherText = { text: string; version: number; by: string | null; at: string }

type FieldAnswer =
  | { path: string; ok: true; version: number; confirmed: boolean; reading: Reading | null }
  | { path: string; ok: false; reason: 'STALE'; current: OtherText }
  | { path: string; ok: false; reason: 'LOCKED' | 'UNKNOWN_FIELD' | 'TOO_LONG' }

export type Refusal = 'SIGNED_OUT' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'LOCKED'
export type Answer = { time: string; fields: FieldAnswer[] } | { refused: Refusal }

/** Sends fields and gives the answer; throws when no answer came. `leaving`: the page is being left, nobody waits. */
export type Send = (fields: SentField[], leaving: boolean) => Promise<Answer>

export type FieldState = {
  text: string
  /** The text the server is known to have */
  kept: string
  version: number
  confirmed: boolean
  /** The writer has said that what was carried over still holds */
  confirming: boolean
  reading: Reading | null
  other: OtherText | null
  refused: 'LOCKED' | 'UNKNOWN_FIELD' | 'TOO_LONG' | null
  /** Changed or confirmed since the last attempt to send the report: what was said of it then no longer holds */
  touched: boolean
}

/** The state line, always true: what is on the server and what is not. */
export type SaveState =
  | { is: 'quiet' }
  | { is: 'unsaved' }
  | { is: 'saving' }
  | { is: 'saved'; time: string }
  | { is: 'failed'; why: Refusal | 'NO_ANSWER' }
  | { is: 'conflict' }
  | { is: 'refused' }

/** `typed`: texts of a form that came back refused; `time`: when the report was last saved. */
type Beginning = { typed: Readonly<Record<string, string>>; time: string | null; send: Send }

const pause = 700
const longestPause = 4000
const retryAfter = [2000, 4000, 8000, 15_000]
// Nothing the writer does on this page helps: trying again would only look like hope.
const final: readonly string[] = ['NOT_ALLOWED', 'NOT_FOUND', 'LOCKED']

/** Keeps what is typed and what is saved of one form; saves within a second of the last keystroke, one request at a time. */
export class Autosave {
  private readonly fields = new Map<string, FieldState>()
  private readonly listeners = new Set<() => void>()
  private readonly send: Send
  private timer: ReturnType<typeof setTimeout> | null = null
  private dirtySince = 0
  private running: Promise<void> | null = null
  private time: string | null = null
  private failure: Refusal | 'NO_ANSWER' | null = null
  private failures = 0
  private shown: SaveState = { is: 'quiet' }

  constructor(fields: readonly FormField[], { typed, time, send }: Beginning) {
    this.send = send
    this.time = time
    if (time !== null) this.shown = { is: 'saved', time }
    for (const { path, text, version, confirmed, reading } of fields) {
      const own = typed[path]?.replace(/\r\n?/g, '\n') ?? text
      const none = { confirming: false, other: null, refused: null, touched: false }
      this.fields.set(path, { ...none, text: own, kept: text, version, confirmed, reading })
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly state = (): SaveState => this.shown

  field(path: string): FieldState {
    const known = this.fields.get(path)
    if (!known) throw new Error(`the form has no field ${path}`)
    return known
  }

  /** How many of these fields wait for confirmation. */
  unconfirmed(paths: Iterable<string> = this.fields.keys()): number {
    return [...paths].filter((path) => !this.field(path).confirmed && !this.field(path).confirming).length
  }

  unsaved(): boolean {
    return this.running !== null || this.dirty().length > 0 || this.blocked()
  }

  change(path: string, text: string): void {
    this.put(path, { text, refused: text.length > longestFieldText ? 'TOO_LONG' : null, touched: true })
    this.schedule(pause)
  }

  /** Takes in what stands in the fields of the page where it is not what the server has. */
  adopt(texts: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(texts)) {
      const own = text.replace(/\r\n?/g, '\n')
      if (this.fields.has(path) && own !== this.field(path).kept) this.change(path, own)
    }
  }

  confirm(paths: readonly string[]): void {
    for (const path of paths) if (!this.field(path).confirmed) this.put(path, { confirming: true, touched: true })
    this.schedule(0)
  }

  /** After a conflict: the writer's own text goes over the other one, now that both have been seen. */
  keepMine(path: string): void {
    const { other } = this.field(path)
    if (other) this.put(path, { other: null, kept: other.text, version: other.version })
    this.schedule(0)
  }

  takeOther(path: string): void {
    const { other } = this.field(path)
    if (other)
      this.put(path, { other: null, text: other.text, kept: other.text, version: other.version, confirmed: true })
    this.show()
  }

  /** The report was tried to be sent: what is said of its fields holds from now on. */
  attempted(): void {
    for (const path of this.fields.keys()) this.put(path, { touched: false })
    this.show()
  }

  /** Text that came back from a refused form without scripts is saved like typed text. */
  begin(): void {
    if (this.dirty().length > 0) this.schedule(0)
  }

  /** Tries again at once: the network came back, or somebody returned to the page. */
  retry(): void {
    if (this.failure && !final.includes(this.failure)) this.schedule(0)
  }

  /** Saves everything now; true when all of it is on the server. */
  async flush(): Promise<boolean> {
    for (let round = 0; round < 3 && (this.running || this.dirty().length > 0); round += 1) {
      if (!this.running) this.start()
      await this.running
    }
    return !this.unsaved()
  }

  /** The page is being left: what is not saved is sent without waiting for an answer. */
  leave(): void {
    const dirty = this.dirty()
    if (dirty.length > 0) void this.send(dirty, true).catch(() => undefined)
  }

  private dirty(): SentField[] {
    return [...this.fields].flatMap(([path, { text, kept, version, confirming, other, refused }]) =>
      !other && !refused && (text !== kept || confirming) ? [{ path, text, version, confirm: confirming }] : [],
    )
  }

  private blocked(): boolean {
    return [...this.fields.values()].some(({ other, refused }) => other !== null || refused !== null)
  }

  private put(path: string, change: Partial<FieldState>): void {
    this.fields.set(path, { ...this.field(path), ...change })
  }

  private schedule(after: number): void {
    const now = Date.now()
    this.dirtySince ||= now
    if (this.timer) clearTimeout(this.timer)
    // Somebody who never pauses is saved, too.
    const wait = Math.max(0, Math.min(after, this.dirtySince + longestPause - now))
    this.timer = this.running ? null : setTimeout(() => this.start(), wait)
    this.show()
  }

  private start(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    const sent = this.dirty()
    this.dirtySince = 0
    this.show()
    if (sent.length === 0 || this.running || final.includes(this.failure ?? '')) return
    this.running = this.send(sent, false)
      .then((answer) => this.take(sent, answer))
      .catch(() => this.fail('NO_ANSWER'))
      .finally(() => {
        this.running = null
        if (this.failure === null && this.dirty().length > 0) this.schedule(pause)
        this.show()
      })
    this.show()
  }

  private take(sent: readonly SentField[], answer: Answer): void {
    if ('refused' in answer) {
      this.fail(answer.refused)
      return
    }
    this.failure = null
    this.failures = 0
    this.time = answer.time
    for (const field of answer.fields) {
      const was = sent.find(({ path }) => path === field.path)
      if (!was) continue
      if (field.ok) {
        const { version, confirmed, reading } = field
        this.put(field.path, { kept: was.text, version, confirmed, confirming: false, reading })
      } else if (field.reason === 'STALE') this.put(field.path, { other: field.current, confirming: false })
      else this.put(field.path, { refused: field.reason, confirming: false })
    }
  }

  private fail(why: Refusal | 'NO_ANSWER'): void {
    this.failure = why
    if (final.includes(why)) return
    const after = retryAfter[Math.min(this.failures, retryAfter.length - 1)] ?? 15_000
    this.failures += 1
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => this.start(), after)
  }

  private show(): void {
    this.shown = this.now()
    for (const listener of this.listeners) listener()
  }

  private now(): SaveState {
    if (this.running && !this.failure) return { is: 'saving' }
    if (this.failure) return { is: 'failed', why: this.failure }
    const states = [...this.fields.values()]
    if (states.some(({ other }) => other)) return { is: 'conflict' }
    if (states.some(({ refused }) => refused)) return { is: 'refused' }
    if (this.dirty().length > 0) return { is: 'unsaved' }
    return this.time === null ? { is: 'quiet' } : { is: 'saved', time: this.time }
  }
}
