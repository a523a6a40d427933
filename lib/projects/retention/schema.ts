import { z } from 'zod'
import { projectPlace, versionField } from '@/lib/projects/schema'
import { optionalDayField, optionalText } from '@/lib/values/form-fields'

/** The project's own day with its reason; without a day the programme's holds. */
export const retentionSchema = z
  .object({
    ...projectPlace,
    version: versionField,
    until: optionalDayField('projects.error.day'),
    reason: optionalText(2000, 'projects.error.tooLong'),
  })
  .refine(({ until, reason }) => until === null || reason !== null, {
    path: ['reason'],
    message: 'projects.error.retentionReason',
  })
export type RetentionChange = Omit<z.output<typeof retentionSchema>, 'project'>
