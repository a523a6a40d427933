import { z } from 'zod'
import { optionalAddress, projectPlace, versionField } from '@/lib/projects/schema'
import { optionalText } from '@/lib/values/form-fields'
import { parseTime } from '@/lib/values/parse-time'

/** The time of the project as people write it: 1.1.2023–31.12.2025. */
export const termField = z
  .string()
  .trim()
  .refine((text) => {
    const time = parseTime(text)
    return text === '' || (time.ok && time.value.from !== null && time.value.to !== null)
  }, 'projects.error.term')
  .transform((text) => {
    const time = parseTime(text)
    return time.ok && text !== '' ? { asWritten: text, from: time.value.from, to: time.value.to } : null
  })

export const basicsSchema = z.object({
  ...projectPlace,
  version: versionField,
  name: z.string().trim().min(1, 'projects.error.name').max(300, 'projects.error.tooLong'),
  description: optionalText(8000, 'projects.error.tooLong'),
  term: termField,
  steeringGroup: optionalText(2000, 'projects.error.tooLong'),
  website: optionalAddress,
})
export type Basics = Omit<z.output<typeof basicsSchema>, 'project'>
