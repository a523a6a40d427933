import { z } from 'zod'
import { linkKinds } from '@/lib/projects/links/model'
import { optionalAddress, projectPlace } from '@/lib/projects/schema'
import { optionalDayField, optionalText } from '@/lib/values/form-fields'

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

/** How far a linked project is, in its own words, and when that was known; nothing written takes away what was told. */
export const linkStateSchema = z
  .object({
    ...projectPlace,
    linkId: z.uuid(),
    /** The state that the person saw */
    version: z.string().max(2000),
    stateText: optionalText(1000, 'projects.error.tooLong'),
    stateOn: optionalDayField('projects.error.day'),
  })
  .refine(({ stateText, stateOn }) => stateText !== null || stateOn === null, {
    path: ['stateText'],
    message: 'plan.error.stateMissing',
  })
export type LinkState = Omit<z.output<typeof linkStateSchema>, 'project'>
