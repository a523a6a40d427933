import { z } from 'zod'

export const retrySchema = z.object({ mailId: z.uuid() })
export type RetryInput = z.infer<typeof retrySchema>
