import { z } from 'zod'
import { line, needed, optionalDay, version } from '@/lib/meetings/schema'
import { projectField as project } from '@/lib/projects/schema'
import { optionalIdField } from '@/lib/values/form-fields'

export const actionPointSchema = z.object({
  project,
  meetingId: z.uuid(),
  itemId: z.uuid(),
  pointId: optionalIdField,
  version,
  text: needed('meetings.error.actionPoint', 2000),
  responsibleRole: line,
  dueOn: optionalDay,
})
export type ActionPointInput = Omit<z.output<typeof actionPointSchema>, 'project'>

const point = { project, meetingId: z.uuid(), itemId: z.uuid(), pointId: z.uuid(), version }
export const removePointSchema = z.object(point)
/** `done` false opens it again. `back` is the page it was marked on. */
export const markPointSchema = z.object({
  ...point,
  done: z.enum(['yes', 'no']),
  back: z.enum(['meeting', 'decisions']),
})
