import { z } from 'zod'

const id = z.uuid()

/** Comma-separated, as a form sends check boxes; `only` is the button beside one unit. */
export const remindersSchema = z
  .object({
    project: z.string().max(100),
    period: z.string().max(20),
    periodId: id,
    /** The page to come back to */
    from: z.enum(['round', 'queue']),
    units: z.string().max(20_000).optional(),
    only: id.optional(),
  })
  .transform(({ units, only, ...rest }) => ({
    ...rest,
    unitIds: only ? [only] : (units ?? '').split(',').filter((text) => id.safeParse(text).success),
  }))
  .refine(({ unitIds }) => unitIds.length > 0, { path: ['units'], message: 'reviewQueue.unsent.nothingChosen' })
