'use server'

import { action } from '@/lib/access/action'
import { removeActionPoint, saveActionPoint } from '@/lib/meetings/action-points/commands'
import { actionPointSchema, removePointSchema } from '@/lib/meetings/action-points/schema'
import { itemAddress, itemAnchor, meetingAddress, writtenPart } from '@/lib/meetings/addresses'
import { removeItem, saveItem } from '@/lib/meetings/agenda/commands'
import { itemSchema, removeItemSchema } from '@/lib/meetings/agenda/schema'
import { attachLink, attachPage, removeAttachment } from '@/lib/meetings/attachments/commands'
import { linkSchema, pageSchema, removeAttachmentSchema } from '@/lib/meetings/attachments/schema'

type Place = { project: string; meetingId: string; itemId: string }
const toItem =
  (part: string) =>
  (_done: unknown, { project, meetingId, itemId }: Place) =>
    writtenPart(itemAddress(project, meetingId, itemId), part)

export const keepItem = action(itemSchema, saveItem, ({ itemId }, { project, meetingId, itemId: before }) =>
  before === null
    ? itemAddress(project, meetingId, itemId)
    : `${meetingAddress(project, meetingId)}#${itemAnchor(itemId)}`,
)
export const dropItem = action(
  removeItemSchema,
  removeItem,
  (_done, { project, meetingId }) => `${meetingAddress(project, meetingId)}#agenda`,
)
export const keepPoint = action(actionPointSchema, saveActionPoint, toItem('points'))
export const dropPoint = action(removePointSchema, removeActionPoint, toItem('points'))
export const addPage = action(pageSchema, attachPage, toItem('attachments'))
export const addLink = action(linkSchema, attachLink, toItem('attachments'))
export const dropAttachment = action(removeAttachmentSchema, removeAttachment, toItem('attachments'))
