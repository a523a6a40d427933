import { z } from 'zod'
import { documentFields } from '@/lib/final-report/schema'

/** Takes a section back to an older version. `version`: the section's as the page knew it; `back`: the older one. */
export const takeBackSchema = z.object({
  ...documentFields,
  section: z.uuid('finalReport.reason.notFound'),
  version: z.coerce.number().int().positive(),
  back: z.coerce.number().int().positive(),
})

/** `?version=` of the address: a version, or none. */
export const shownVersionSchema = z.coerce.number().int().positive().nullable().catch(null)
