import { z } from 'zod'
import { locales } from '@/lib/platform/locales'
import { projectPlace } from '@/lib/projects/schema'

/** The press of the one who signs, with what was read and the word that it is so. */
export const declarationSchema = z.object({
  ...projectPlace,
  /** The language in which the text was read: it is signed as it was read */
  locale: z.enum(locales),
  sure: z.literal('yes', 'projects.error.sure'),
})
