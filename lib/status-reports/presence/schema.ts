import { z } from 'zod'

const path = z.string().min(1).max(200)

/** What an open form tells of itself: its tab, the field being written, and the versions it knows. */
export const presenceSchema = z.object({
  tab: z.uuid(),
  path: path.nullable(),
  seen: z.record(path, z.number().int().min(0)).refine((seen) => Object.keys(seen).length <= 500),
})

export const absenceSchema = z.object({ tab: z.uuid() })
