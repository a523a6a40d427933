import { z } from 'zod'
import { type RoundFilter, readFilter } from '@/lib/rounds/filters/model'
import { readMarks } from '@/lib/rounds/queue/model'
import { reportStepSchema, returnSchema } from '@/lib/status-reports/schema'

/** A filter that is sent along as it stood in an address: "?light=red". */
export function readFilterText(text: string | string[] | undefined): RoundFilter {
  return readFilter(Object.fromEntries(new URLSearchParams(typeof text === 'string' ? text : '')))
}

/** So that the answer comes back to the same list. */
const filter = z.string().max(1000).optional().transform(readFilterText)

export const queueStepSchema = reportStepSchema.extend({ filter })
export const queueReturnSchema = returnSchema.extend({ filter })

export const approveManySchema = z.object({
  project: z.string().max(100),
  period: z.string().max(20),
  filter,
  marks: z.string().max(20_000).transform(readMarks),
})
export type ApproveMarked = z.output<typeof approveManySchema>
