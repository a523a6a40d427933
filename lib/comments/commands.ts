import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { auditOfStep, type CommentVisibility, type ThreadStep, tellingOf, threadSubject } from '@/lib/comments/model'
import { type CommentRights, canComment, canShow } from '@/lib/comments/permissions'
import { tell } from '@/lib/notifications/commands'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

/** What comments need to know of where they stand; made by the noun that owns the place, for a viewer who may see it. */
export type CommentPlace = {
  organisationId: string
  owner: { reportId: string } | { sectionId: string }
  rights: CommentRights
  /** Whether the place has this section or field */
  has: (path: string) => Promise<boolean>
  /** Users who may see the place: only they can be named or told */
  readers: ReadonlySet<string>
  /** Users whom every comment concerns */
  concerned: readonly string[]
  /** What a notification points at */
  subject: { projectId: string; periodId?: string; reportId?: string }
}

export type NewComment = { text: string; mentions: readonly string[] }
type Written = { threadId: string; commentId: string }
type WriteReason = 'NOT_ALLOWED' | 'CANNOT_READ'

/**
 * Begins a thread on a section or field. Reasons: NOT_ALLOWED (to comment, or to show it to the steering group),
 * UNKNOWN_PLACE, CANNOT_READ (somebody named may not see the place).
 */
export async function startThread(
  viewer: Viewer,
  tx: Tx,
  place: CommentPlace,
  input: NewComment & { path: string; visibility: CommentVisibility },
): Promise<Result<Written, WriteReason | 'UNKNOWN_PLACE'>> {
  const { path, visibility } = input
  const may = visibility === 'steering' ? canShow : canComment
  if (!may(viewer, place.rights)) return fail('NOT_ALLOWED')
  if (!(await place.has(path))) return fail('UNKNOWN_PLACE')
  if (!everybodyReads(place, input)) return fail('CANNOT_READ', { mentions: 'comments.error.cannotRead' })
  const { organisationId, owner } = place
  const thread = await tx.commentThread.create({
    data: { organisationId, ...owner, path, visibility, createdAt: now() },
    select: { id: true },
  })
  return ok(await writeComment(viewer, tx, place, thread.id, input))
}

/**
 * Adds a comment to a thread. Reasons: NOT_FOUND, NOT_ALLOWED, CANNOT_READ, and RESOLVED when somebody has resolved it
 * meanwhile: what was settled is reopened on purpose, not by an answer that crossed it.
 */
export async function addReply(
  viewer: Viewer,
  tx: Tx,
  place: CommentPlace,
  input: NewComment & { threadId: string },
): Promise<Result<Written, WriteReason | 'NOT_FOUND' | 'RESOLVED'>> {
  if (!canComment(viewer, place.rights)) return fail('NOT_ALLOWED')
  const thread = await holdThread(tx, place, input.threadId)
  if (!thread) return fail('NOT_FOUND')
  if (thread.resolvedAt) return fail('RESOLVED')
  if (!everybodyReads(place, input)) return fail('CANNOT_READ', { mentions: 'comments.error.cannotRead' })
  return ok(await writeComment(viewer, tx, place, input.threadId, input))
}

/**
 * Resolves or reopens a thread, or decides whether the steering group may read it. Reasons: NOT_ALLOWED, NOT_FOUND, and
 * STALE when it stands so already: somebody was first.
 */
export async function moveThread(
  viewer: Viewer,
  tx: Tx,
  place: CommentPlace,
  input: { threadId: string; step: ThreadStep },
): Promise<Result<{ threadId: string }, 'NOT_ALLOWED' | 'NOT_FOUND' | 'STALE'>> {
  const { threadId, step } = input
  const showing = step === 'show' || step === 'hide'
  const right = showing ? place.rights.show : place.rights.comment
  if (right === null || !(showing ? canShow : canComment)(viewer, place.rights)) return fail('NOT_ALLOWED')
  if (!(await holdThread(tx, place, threadId))) return fail('NOT_FOUND')
  const { from, to } = changeOf(viewer, step)
  const moved = await tx.commentThread.updateMany({ where: { id: threadId, ...from }, data: to })
  if (moved.count === 0) return fail('STALE')
  await recordAudit(tx, viewer, {
    action: auditOfStep[step],
    right,
    subjectType: threadSubject,
    subjectId: threadId,
    organisationId: place.organisationId,
    data: place.subject,
  })
  return ok({ threadId })
}

/** How a thread must stand for a step, and how it stands after it. */
function changeOf(viewer: Viewer, step: ThreadStep) {
  switch (step) {
    case 'resolve':
      return { from: { resolvedAt: null }, to: { resolvedAt: now(), resolvedById: viewer.userId } }
    case 'reopen':
      return { from: { resolvedAt: { not: null } }, to: { resolvedAt: null, resolvedById: null } }
    case 'show':
      return { from: { visibility: 'internal' }, to: { visibility: 'steering' } } as const
    case 'hide':
      return { from: { visibility: 'steering' }, to: { visibility: 'internal' } } as const
  }
}

/** Locks the thread, so that an answer and a resolving take turns. Null when the place has no such thread. */
async function holdThread(tx: Tx, place: CommentPlace, threadId: string) {
  await tx.$queryRaw`SELECT 1 FROM "CommentThread" WHERE id = ${threadId}::uuid FOR UPDATE`
  return tx.commentThread.findFirst({ where: { id: threadId, ...place.owner }, select: { resolvedAt: true } })
}

function everybodyReads({ readers }: CommentPlace, { mentions }: NewComment): boolean {
  return mentions.every((userId) => readers.has(userId))
}

/** The comment, the people it names, its audit row and who is told: one transaction. The text stays out of the log. */
async function writeComment(
  viewer: Viewer,
  tx: Tx,
  place: CommentPlace,
  threadId: string,
  { text, mentions }: NewComment,
): Promise<Written> {
  const { organisationId, rights, subject } = place
  const before = await tx.comment.findMany({
    where: { threadId },
    select: { authorId: true, mentions: { select: { userId: true } } },
  })
  const { id: commentId } = await tx.comment.create({
    data: { organisationId, threadId, authorId: String(viewer.userId), text, createdAt: now() },
    select: { id: true },
  })
  await tx.commentMention.createMany({ data: mentions.map((userId) => ({ organisationId, commentId, userId })) })
  await recordAudit(tx, viewer, {
    action: 'comment.added',
    right: String(rights.comment),
    subjectType: threadSubject,
    subjectId: threadId,
    organisationId,
    data: { ...subject, commentId, named: mentions.length },
  })
  const taking = before.flatMap((comment) => [comment.authorId, ...comment.mentions.map(({ userId }) => userId)])
  const told = tellingOf({ named: mentions, concerned: [...place.concerned, ...taking], readers: place.readers })
  const happening = { organisationId, happening: commentId, subject: { ...subject, threadId } }
  await tell(viewer, tx, { ...happening, kind: 'mention', to: told.mention })
  await tell(viewer, tx, { ...happening, kind: 'comment', to: told.comment })
  return { threadId, commentId }
}
