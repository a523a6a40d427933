import { z } from 'zod'

export type Node = {
  sid?: number | null
  label: string
  stage?: string | null
  code?: string | null
  children?: Node[]
}

const node: z.ZodType<Node> = z.looseObject({
  sid: z.number().int().nullish(),
  label: z.string(),
  stage: z.string().nullish(),
  code: z.string().nullish(),
  get children() {
    return z.array(node).optional()
  },
})

/** `fact_<cube>.dimensions.json`: every dimension with its tree of categories. */
export const dimensionsSchema = z.array(
  z.looseObject({ id: z.string(), label: z.string().nullish(), children: z.array(node) }),
)
export type PivotDimension = z.output<typeof dimensionsSchema>[number]
