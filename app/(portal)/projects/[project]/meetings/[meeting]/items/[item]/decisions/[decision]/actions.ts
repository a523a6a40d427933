'use server'

import { action } from '@/lib/access/action'
import { itemAddress } from '@/lib/meetings/addresses'
import { removeDecision, saveDecision } from '@/lib/meetings/decisions/commands'
import { decisionSchema, removeDecisionSchema } from '@/lib/meetings/decisions/schema'

type Place = { project: string; meetingId: string; itemId: string }
const back = (_done: unknown, { project, meetingId, itemId }: Place) =>
  `${itemAddress(project, meetingId, itemId)}#decisions`

export const keepDecision = action(decisionSchema, saveDecision, back)
export const dropDecision = action(removeDecisionSchema, removeDecision, back)
