import { z } from 'zod'
import { longestFieldText } from '@/lib/status-reports/fields/model'
import { type ReportStep, reportStepSchema } from '@/lib/status-reports/schema'

const longestReason = 2000

export const correctionSchema = reportStepSchema.extend({
  path: z.string().max(200),
  /** Which value, when the report has told several of the indicator */
  measurementId: z
    .string()
    .optional()
    .transform((id) => id || undefined)
    .pipe(z.uuid('corrections.error.whichValue').optional()),
  text: z.string().max(longestFieldText, 'statusReports.error.tooLong'),
  reason: z
    .string()
    .trim()
    .min(1, 'corrections.error.reasonMissing')
    .max(longestReason, 'statusReports.error.reasonTooLong'),
})

export type FigureCorrection = ReportStep & { path: string; text: string; reason: string; measurementId?: string }
