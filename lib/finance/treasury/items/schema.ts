import { z } from 'zod'
import { businessIdField, requiredText, shortText } from '@/lib/finance/schema'
import type { SupportField } from '@/lib/finance/treasury/model'
import { projectPlace, versionField } from '@/lib/projects/schema'

const itemFields = {
  ...projectPlace,
  name: requiredText,
  implementer: shortText(),
  supportId: requiredText,
  supportType: shortText(),
  recipientType: shortText(),
  recipientId: shortText(100),
  recipientName: shortText(),
  businessId: businessIdField,
} satisfies Record<SupportField | 'name' | keyof typeof projectPlace, z.ZodType>

export const newItemSchema = z.object(itemFields)
export const itemSchema = z.object({ ...itemFields, id: z.uuid(), version: versionField })

/** A support as it is typed; what else is not known yet is null, and the file of a month is refused for it. */
export type ItemInput = { projectId: string; name: string; supportId: string } & Record<
  Exclude<SupportField, 'supportId'>,
  string | null
>
