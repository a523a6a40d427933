import { z } from 'zod'

const title = z.looseObject({ fi: z.string(), sv: z.string().nullish(), en: z.string().nullish() })
const organization = z.looseObject({ title: title.partial() }).nullish()

/** `/indicators`: every indicator. */
export const catalogueSchema = z.array(
  z.looseObject({ id: z.number().int(), title, organization, 'data-updated': z.string().nullish() }),
)

/** `/indicators/{id}` */
export const indicatorSchema = z.looseObject({
  id: z.number().int(),
  title,
  organization,
  range: z.looseObject({ start: z.number().int(), end: z.number().int() }).nullish(),
  decimals: z.number().int().nonnegative().nullish(),
  'data-updated': z.string().nullish(),
  primaryValueType: z.looseObject({ code: z.string().nullish(), title: title.partial().nullish() }).nullish(),
  classifications: z.looseObject({ sex: z.looseObject({ values: z.array(z.string()) }).nullish() }).nullish(),
})
export type Indicator = z.output<typeof indicatorSchema>

/** `/regions`: codes are text, also where they look like numbers. */
export const regionsSchema = z.array(
  z.looseObject({ id: z.number().int(), code: z.string(), category: z.string(), title }),
)

/** `/json`: rows of every region there is, whatever was asked. */
export const rowsSchema = z.array(
  z.looseObject({
    indicator: z.number().int(),
    region: z.number().int(),
    year: z.number().int(),
    gender: z.string(),
    value: z.number().nullish(),
    absValue: z.number().nullish(),
  }),
)
export type Row = z.output<typeof rowsSchema>[number]
