import { z } from 'zod'
import { roles } from '@/lib/access/model'

export const putGuideAwaySchema = z.object({ guide: z.enum(roles) })
export type PutGuideAway = z.infer<typeof putGuideAwaySchema>

export const bringGuidesBackSchema = z.object({})
