'use server'

import { action } from '@/lib/access/action'
import { threadAnchor } from '@/lib/comments/model'
import { sectionAddress } from '@/lib/final-report/addresses'
import { commentOnSection, moveSectionThread, replyOnSection } from '@/lib/final-report/comments/commands'
import {
  type SectionPlaceOf,
  sectionReplySchema,
  sectionThreadStepSchema,
  startSectionThreadSchema,
} from '@/lib/final-report/comments/schema'

/** A page that sends by script stays where it is and asks for its news itself; without scripts the thread's place is shown. */
const back = ({ threadId }: { threadId: string }, { answer, project: key, kind, sectionId }: SectionPlaceOf) =>
  answer === 'stay' ? null : `${sectionAddress({ key, kind }, sectionId)}#${threadAnchor(threadId)}`

export const startSectionComment = action(startSectionThreadSchema, commentOnSection, back)
export const replySectionComment = action(sectionReplySchema, replyOnSection, back)
export const moveSectionComment = action(sectionThreadStepSchema, moveSectionThread, back)
