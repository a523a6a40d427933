import { z } from 'zod'
import { type ReportStep, reportStepSchema } from '@/lib/status-reports/schema'

const longestReason = 2000

export const reopeningSchema = reportStepSchema.extend({
  /** What the person was told would open */
  seen: z.enum(['full', 'texts']),
  reason: z
    .string()
    .trim()
    .min(1, 'corrections.error.reopenReasonMissing')
    .max(longestReason, 'statusReports.error.reasonTooLong'),
})

export type ReportReopening = ReportStep & { reason: string; seen?: 'full' | 'texts' }
