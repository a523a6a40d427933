import { z } from 'zod'
import { projectField as project } from '@/lib/projects/schema'
import { dayField, optionalDayField, optionalIdField, optionalText } from '@/lib/values/form-fields'

/** Fields that many forms of meetings share; a row that is new has the version 0. */
export const version = z.coerce.number().int().min(0)
export const day = dayField('meetings.error.day')
export const optionalDay = optionalDayField('meetings.error.day')
/** Optional text of one line, and of many. */
export const line = optionalText(300, 'meetings.error.tooLong')
export const passage = optionalText(20_000, 'meetings.error.tooLong')
export const needed = (message: string, longest = 300) =>
  z.string().trim().min(1, message).max(longest, 'meetings.error.tooLong')

export const bodySchema = z.object({
  project,
  projectId: z.uuid(),
  bodyId: optionalIdField,
  version,
  name: needed('meetings.error.name'),
})
export type BodyInput = { projectId: string; bodyId: string | null; version: number; name: string }

export const meetingSchema = z.object({
  project,
  projectId: z.uuid(),
  meetingId: optionalIdField,
  version,
  bodyId: z.uuid('meetings.error.body'),
  title: needed('meetings.error.title'),
  heldOn: optionalDay,
  timeAsWritten: line,
  place: line,
  periodId: optionalIdField,
  chairRole: line,
  secretaryRole: line,
  note: passage,
})
export type MeetingInput = z.output<typeof meetingSchema>

export const stepSchema = z.object({ project, meetingId: z.uuid(), version })
export const returnSchema = stepSchema.extend({ reason: needed('meetings.error.reason', 2000) })

export const meetingRemovalSchema = stepSchema.extend({
  /** How many decisions the person was told to go with it */
  decisions: z.coerce.number().int().min(0),
  sure: z.literal('yes', { error: 'meetings.error.sure' }),
})
export type MeetingRemoval = { meetingId: string; version: number; decisions: number }

/** Rows of the attendance form: `role/0`, `name/0` …; a row without a role is left out. */
export const attendanceRows = 60

export const attendanceSchema = z
  .looseObject({ project, meetingId: z.uuid(), version })
  .transform(({ project: key, meetingId, version: seen, ...typed }, context) => {
    const rows = Array.from({ length: attendanceRows }, (_, index) => {
      const [role = '', name = '', note = ''] = ['role', 'name', 'note'].map((part) =>
        textOf(typed[`${part}/${index}`]),
      )
      const present = typed[`present/${index}`] !== 'no'
      const refuse = (message: string) => context.addIssue({ code: 'custom', path: [`role/${index}`], message })
      if (!role && (name || note)) refuse('meetings.error.role')
      if ([role, name, note].some((text) => text.length > 300)) refuse('meetings.error.tooLong')
      return { role, name, note, present }
    }).filter(({ role }) => role !== '')
    return { project: key, meetingId, version: seen, rows }
  })
export type AttendanceInput = {
  meetingId: string
  version: number
  rows: { role: string; name: string; note: string; present: boolean }[]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
