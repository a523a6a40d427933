import {
  asLines,
  type Draft,
  type FieldAnswer,
  type FieldState,
  FieldStates,
  type NewerText,
  type SentField,
} from '@/components/status-reports/form/field-states'
import type { FormField } from '@/components/status-reports/form/model'

export type Refusal = 'SIGNED_OUT' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'LOCKED' | 'CLOSED' | 'INVALID'
/** `warnings`: path of a value → what looks wrong with it now. */
export type Answer = { time: string; fields: FieldAnswer[]; warnings?: Record<string, string[]> } | { refused: Refusal }

/** Sends fields and gives the answer; throws when no answer came. `leaving`: the page is being left, nobody waits. */
export type Send = (fields: SentField[], leaving: boolean) => Promise<Answer>

type Failure = Refusal | 'NO_ANSWER'

/** The state line, always true: what is on the server, what is only on this device, and what is nowhere but on the page. */
export type SaveState =
  | { is: 'quiet' }
  | { is: 'unsaved' }
  | { is: 'saving' }
  | { is: 'saved'; time: string }
  | { is: 'local'; why: 'NO_ANSWER' | 'SIGNED_OUT' }
  | { is: 'failed'; why: Failure }
  | { is: 'conflict' }
  | { is: 'refused' }

/** `typed`: texts of a form that came back refused; `time`: when the report was last saved. */
type Beginning = {
  typed: Readonly<Record<string, string>>
  time: string | null
  send: Send
  /** Characters that a field holds at most; without it as many as a field of a quarterly report */
  longest?: number
}

const pause = 700
const longestPause = 4000
const retryAfter = [2000, 4000, 8000, 15_000]
const freshFor = 60_000
// Nothing the writer does on this page helps: trying again would only look like hope.
const final: readonly Failure[] = ['NOT_ALLOWED', 'NOT_FOUND', 'LOCKED', 'CLOSED', 'INVALID']

/** Keeps what is typed and what is saved of one form; saves within a second of the last keystroke, one request at a time. */
export class Autosave {
  private readonly fields: FieldStates
  private readonly listeners = new Set<() => void>()
  private readonly send: Send
  private timer: ReturnType<typeof setTimeout> | null = null
  private dirtySince = 0
  private running: Promise<void> | null = null
  private time: string | null = null
  private failure: Failure | null = null
  private failures = 0
  private ended = false
  private copied = -1
  private shown: SaveState = { is: 'quiet' }

  constructor(fields: readonly FormField[], { typed, time, send, longest }: Beginning) {
    this.send = send
    this.time = time
    if (time !== null) this.shown = { is: 'saved', time }
    this.fields = new FieldStates(fields, typed, longest)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly state = (): SaveState => this.shown
  /** Whether the session has ended: nothing can be saved before signing in again. */
  readonly signedOut = (): boolean => this.ended || this.failure === 'SIGNED_OUT'

  /** Whether anything has been saved since the page was drawn: a report that was not begun is a draft by then. */
  readonly begun = (): boolean => this.fields.begun

  field(path: string): FieldState {
    return this.fields.get(path)
  }

  has(path: string): boolean {
    return this.fields.has(path)
  }

  versions(): Record<string, number> {
    return this.fields.versions()
  }

  /** How many of these fields wait for confirmation. */
  unconfirmed(paths: Iterable<string> = this.fields.paths()): number {
    return [...paths].filter((path) => !this.field(path).confirmed && !this.field(path).confirming).length
  }

  unsaved(): boolean {
    return this.running !== null || this.fields.dirty().length > 0 || this.blocked()
  }

  change(path: string, text: string): void {
    this.fields.type(path, text)
    this.schedule(pause)
  }

  /** Takes in what stands in the fields of the page where it is not what the server has. */
  adopt(texts: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(texts)) {
      const own = asLines(text)
      if (this.has(path) && own !== this.field(path).kept) this.change(path, own)
    }
  }

  /** Puts in texts that were kept on this device and saves them; on a newer version of a field both texts are shown. */
  restore(drafts: Readonly<Record<string, Draft>>): void {
    for (const [path, draft] of Object.entries(drafts)) this.fields.restore(path, draft)
    this.schedule(0)
  }

  confirm(paths: readonly string[]): void {
    for (const path of paths)
      if (!this.field(path).confirmed) this.fields.put(path, { confirming: true, touched: true })
    this.schedule(0)
  }

  /** Takes a field back to what it was before its latest turn of writing; done again it brings back what was undone. */
  undo(path: string): void {
    const { undo, text, kept } = this.field(path)
    if (undo === null || text !== kept) return
    this.fields.type(path, undo)
    this.fields.put(path, { undoing: true })
    this.schedule(0)
  }

  /** After a conflict: the writer's own text goes over the other one, now that both have been seen. */
  keepMine(path: string): void {
    this.settle(path, (mine) => mine)
  }

  takeOther(path: string): void {
    this.settle(path, (_mine, other) => other)
  }

  /** Both texts into the field, the other one below: the writer makes one of them. */
  combine(path: string): void {
    this.settle(path, (mine, other) => [mine.trimEnd(), other].filter((text) => text.trim() !== '').join('\n\n'))
  }

  /** What the writer has made of both. */
  resolve(path: string, text: string): void {
    this.settle(path, () => text)
  }

  /** The report was tried to be sent: what is said of its fields holds from now on. */
  attempted(): void {
    for (const path of this.fields.paths()) this.fields.put(path, { touched: false })
    this.show()
  }

  /** Text that came back from a refused form without scripts is saved like typed text. */
  begin(): void {
    if (this.fields.dirty().length > 0) this.schedule(0)
  }

  /** Tries again at once: the network came back, or somebody returned to the page. */
  retry(): void {
    if (this.failure && !final.includes(this.failure)) this.schedule(0)
  }

  /** Saves everything now; true when all of it is on the server. */
  async flush(): Promise<boolean> {
    for (let round = 0; round < 5 && (this.running || this.fields.dirty().length > 0); round += 1) {
      if (!this.running) this.start()
      await this.running
      if (this.failure) break
    }
    return !this.unsaved()
  }

  /** The page is being left: what is not saved is sent without waiting for an answer. */
  leave(): void {
    const waiting = this.fields.waiting()
    if (waiting.length > 0) void this.send(waiting, true).catch(() => undefined)
  }

  /** The writer leaves what is not saved behind, knowing it. */
  abandon(): void {
    for (const path of this.fields.paths()) {
      const { kept } = this.field(path)
      this.fields.put(path, { text: kept, other: null, refused: null, confirming: false })
    }
    this.show()
  }

  /** What the server does not have, and the count of changes it stands for. */
  drafts(): ReturnType<FieldStates['drafts']> & { revision: number } {
    return { ...this.fields.drafts(), revision: this.fields.revision }
  }

  /** Whether all that the server does not have is kept on this device, as it stands now. */
  isOnDevice(): boolean {
    const { whole, revision } = this.drafts()
    return whole && this.copied === revision
  }

  /** Everything up to this count of changes is kept on this device; null: the copy is gone. */
  keptOnDevice(revision: number | null): void {
    this.copied = revision ?? -1
    this.show()
  }

  /** What others have saved meanwhile, except into the field being written. */
  refresh(newer: readonly NewerText[], writing: string | null): void {
    // What is under way may be the very text that is told of: its own answer says so soon.
    if (this.running) return
    const changed = this.fields.refresh(newer, writing)
    if (changed.length > 0) setTimeout(() => this.stale(changed), freshFor)
    if (newer.length > 0) this.show()
  }

  /** What another request has shown: whether the session still holds, or that the report is closed. */
  told(what: 'SIGNED_IN' | 'SIGNED_OUT' | 'LOCKED'): void {
    if (what === 'LOCKED') this.failure = 'LOCKED'
    else if (this.signedOut() === (what === 'SIGNED_OUT')) return
    else this.ended = what === 'SIGNED_OUT'
    if (what === 'SIGNED_IN') this.retry()
    this.show()
  }

  private stale(paths: readonly string[]): void {
    for (const path of paths) this.fields.put(path, { fresh: false })
    this.show()
  }

  private settle(path: string, choose: (mine: string, other: string) => string): void {
    const { other, text } = this.field(path)
    if (!other) return
    const { version, undo = null } = other
    this.fields.type(path, choose(text, other.text))
    this.fields.put(path, { other: null, kept: other.text, version, undo, confirmed: true })
    this.schedule(0)
  }

  private blocked(): boolean {
    return this.fields.some(({ other, refused }) => other !== null || refused !== null)
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
    const sent = this.fields.waiting()
    this.dirtySince = 0
    this.show()
    if (sent.length === 0 || this.running || (this.failure && final.includes(this.failure))) return
    this.running = this.send(sent, false)
      .then((answer) => this.take(sent, answer))
      .catch(() => this.fail('NO_ANSWER'))
      .finally(() => {
        this.running = null
        if (this.failure === null && this.fields.dirty().length > 0) this.schedule(pause)
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
    this.ended = false
    this.time = answer.time
    for (const field of answer.fields) {
      const was = sent.find(({ path }) => path === field.path)
      if (was) this.fields.take(was, field)
    }
    for (const [path, warnings] of Object.entries(answer.warnings ?? {})) {
      if (this.has(path)) this.fields.put(path, { warnings })
    }
  }

  private fail(why: Failure): void {
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
    const { failure } = this
    if (this.running && !failure) return { is: 'saving' }
    const waits = this.fields.dirty().length > 0
    if (waits && (failure === 'NO_ANSWER' || failure === 'SIGNED_OUT')) {
      return { is: this.isOnDevice() ? 'local' : 'failed', why: failure }
    }
    if (failure && final.includes(failure)) return { is: 'failed', why: failure }
    if (this.fields.some(({ other }) => other !== null)) return { is: 'conflict' }
    if (this.fields.some(({ refused }) => refused !== null)) return { is: 'refused' }
    if (waits) return { is: 'unsaved' }
    return this.time === null ? { is: 'quiet' } : { is: 'saved', time: this.time }
  }
}
