import { z } from 'zod'
import type { FactValue } from '@/lib/final-report/check/file/values/model'
import { sectionKinds } from '@/lib/final-report/model'
import { locales } from '@/lib/platform/locales'

/**
 * A written report as a file, and the facts beside it. Keys that are not known are left alone; null or nothing means that
 * the file does not tell.
 */

const id = z.union([z.string().min(1), z.number().transform(String)])
const perhaps = z.string().nullish()
const cell = z.union([z.string(), z.number().transform(String), z.boolean().transform(String), z.null()])
const rows = z.array(z.array(cell))

const fileBlock = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['paragraph', 'heading', 'quote']), text: z.string() }),
  z.object({ type: z.literal('list'), items: z.array(z.string()) }),
  z.object({
    type: z.literal('links'),
    urls: z.array(z.string()).default([]),
    items: z.array(z.object({ text: perhaps, url: z.string() })).default([]),
  }),
  z.object({
    type: z.literal('table'),
    label: perhaps,
    caption: perhaps,
    columns: z.array(cell).nullish(),
    rows: rows.nullish(),
    total: z.array(cell).nullish(),
  }),
  z.object({
    type: z.literal('figure'),
    label: perhaps,
    caption: perhaps,
    alt: perhaps,
    /** What tells one picture from another, whichever the file has */
    sha256: perhaps,
    image: perhaps,
    file: perhaps,
  }),
  z.object({
    type: z.literal('toimintamalli_table'),
    label: perhaps,
    caption: perhaps,
    workpackage: perhaps,
    investment: id.nullish(),
    rows: z.array(z.object({ name: z.string(), url: perhaps, piloted: perhaps, stayed_in_use: perhaps })).nullish(),
  }),
  z.object({ type: z.literal('decision_refs'), attachments: z.array(z.string()) }),
])
export type FileBlock = z.infer<typeof fileBlock>

const fileSection = z.object({
  id,
  number: id.nullish(),
  heading: z.string(),
  kind: z.enum(sectionKinds),
  parent: id.nullish(),
  /** The section whose content is shown here as well */
  shows: id.nullish(),
  blocks: z.array(fileBlock),
})
export type FileSection = z.infer<typeof fileSection>

const factValue: z.ZodType<FactValue> = z.lazy(() =>
  z.union([z.number(), z.string(), z.null(), z.record(z.string(), factValue)]),
)

const factIndicator = z.object({
  id,
  name: z.string(),
  unit: z.string(),
  target: z.object({ value: z.union([z.number(), z.string(), z.null()]), direction: perhaps, text: perhaps }).nullish(),
  baseline: z.object({ value: factValue, period: z.string().nullish(), text: perhaps }).nullish(),
  measurements: z
    .array(
      z.object({
        period: z
          .string()
          .nullish()
          .transform((text) => text ?? ''),
        normalised_period: z
          .object({ start: z.string().nullable(), end: z.string().nullable() })
          .nullish()
          .transform((dates) => dates ?? { start: null, end: null }),
        value: factValue,
        n: z
          .number()
          .nullish()
          .transform((n) => n ?? null),
        note: perhaps.transform((note) => note ?? null),
      }),
    )
    .default([]),
  disaggregation: z.array(z.string()).nullish(),
})
export type FactIndicatorRow = z.infer<typeof factIndicator>

const factModel = z.object({
  name: z.string(),
  investments: z.array(id).default([]),
  workpackage: perhaps,
  innokyla_url: perhaps,
  innokyla_url_in_table_4_2: perhaps,
  innokyla_url_in_section: perhaps,
  in_table_4_2: z.boolean().nullish(),
  piloted: perhaps,
  stayed_in_use: perhaps,
  section_id: id.nullish(),
})
export type FactModel = z.infer<typeof factModel>

const factCaption = z.object({ label: perhaps, caption: perhaps })
const factTable = factCaption.extend({ columns: z.array(cell).nullish(), rows: rows.nullish() })
const factAttachment = z.object({ label: z.string(), title: perhaps, present_in_text: z.boolean().nullish() })

export const factsFile = z.object({
  indicators: z.array(factIndicator).default([]),
  toimintamallit: z.array(factModel).default([]),
  figures: z.array(factCaption).default([]),
  tables: z.array(factTable).default([]),
  attachments: z.array(factAttachment).default([]),
})
export type FactsFile = z.infer<typeof factsFile>

export const reportFile = z.object({
  report: z.object({ title: perhaps, language: z.enum(locales).nullish() }).nullish(),
  sections: z.array(fileSection).min(1),
  attachments: z.array(factAttachment).nullish(),
  facts: z.unknown().optional(),
})
export type ReportFile = z.infer<typeof reportFile>
