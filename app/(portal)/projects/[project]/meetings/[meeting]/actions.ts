'use server'

import { action } from '@/lib/access/action'
import { itemAnchor, meetingAddress, writtenPart } from '@/lib/meetings/addresses'
import { fillAgenda } from '@/lib/meetings/agenda/asked/commands'
import { moveItem } from '@/lib/meetings/agenda/commands'
import { fillAgendaSchema, moveSchema } from '@/lib/meetings/agenda/schema'
import { removeMeeting } from '@/lib/meetings/commands'
import { meetingRemovalSchema, returnSchema, stepSchema } from '@/lib/meetings/schema'
import { approveMeeting, checkMeeting, returnMeeting } from '@/lib/meetings/standing/commands'
import { meetingsAddress } from '@/lib/projects/addresses'

type Place = { project: string; meetingId: string; version: number }
const back = (_done: unknown, { project, meetingId, version }: Place) =>
  writtenPart(meetingAddress(project, meetingId), 'main', version)

export const move = action(moveSchema, moveItem, ({ itemId }, { project, meetingId, version }) =>
  writtenPart(meetingAddress(project, meetingId), itemAnchor(itemId), version),
)
export const fill = action(fillAgendaSchema, fillAgenda, back)
export const check = action(stepSchema, checkMeeting, back)
export const approve = action(stepSchema, approveMeeting, back)
export const takeBack = action(returnSchema, returnMeeting, back)
export const remove = action(meetingRemovalSchema, removeMeeting, (_done, { project }) => meetingsAddress(project))
