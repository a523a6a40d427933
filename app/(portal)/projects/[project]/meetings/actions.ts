'use server'

import { action } from '@/lib/access/action'
import { markActionPoint } from '@/lib/meetings/action-points/commands'
import { markPointSchema } from '@/lib/meetings/action-points/schema'
import { decisionsAddress, itemAnchor, meetingAddress, writtenPart } from '@/lib/meetings/addresses'
import { saveBody, saveMeeting } from '@/lib/meetings/commands'
import { bodySchema, meetingSchema } from '@/lib/meetings/schema'
import { meetingsAddress } from '@/lib/projects/addresses'

export const keepBody = action(bodySchema, saveBody, ({ bodyId }, { project }) =>
  writtenPart(meetingsAddress(project), `body-${bodyId}`),
)
export const keepMeeting = action(meetingSchema, saveMeeting, ({ meetingId }, { project }) =>
  meetingAddress(project, meetingId),
)
export const mark = action(
  markPointSchema,
  markActionPoint,
  (_done, { project, meetingId, itemId, pointId, version, back }) =>
    back === 'decisions'
      ? writtenPart(decisionsAddress(project), 'action-points', pointId)
      : writtenPart(meetingAddress(project, meetingId), itemAnchor(itemId), `${pointId}-${version}`),
)
