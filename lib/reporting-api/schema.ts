import { z } from 'zod'
import { locales } from '@/lib/platform/locales'

export const pageSize = { usual: 1_000, most: 10_000 } as const

/** csv: commas, decimal points, names of columns; csv_fi: as Excel in Finland reads it, with headings in words. */
export const formatSchema = z.enum(['json', 'csv', 'csv_fi'], { error: 'reportingApi.problem.format' })
export type ApiFormat = z.infer<typeof formatSchema>

/**
 * What may stand in the address of a table. Everything is text; a name that is not here is refused, so that a misspelt filter
 * never looks like one that was followed.
 */
export const parametersSchema = z.strictObject(
  {
    limit: z
      .string()
      .regex(/^\d{1,5}$/, 'reportingApi.problem.limit')
      .transform(Number)
      .refine((limit) => limit >= 1 && limit <= pageSize.most, 'reportingApi.problem.limit')
      .optional(),
    cursor: z.string().max(500, 'reportingApi.problem.cursor').optional(),
    format: formatSchema.optional(),
    locale: z.enum(locales, { error: 'reportingApi.problem.locale' }).optional(),
    project: z.string().min(1, 'reportingApi.problem.project').max(100, 'reportingApi.problem.project').optional(),
    period: z.string().min(1, 'reportingApi.problem.period').max(100, 'reportingApi.problem.period').optional(),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'reportingApi.problem.parameter' : undefined) },
)
export type Parameters = z.infer<typeof parametersSchema>

/** What a cursor holds; programs are given it as one word and need not know. */
export const cursorSchema = z.object({
  /** Of which data the page before was made */
  data: z.string().max(64),
  resource: z.string().max(64),
  /** Which of the publications comes next, and how many of its rows have been given */
  publication: z.int().min(0),
  row: z.int().min(0),
})
export type Cursor = z.infer<typeof cursorSchema>
