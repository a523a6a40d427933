import { z } from 'zod'
import { bindingSources, type WrittenBlock } from '@/lib/final-report/blocks/model'
import { contentSchemas } from '@/lib/final-report/blocks/schema'
import { longestSection } from '@/lib/final-report/editor/model'

const id = z.uuid().nullable()
const binding = z.object({
  sort: z.int().min(0).max(10_000),
  source: z.enum(bindingSources),
  measurementId: id,
  indicatorId: id,
  targetId: id,
  investmentId: id,
  workPackageId: id,
  toimintamalliId: id,
  decisionId: id,
  frozen: z.string().max(400).optional(),
})

const file = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), sha256: z.string() })
const head = z.looseObject({
  id: z.uuid(),
  bindings: z.array(binding).max(500),
  file: file.nullable(),
  from: z.object({ reportId: z.uuid(), path: z.string().min(1).max(200) }).nullable(),
})

const types = Object.keys(contentSchemas) as (keyof typeof contentSchemas)[]
const content = z.discriminatedUnion('type', [
  ...types.map((type) => z.object({ type: z.literal(type), content: contentSchemas[type] })),
  z.object({ type: z.literal('unreadable') }),
] as never) as unknown as z.ZodType<Pick<WrittenBlock, 'type'>>

const block = z.intersection(head.pick({ id: true, bindings: true, file: true, from: true }), content)

const blocks = z
  .array(block as unknown as z.ZodType<WrittenBlock>)
  .max(2000)
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length)

/** The blocks of a section as the editor sends them, in one text. */
export const sectionTextSchema = z
  .string()
  .max(longestSection)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom' })
      return z.NEVER
    }
  })
  .pipe(blocks)
