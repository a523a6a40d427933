import { z } from 'zod'
import { type Finding, precheckRules } from '@/lib/rounds/publishing/prechecks/model'
import { reportStates } from '@/lib/status-reports/model'

const place = z.union([
  z.object({ unitId: z.string(), path: z.string().nullable() }),
  z.enum(['finance', 'targets', 'structure']),
])

const finding: z.ZodType<Finding> = z.object({
  rule: z.enum(precheckRules),
  place,
  title: z.string(),
  part: z.string().nullable(),
  state: z.enum([...reportStates, 'no_report']).nullable(),
  count: z.number().nullable(),
  sums: z.object({ told: z.string(), counted: z.string(), unit: z.string().nullable() }).nullable(),
})

/** Findings as stored with a publication. @throws when they are something else: published data is never guessed at. */
export function readFindings(stored: unknown): Finding[] {
  return z.array(finding).parse(stored)
}
