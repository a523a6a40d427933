import { z } from 'zod'
import { linkKinds } from '@/lib/projects/links/model'
import { optionalAddress, projectPlace } from '@/lib/projects/schema'
import { optionalText } from '@/lib/values/form-fields'

/** Another project: chosen of the same house, else named. */
export const linkSchema = z
  .object({
    ...projectPlace,
    kind: z.enum(linkKinds),
    linkedId: z.union([z.literal('').transform(() => null), z.uuid()]),
    name: optionalText(300, 'projects.error.tooLong'),
    url: optionalAddress,
    note: optionalText(1000, 'projects.error.tooLong'),
  })
  .refine(({ linkedId, name }) => linkedId !== null || name !== null, {
    path: ['name'],
    message: 'projects.error.linkName',
  })
export type NewLink = Omit<z.output<typeof linkSchema>, 'project'>

export const removeLinkSchema = z.object({ ...projectPlace, linkId: z.uuid() })
