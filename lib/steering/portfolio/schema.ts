import { z } from 'zod'
import { shownLights } from '@/lib/steering/lights/model'
import type { PortfolioFigures } from '@/lib/steering/portfolio/model'

/** Version of what is kept of a publication. Whoever changes the figures gives it a new number: they are then worked out anew. */
export const figuresFormat = 1

const sum = z.strictObject({ total: z.string().nullable(), lines: z.number(), unknown: z.number() })

const figures = z.strictObject({
  usesLights: z.boolean(),
  lights: z.record(z.enum(shownLights), z.number()),
  fulfilment: z.strictObject({
    reached: z.number(),
    cannotSay: z.number(),
    all: z.number(),
    notReached: z.number(),
    percent: z.string().nullable(),
  }),
  budget: sum,
  purchases: sum,
}) satisfies z.ZodType<PortfolioFigures>

/** Figures as they were kept; null when they are of another shape: they are then read from the publication itself. */
export function readFigures(kept: unknown): PortfolioFigures | null {
  return figures.safeParse(kept).data ?? null
}
