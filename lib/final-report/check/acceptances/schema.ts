import { z } from 'zod'

const project = z.string().min(1).max(100)

export const acceptFindingSchema = z.object({
  project,
  finding: z.string().regex(/^[0-9a-f]{16}$/),
  reason: z.string().trim().min(1, 'reportCheck.error.reason').max(2000, 'reportCheck.error.tooLong'),
  /** The page that sends it stays where it is */
  answer: z.literal('stay').optional(),
})
export type AcceptFinding = z.output<typeof acceptFindingSchema>

export const withdrawAcceptanceSchema = z.object({ project, acceptance: z.uuid() })
