import { z } from 'zod'
import { projectPlace } from '@/lib/projects/schema'
import { optionalIdField } from '@/lib/values/form-fields'

/** A table from a spreadsheet, to be looked at. */
export const pasteSchema = z.object({
  ...projectPlace,
  periodId: optionalIdField,
  text: z
    .string()
    .max(200_000, 'finance.error.pasteTooLong')
    .refine((text) => text.trim() !== '', 'finance.error.pasteMissing')
    .refine((text) => text.includes('\t') || !text.trim().includes('\n'), 'finance.error.pasteNoColumns'),
})
export type PasteInput = { projectId: string; periodId: string | null; text: string }

/** Taking in what was looked at; `again`: the person knows that the same table was taken in before. */
export const takeSchema = z.object({
  ...projectPlace,
  id: z.uuid(),
  layout: z.string().max(2000),
  again: z
    .literal('yes')
    .optional()
    .transform((said) => said === 'yes'),
})
export type Taking = { projectId: string; id: string; layout: string; again: boolean }
