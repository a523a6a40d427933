import { isOpen } from '@/lib/status-reports/fields/model'
import type { ReportEventType } from '@/lib/status-reports/model'
import { isSameText } from '@/lib/values/text-difference'

/** The fields as they stood when the report was sent back or opened again. */
export type KeptCopy = {
  /** Its place in the event list */
  seq: number
  type: 'returned' | 'reopened'
  at: string
  by: string | null
  /** Sections and fields that it opened */
  opens: readonly string[]
  /** Field path → text */
  texts: Readonly<Record<string, string>>
}

export type ChangesSince = {
  from: KeptCopy
  /** Paths of the fields that have changed */
  changed: string[]
  /** Places that a return asked to correct and in which nothing has changed */
  unanswered: string[]
}

type Texts = Readonly<Record<string, string>>

/** Every copy kept, in the order of the events. */
export function keptCopies(
  events: readonly (Omit<KeptCopy, 'type' | 'texts'> & { type: ReportEventType; copy: unknown })[],
): KeptCopy[] {
  return events.flatMap(({ seq, type, at, by, opens, copy }) => {
    const isKept = type === 'returned' || type === 'reopened'
    return isKept && isTexts(copy) ? [{ seq, type, at, by, opens, texts: copy }] : []
  })
}

/**
 * What has changed since the report was sent back or opened again: computed from the copy kept then, never claimed. Of
 * several returns the one with the number that was asked for, else the latest. Null when there was none.
 */
export function changesSince(copies: readonly KeptCopy[], now: Texts, asked: number | null): ChangesSince | null {
  const from = copies.find(({ seq }) => seq === asked) ?? copies.at(-1)
  if (!from) return null
  const changed = changedPaths(from.texts, now)
  // Reopening permits and asks for nothing.
  const requested = from.type === 'returned' ? from.opens : []
  return { from, changed, unanswered: requested.filter((place) => !changed.some((path) => isOpen([place], path))) }
}

/** Paths whose text is another one for a reader; empty and missing are the same, and a mere space is no answer. */
function changedPaths(before: Texts, now: Texts): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(now)])
  return [...paths].filter((path) => !isSameText(before[path] ?? '', now[path] ?? '')).sort()
}

function isTexts(copy: unknown): copy is Record<string, string> {
  return typeof copy === 'object' && copy !== null && Object.values(copy).every((text) => typeof text === 'string')
}
