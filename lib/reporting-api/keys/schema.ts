import { z } from 'zod'
import { mostDays } from '@/lib/reporting-api/keys/model'

export const newKeySchema = z.object({
  name: z.string().trim().min(2, 'reportingApi.error.name').max(100, 'reportingApi.error.name'),
  /** Id of a project; empty for all of the county's */
  project: z.union([z.literal('').transform(() => null), z.uuid('reportingApi.error.project')]),
  scope: z.enum(['published', 'approved'], { error: 'reportingApi.error.scope' }),
  days: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, 'reportingApi.error.days')
    .transform(Number)
    .refine((days) => days >= 1 && days <= mostDays, 'reportingApi.error.days'),
})

export const revokeKeySchema = z.object({ keyId: z.uuid() })
