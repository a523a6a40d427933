import { z } from 'zod'

const category = z.object({
  index: z.union([z.array(z.string()), z.record(z.string(), z.number().int().nonnegative())]).optional(),
  label: z.record(z.string(), z.string()).optional(),
  unit: z
    .record(z.string(), z.looseObject({ base: z.string().optional(), decimals: z.number().optional() }))
    .optional(),
})

const dimension = z.looseObject({ label: z.string().optional(), category })

const cell = z.union([z.number(), z.string(), z.null()])
const cells = z.union([z.array(cell), z.record(z.string().regex(/^\d+$/), cell)])
const status = z.union([z.string(), z.array(z.string().nullable()), z.record(z.string(), z.string().nullable())])

const parts = {
  label: z.string().optional(),
  source: z.string().optional(),
  updated: z.string().optional(),
  value: cells,
  status: status.nullish(),
}

/** JSON-stat 2.0: the dimensions and their order stand side by side. */
export const dataset2Schema = z.object({
  ...parts,
  id: z.array(z.string()).min(1),
  size: z.array(z.number().int().positive()).min(1),
  dimension: z.record(z.string(), dimension),
})

/** JSON-stat 1.x: order and sizes stand among the dimensions themselves. */
export const dataset1Schema = z.object({
  ...parts,
  dimension: z.looseObject({ id: z.array(z.string()).min(1), size: z.array(z.number().int().positive()).min(1) }),
})

export const dimensionSchema = dimension
export type Dimension = z.output<typeof dimension>
