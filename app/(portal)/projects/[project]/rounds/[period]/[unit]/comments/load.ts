import type { Viewer } from '@/lib/access/model'
import { findReportComments } from '@/lib/status-reports/comments/queries'
import { moveComment, replyComment, startComment } from './actions'

/** `comment`: the place where a new comment is being begun, when the page is used without scripts. */
export type CommentSearch = { comment?: string | string[] }

/** Comments of a report with what its pages need to show and send them. */
export async function loadTalk(viewer: Viewer, report: { id: string }, search: Promise<CommentSearch>) {
  const [comments, { comment }] = await Promise.all([findReportComments(viewer, report.id), search])
  return { comments, startAt: comment, actions: { start: startComment, reply: replyComment, move: moveComment } }
}
