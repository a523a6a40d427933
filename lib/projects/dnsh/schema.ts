import { z } from 'zod'
import { dnshKinds } from '@/lib/projects/labels'
import { optionalAddress, projectPlace } from '@/lib/projects/schema'
import { dayField, optionalDayField } from '@/lib/values/form-fields'

/** A new assessment. Its document is chosen among the project's documents. */
export const dnshSchema = z
  .object({
    ...projectPlace,
    kind: z.enum(dnshKinds),
    text: z.string().trim().min(1, 'projects.error.dnshText').max(8000, 'projects.error.tooLong'),
    assessedOn: dayField('projects.error.day'),
    reviewOn: optionalDayField('projects.error.day'),
    documentId: z.union([z.literal('').transform(() => null), z.uuid()]),
    url: optionalAddress,
  })
  .refine(({ assessedOn, reviewOn }) => reviewOn === null || reviewOn > assessedOn, {
    path: ['reviewOn'],
    message: 'projects.error.reviewBefore',
  })
export type NewDnsh = Omit<z.output<typeof dnshSchema>, 'project'>
