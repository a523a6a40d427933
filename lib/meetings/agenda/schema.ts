import { z } from 'zod'
import { pointsOf } from '@/lib/meetings/agenda/model'
import { line, needed, passage, version } from '@/lib/meetings/schema'
import { projectField as project } from '@/lib/projects/schema'
import { optionalIdField } from '@/lib/values/form-fields'

export const itemSchema = z.object({
  project,
  meetingId: z.uuid(),
  itemId: optionalIdField,
  /** Version of the item; of a new item that of nothing: 0 */
  version,
  title: needed('meetings.error.itemTitle', 500),
  presenterRole: line,
  presenterName: line,
  workPackageId: optionalIdField,
  planChangeId: optionalIdField,
  background: passage,
  proposal: passage,
  discussion: z
    .string()
    .max(50_000, 'meetings.error.tooLong')
    .optional()
    .transform((text) => pointsOf(text ?? '')),
})
export type ItemInput = z.output<typeof itemSchema>

/** `version` is that of the meeting: the order of its items belongs to it. */
export const moveSchema = z.object({
  project,
  meetingId: z.uuid(),
  version,
  itemId: z.uuid(),
  direction: z.enum(['up', 'down']),
})
export type MoveInput = Omit<z.output<typeof moveSchema>, 'project'>

export const removeItemSchema = z.object({ project, meetingId: z.uuid(), itemId: z.uuid(), version })
export const fillAgendaSchema = z.object({ project, meetingId: z.uuid(), version })
