import { z } from 'zod'
import { type BlockContents, type BlockType, indicatorPicks, isAddress } from '@/lib/final-report/blocks/model'

/** Only addresses that lead out of the report to a page or to mail: nothing that runs. */
export const addressSchema = z
  .string()
  .trim()
  .max(2000, 'finalReport.error.address')
  .refine(isAddress, 'finalReport.error.address')

export const captionSchema = z.string().trim().min(1, 'finalReport.error.caption').max(300, 'finalReport.error.caption')
const text = z.string().max(20_000, 'finalReport.error.tooLong')

const targetSchema = z.object({ to: z.enum(['block', 'section', 'attachment']), id: z.uuid() })

const runSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text, mark: z.enum(['strong', 'emphasis']).optional() }),
  z.object({
    kind: z.literal('number'),
    binding: z.int().min(0),
    bare: z.literal(true).optional(),
    digits: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal('source'), binding: z.int().min(0) }),
  z.object({ kind: z.literal('note'), text: text.min(1) }),
  z.object({ kind: z.literal('reference'), target: targetSchema, bare: z.literal(true).optional() }),
  z.object({ kind: z.literal('link'), text: text.min(1), address: addressSchema }),
])
const runs = z.array(runSchema).max(500)
// A caption that is still being written may be empty: nothing typed is refused, and what is missing is told.
const captioned = z.object({
  caption: z.string().max(300, 'finalReport.error.caption'),
  numbered: z.literal(false).optional(),
})
const cell = text.nullable()

/** Shape of what a block stores, by its type. */
export const contentSchemas: { [T in BlockType]: z.ZodType<BlockContents[T]> } = {
  paragraph: z.object({ runs }),
  heading: z.object({ text: text.min(1), level: z.union([z.literal(1), z.literal(2)]) }),
  list: z.object({ ordered: z.boolean(), items: z.array(runs).min(1).max(200) }),
  quote: z.object({ runs, attribution: text.nullable() }),
  links: z.object({
    items: z
      .array(z.object({ text: text.min(1), address: addressSchema }))
      .min(1)
      .max(200),
  }),
  toimintamalli: z.object({ toimintamalliId: z.uuid() }),
  bound_number: z.object({ label: text.min(1) }),
  indicator_table: captioned.extend({ pick: z.enum(indicatorPicks) }),
  toimintamalli_table: captioned.extend({ listed: z.literal(true).optional() }),
  breakdown_table: captioned,
  budget_table: captioned,
  purchase_table: captioned,
  decision_list: captioned,
  phase_table: captioned,
  cost_table: captioned.extend({ budgetId: z.uuid(), scoped: z.literal(true).optional() }),
  person_month_table: captioned.extend({ scoped: z.literal(true).optional() }),
  risk_table: captioned,
  chart: captioned,
  free_table: captioned.extend({
    columns: z.array(text).min(1).max(12),
    rows: z.array(z.array(cell)).max(500),
    total: z.array(cell).optional(),
    notes: z.array(text).max(20).optional(),
  }),
  image: captioned.extend({ alt: text, description: text.optional() }),
  attachment_reference: z.object({ attachmentId: z.uuid() }),
  cross_reference: z.object({ target: targetSchema }),
}
