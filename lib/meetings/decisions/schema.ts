import { z } from 'zod'
import { type Concern, type ConcernKind, concernKinds } from '@/lib/meetings/decisions/model'
import { needed, optionalDay, version } from '@/lib/meetings/schema'
import { projectField as project } from '@/lib/projects/schema'
import { optionalIdField } from '@/lib/values/form-fields'

/** `work_package:0193…`: how a form names one thing. */
export function concernValue({ kind, id }: Pick<Concern, 'kind' | 'id'>): string {
  return `${kind}:${id}`
}

const concern = z.string().transform((text, context): { kind: ConcernKind; id: string } => {
  const [name, id] = text.split(':')
  const kind = concernKinds.find((one) => one === name)
  const known = z.uuid().safeParse(id)
  if (kind && known.success) return { kind, id: known.data }
  context.addIssue({ code: 'custom', message: 'meetings.error.choice' })
  return z.NEVER
})

export const decisionSchema = z.object({
  project,
  meetingId: z.uuid(),
  itemId: z.uuid(),
  decisionId: optionalIdField,
  version,
  text: needed('meetings.error.decision', 20_000),
  decidedOn: optionalDay,
  /** Several check boxes of one name arrive with commas between them */
  concerns: z
    .string()
    .optional()
    .transform((text) => (text ? text.split(',') : []))
    .pipe(z.array(concern).max(200)),
})
export type DecisionInput = Omit<z.output<typeof decisionSchema>, 'project'>

export const removeDecisionSchema = z.object({
  project,
  meetingId: z.uuid(),
  itemId: z.uuid(),
  decisionId: z.uuid(),
  version,
})
