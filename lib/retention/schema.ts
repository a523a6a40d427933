import { z } from 'zod'
import { kindsOfProject, retentionKinds, retentionStarts, startsOf } from '@/lib/retention/model'
import { optionalIdField } from '@/lib/values/form-fields'

const longest = 2000
const version = z.coerce.number().int().min(0)
const reason = z.string().trim().min(1, 'retention.error.reason').max(longest, 'retention.error.tooLong')

const rule = {
  kind: z.enum(retentionKinds, { error: 'retention.error.kind' }),
  /** Empty: the rule of every programme that has none of its own */
  programme: optionalIdField,
  start: z.enum(retentionStarts, { error: 'retention.error.start' }),
  years: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, 'retention.error.years')
    .transform(Number)
    .refine((years) => years <= 150, 'retention.error.years'),
  basis: z.string().trim().min(1, 'retention.error.basis').max(longest, 'retention.error.tooLong'),
}

type Asked = {
  kind: (typeof retentionKinds)[number]
  programme: string | null
  start: (typeof retentionStarts)[number]
}
const startFits = ({ kind, start }: Asked) => startsOf(kind).includes(start)
const programmeFits = ({ kind, programme }: Asked) => programme === null || (kind !== 'mails' && kind !== 'sign_ins')
const startMessage = { path: ['start'], message: 'retention.error.startFits' }
const programmeMessage = { path: ['programme'], message: 'retention.error.programmeFits' }

export const newRuleSchema = z.object(rule).refine(startFits, startMessage).refine(programmeFits, programmeMessage)

export const ruleSchema = z
  .object({ ...rule, ruleId: z.uuid(), version })
  .refine(startFits, startMessage)
  .refine(programmeFits, programmeMessage)

export const removeRuleSchema = z.object({ ruleId: z.uuid(), version })

export const holdSchema = z.object({
  project: z.uuid('retention.error.project'),
  /** Empty: everything of the project */
  kind: z.union([z.literal('').transform(() => null), z.enum(kindsOfProject)], { error: 'retention.error.kind' }),
  reason,
})

export const liftSchema = z.object({ holdId: z.uuid(), reason })

export const prepareSchema = z.object({
  year: z
    .string()
    .trim()
    .regex(/^2\d{3}$/, 'retention.error.year')
    .transform(Number),
})

export const leaveOutSchema = z.object({ listId: z.uuid(), itemId: z.uuid(), reason })

export const withdrawSchema = z.object({ listId: z.uuid(), version, reason })

export const decideSchema = z
  .object({
    listId: z.uuid(),
    version,
    decision: z.enum(['approve', 'refuse'], { error: 'retention.error.decision' }),
    reason: z.string().trim().max(longest, 'retention.error.tooLong').default(''),
  })
  .refine(({ decision, reason }) => decision === 'approve' || reason !== '', {
    path: ['reason'],
    message: 'retention.error.refusalReason',
  })

export const carryOutSchema = z.object({ listId: z.uuid() })
