import type { Role } from '@/lib/access/model'
import type { AuditAction } from '@/lib/platform/audit'

/** Who may read a thread: those who make the report, or also the steering group once the period is published. */
export const commentVisibilities = ['internal', 'steering'] as const
export type CommentVisibility = (typeof commentVisibilities)[number]

/** What has been done to a whole thread. */
export const threadSteps = ['resolve', 'reopen', 'show', 'hide'] as const
export type ThreadStep = (typeof threadSteps)[number]

/** The audit row of each step; the log is where it is kept who did it and when. */
export const auditOfStep = {
  resolve: 'comment.resolved',
  reopen: 'comment.reopened',
  show: 'comment.shown',
  hide: 'comment.hidden',
} as const satisfies Record<ThreadStep, AuditAction>
export const threadSubject = 'comment_thread'

/** Characters; a comment points at something, longer texts belong into the report itself. */
export const longestComment = 5000
/** How many people one comment may name. */
export const mostNamed = 50

export type CommentRow = {
  id: string
  at: string
  by: string
  /** Written by the viewer */
  own: boolean
  text: string
  /** Names of the people it names */
  named: string[]
}

export type ThreadStepRow = { type: ThreadStep; at: string; by: string | null }

export type ThreadRow = {
  id: string
  /** The section or field it is about */
  path: string
  visibility: CommentVisibility
  resolved: boolean
  /** Oldest first; there is always one */
  comments: CommentRow[]
  /** Resolving, reopening and changes of who may read it, oldest first */
  steps: ThreadStepRow[]
}

/** Somebody who can be named in a comment. */
export type Person = { id: string; name: string; role: Role }

/** id of a thread's place on a page; mails and lists link to it. */
export function threadAnchor(threadId: string): string {
  return `thread-${threadId}`
}

export function openThreads<T extends Pick<ThreadRow, 'resolved'>>(threads: readonly T[]): T[] {
  return threads.filter(({ resolved }) => !resolved)
}

const excerptLength = 140

/** The beginning of a comment on one line, cut between words, never inside a character. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line]
  if (characters.length <= excerptLength) return line
  const cut = characters.slice(0, excerptLength).join('')
  const lastSpace = cut.lastIndexOf(' ')
  return `${lastSpace > excerptLength / 2 ? cut.slice(0, lastSpace) : cut}…`
}

/**
 * Who is told of a comment: those it names are told that they are named; everybody else concerned that there is a comment.
 * Nobody is told twice, nor of what they may not read.
 */
export function tellingOf(people: {
  named: readonly string[]
  concerned: readonly string[]
  readers: ReadonlySet<string>
}): { mention: string[]; comment: string[] } {
  const mention = [...new Set(people.named)].filter((id) => people.readers.has(id))
  const comment = [...new Set(people.concerned)].filter((id) => people.readers.has(id) && !mention.includes(id))
  return { mention, comment }
}
