import type { FormField, Reading } from '@/components/status-reports/form/model'
import { longestFieldText } from '@/lib/status-reports/fields/model'
import type { TextPart } from '@/lib/values/text-difference'

/** One field as it is sent. */
export type SentField = { path: string; text: string; version: number; confirm: boolean; undo?: true }

/** What somebody else wrote into a field meanwhile. */
export type OtherText = {
  text: string
  version: number
  by: string | null
  at: string
  undo?: string | null
  /** How it differs from the text that was sent: "removed" is only in that one, "added" only in the other one */
  parts?: TextPart[]
  sent?: string
}

/** A field that was saved elsewhere since this page knew it. */
export type NewerText = OtherText & { path: string; confirmed: boolean }

export type FieldAnswer =
  | { path: string; ok: true; version: number; confirmed: boolean; undo?: string | null; reading: Reading | null }
  | { path: string; ok: false; reason: 'STALE'; current: OtherText }
  | { path: string; ok: false; reason: 'LOCKED' | 'UNKNOWN_FIELD' | 'TOO_LONG' }

export type FieldState = {
  text: string
  /** The text the server is known to have */
  kept: string
  version: number
  confirmed: boolean
  /** The writer has said that what was carried over still holds */
  confirming: boolean
  /** What the field can be taken back to; null when there is nothing to undo */
  undo: string | null
  undoing: boolean
  reading: Reading | null
  /** What looks wrong with the value as the server has it */
  warnings: readonly string[]
  other: OtherText | null
  refused: 'LOCKED' | 'UNKNOWN_FIELD' | 'TOO_LONG' | null
  /** Changed or confirmed since the last attempt to send the report: what was said of it then no longer holds */
  touched: boolean
  /** Taken in from another writer just now */
  fresh: boolean
}

/** A text that the server does not have, with the version of the field it was written on. */
export type Draft = { text: string; version: number }

// More than this is no typed text: encrypting it at every keystroke would make typing slow.
const longestDraft = 200_000
// Sent together at most; the rest follows. The server refuses two million characters.
const largestSending = 400_000

export const asLines = (text: string): string => text.replace(/\r\n?/g, '\n')

/** What is typed and what is saved of the fields of one form. */
export class FieldStates {
  private readonly fields = new Map<string, FieldState>()
  private readonly longest: number
  /** Fields whose text was begun on another text than the server has */
  private readonly restored = new Set<string>()
  /** Counts the changes of what is typed and of what the server has */
  revision = 0
  /** Something has been saved since the page was drawn, here or elsewhere */
  begun = false

  constructor(
    fields: readonly FormField[],
    typed: Readonly<Record<string, string>>,
    longest: number = longestFieldText,
  ) {
    this.longest = longest
    const none = { confirming: false, undoing: false, other: null, refused: null, touched: false, fresh: false }
    for (const { path, text, version, confirmed, reading, warnings = [], undo = null } of fields) {
      const own = typed[path] === undefined ? text : asLines(typed[path])
      this.fields.set(path, { ...none, text: own, kept: text, version, confirmed, undo, reading, warnings })
    }
  }

  has(path: string): boolean {
    return this.fields.has(path)
  }

  get(path: string): FieldState {
    const known = this.fields.get(path)
    if (!known) throw new Error(`the form has no field ${path}`)
    return known
  }

  paths(): string[] {
    return [...this.fields.keys()]
  }

  put(path: string, change: Partial<FieldState>): void {
    const before = this.get(path)
    const after = { ...before, ...change }
    this.fields.set(path, after)
    this.begun ||= after.version > before.version
    if (before.text !== after.text || before.kept !== after.kept || before.other !== after.other) this.revision += 1
  }

  type(path: string, text: string): void {
    const refused = text.length > this.longest ? 'TOO_LONG' : null
    this.put(path, { text, refused, touched: true, fresh: false, undoing: false })
  }

  /** Puts in a text that was typed on an earlier version of the field; the server says whether that version still holds. */
  restore(path: string, { text, version }: Draft): void {
    this.type(path, text)
    this.put(path, { version })
    this.restored.add(path)
  }

  versions(): Record<string, number> {
    return Object.fromEntries([...this.fields].map(([path, { version, other }]) => [path, other?.version ?? version]))
  }

  /** What waits to be sent, as much as goes into one request. */
  waiting(): SentField[] {
    const fields = this.dirty()
    let size = 0
    return fields.filter(({ text }, index) => {
      size += text.length
      return index === 0 || size <= largestSending
    })
  }

  dirty(): SentField[] {
    return [...this.fields].flatMap(([path, { text, kept, version, confirming, undoing, other, refused }]) => {
      if (other || refused || (text === kept && !confirming)) return []
      return [{ path, text, version, confirm: confirming, ...(undoing ? { undo: true as const } : {}) }]
    })
  }

  /** Every text the server does not have; `whole` tells that none was too long to be listed. */
  drafts(): { texts: Record<string, Draft>; whole: boolean } {
    const unsaved = [...this.fields].filter(([, { text, kept }]) => text !== kept)
    const fit = unsaved.filter(([, { text }]) => text.length <= Math.max(longestDraft, this.longest))
    const texts = Object.fromEntries(fit.map(([path, { text, version }]) => [path, { text, version }]))
    return { texts, whole: fit.length === unsaved.length }
  }

  some(test: (state: FieldState) => boolean): boolean {
    return [...this.fields.values()].some(test)
  }

  /** What the server says of a field that was sent. */
  take(was: SentField, answer: FieldAnswer): void {
    const { path } = was
    if (answer.ok) {
      const { version, confirmed, reading, undo = null } = answer
      this.put(path, { kept: was.text, version, confirmed, confirming: false, undo, undoing: false, reading })
      this.restored.delete(path)
    } else if (answer.reason === 'STALE' && this.isBegunOn(path, answer.current.text)) {
      // Something else of it has changed, and not the text: the writer's goes on from there.
      this.put(path, { version: answer.current.version })
    } else if (answer.reason === 'STALE') {
      this.put(path, { other: { ...answer.current, sent: was.text }, confirming: false, undoing: false })
    } else this.put(path, { refused: answer.reason, confirming: false, undoing: false })
  }

  /** Whether this is the very text that the writer went on from. */
  private isBegunOn(path: string, text: string): boolean {
    return text === this.get(path).kept && !this.restored.has(path)
  }

  /** Takes in what was saved elsewhere where this writer has not touched the field. Returns the paths whose text changed. */
  refresh(newer: readonly NewerText[], writing: string | null): string[] {
    return newer.flatMap(({ path, text, version, confirmed, undo = null }) => {
      const state = this.fields.get(path)
      if (!state || version <= state.version || path === writing) return []
      if (state.text !== state.kept || state.confirming || state.other || state.refused) return []
      const fresh = text !== state.text
      const reading = fresh ? null : state.reading
      this.put(path, { text, kept: text, version, confirmed, undo, reading, fresh: fresh || state.fresh })
      return fresh ? [path] : []
    })
  }
}
