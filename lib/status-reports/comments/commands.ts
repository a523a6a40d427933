import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { addReply, type CommentPlace, moveThread, type NewComment, startThread } from '@/lib/comments/commands'
import type { CommentVisibility, ThreadStep } from '@/lib/comments/model'
import type { Tx } from '@/lib/platform/db'
import { findCommentPlace } from '@/lib/status-reports/comments/queries'
import { fail, type Result } from '@/lib/values/result'

type OnThread = { threadId: string }

/**
 * Begins a thread on a section or field of a report, also of one that is closed for writing. Reasons: NOT_FOUND and those of
 * `startThread`.
 */
export function commentOnReport(
  viewer: Viewer,
  input: NewComment & { reportId: string; path: string; visibility: CommentVisibility },
) {
  return onReport(viewer, { reportId: input.reportId }, (tx, place) => startThread(viewer, tx, place, input))
}

/** Answers a comment on a report. Reasons: as `addReply`. */
export function replyToComment(viewer: Viewer, input: NewComment & OnThread) {
  return onReport(viewer, { threadId: input.threadId }, (tx, place) => addReply(viewer, tx, place, input))
}

/** Resolves, reopens, shows or hides a thread of a report. Reasons: as `moveThread`. */
export function moveReportThread(viewer: Viewer, input: OnThread & { step: ThreadStep }) {
  return onReport(viewer, { threadId: input.threadId }, (tx, place) => moveThread(viewer, tx, place, input))
}

/** What is not the viewer's to see does not exist. */
function onReport<T, Reason extends string>(
  viewer: Viewer,
  where: { reportId: string } | OnThread,
  work: (tx: Tx, place: CommentPlace) => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason | 'NOT_FOUND'>> {
  return asViewer(viewer, async (tx) => {
    const place = await findCommentPlace(viewer, tx, where)
    return place ? work(tx, place) : fail('NOT_FOUND')
  })
}
