import { z } from 'zod'
import { documentFields } from '@/lib/final-report/schema'

export const acceptFindingSchema = z.object({
  ...documentFields,
  finding: z.string().regex(/^[0-9a-f]{16}$/),
  reason: z.string().trim().min(1, 'reportCheck.error.reason').max(2000, 'reportCheck.error.tooLong'),
  /** The page that sends it stays where it is */
  answer: z.literal('stay').optional(),
})
export type AcceptFinding = z.input<typeof acceptFindingSchema>

export const withdrawAcceptanceSchema = z.object({ ...documentFields, acceptance: z.uuid() })
