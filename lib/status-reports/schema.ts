import { z } from 'zod'
import { canBeOpened } from '@/lib/status-reports/fields/model'

const version = z.coerce.number().int().positive()
const report = z.uuid('statusReports.error.unknownReport')

/** Sending, recalling, starting a review, approving: one report as the person saw it. */
export const reportStepSchema = z.object({ reportId: report, version })
export type ReportStep = z.infer<typeof reportStepSchema>

export const longestReason = 2000

export const returnSchema = z.object({
  reportId: report,
  version,
  /** Comma-separated, as a form sends check boxes */
  opens: z
    .string()
    .optional()
    .transform((text) => (text ?? '').split(',').filter(Boolean))
    .refine((opens) => opens.length > 0 && opens.every(canBeOpened), 'statusReports.error.opensMissing'),
  reason: z
    .string()
    .trim()
    .min(1, 'statusReports.error.returnReasonMissing')
    .max(longestReason, 'statusReports.error.reasonTooLong'),
})
export type ReportReturn = z.infer<typeof returnSchema>
