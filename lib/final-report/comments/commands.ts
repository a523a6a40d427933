import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { addReply, type CommentPlace, moveThread, type NewComment, startThread } from '@/lib/comments/commands'
import type { ThreadStep } from '@/lib/comments/model'
import { findSectionPlace } from '@/lib/final-report/comments/queries'
import type { Tx } from '@/lib/platform/db'
import { fail, type Result } from '@/lib/values/result'

type OnThread = { threadId: string }

/** Begins a thread on a section, also of a report that is closed for writing. Reasons: NOT_FOUND and those of `startThread`. */
export function commentOnSection(viewer: Viewer, input: NewComment & { sectionId: string; path: string }) {
  return onSection(viewer, { sectionId: input.sectionId }, (tx, place) =>
    startThread(viewer, tx, place, { ...input, visibility: 'internal' }),
  )
}

/** Answers a comment on a section. Reasons: as `addReply`. */
export function replyOnSection(viewer: Viewer, input: NewComment & OnThread) {
  return onSection(viewer, { threadId: input.threadId }, (tx, place) => addReply(viewer, tx, place, input))
}

/** Resolves or reopens a thread of a section. Reasons: as `moveThread`. */
export function moveSectionThread(viewer: Viewer, input: OnThread & { step: ThreadStep }) {
  return onSection(viewer, { threadId: input.threadId }, (tx, place) => moveThread(viewer, tx, place, input))
}

/** What is not the viewer's to see does not exist. */
function onSection<T, Reason extends string>(
  viewer: Viewer,
  where: { sectionId: string } | OnThread,
  work: (tx: Tx, place: CommentPlace) => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason | 'NOT_FOUND'>> {
  return asViewer(viewer, async (tx) => {
    const place = await findSectionPlace(viewer, tx, where)
    return place ? work(tx, place) : fail('NOT_FOUND')
  })
}
