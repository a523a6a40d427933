import { z } from 'zod'
import { canBeOpened } from '@/lib/status-reports/fields/model'

/** Where the person is, so that the answer can lead back there. It decides nothing: the report's id does. */
export const reportPlace = {
  project: z.string().max(100),
  period: z.string().max(20),
  unit: z.uuid(),
}

const report = {
  reportId: z.uuid(),
  /** The report as the person saw it */
  version: z.coerce.number().int().positive(),
}
export type ReportStep = { reportId: string; version: number }

/** Recalling, starting a review, approving. */
export const reportStepSchema = z.object({ ...report, ...reportPlace })

const longestReason = 2000

export const returnSchema = z.object({
  ...report,
  ...reportPlace,
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
export type ReportReturn = ReportStep & { opens: readonly string[]; reason: string }
