import { z } from 'zod'
import { documentFields } from '@/lib/final-report/schema'

const place = {
  ...documentFields,
  section: z.uuid('finalReport.reason.notFound'),
  version: z.coerce.number().int().positive(),
}

/** Gives a section to somebody; an empty owner takes it from everybody. */
export const assignSchema = z.object({ ...place, owner: z.union([z.literal(''), z.uuid('finalReport.error.choose')]) })

/** Moves a section of the project's own among those beside it, or under another; "top" is the first level. */
export const moveSectionSchema = z.object({
  ...place,
  to: z.union([z.enum(['up', 'down', 'top']), z.uuid('finalReport.error.choose')], {
    error: 'finalReport.error.choose',
  }),
})

export const removeSectionSchema = z.object(place)

/** A section of the project's own under another: with a title, or about a model of the register. */
export const addSectionSchema = z
  .object({
    ...documentFields,
    parent: z.union([z.literal(''), z.uuid('finalReport.error.choose')]),
    title: z.string().trim().max(300, 'finalReport.error.caption').default(''),
    toimintamalli: z.union([z.literal(''), z.uuid('finalReport.error.choose')]).default(''),
  })
  .refine(({ title, toimintamalli }) => title !== '' || toimintamalli !== '', {
    path: ['title'],
    message: 'reportEditor.arrange.titleMissing',
  })
