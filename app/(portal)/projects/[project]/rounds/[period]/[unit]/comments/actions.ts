'use server'

import { action } from '@/lib/access/action'
import { threadAnchor } from '@/lib/comments/model'
import { reportAddress, reportFormAddress } from '@/lib/status-reports/addresses'
import { commentOnReport, moveReportThread, replyToComment } from '@/lib/status-reports/comments/commands'
import {
  type CommentedPlace,
  replySchema,
  startThreadSchema,
  threadStepSchema,
} from '@/lib/status-reports/comments/schema'

/** A page that sends by script stays where it is and asks for its news itself; without scripts the thread's place is shown. */
const back = ({ threadId }: { threadId: string }, { answer, on, project, period, unit }: CommentedPlace) => {
  if (answer === 'stay') return null
  const page = on === 'form' ? reportFormAddress : reportAddress
  return `${page(project, period, unit)}#${threadAnchor(threadId)}`
}

export const startComment = action(startThreadSchema, commentOnReport, back)
export const replyComment = action(replySchema, replyToComment, back)
export const moveComment = action(threadStepSchema, moveReportThread, back)
