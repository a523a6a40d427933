import { z } from 'zod'
import { layoutReasons, type ReadForm } from '@/lib/status-reports/sheets/reading/model'

const cell = z.object({ at: z.string(), text: z.string() })
const texts = z.object({ value: z.string(), n: z.string(), time: z.string(), note: z.string() })
const cells = z.object({ value: cell, n: cell, time: cell, note: cell })

/** What is kept of a read form: its rows, or what is wrong with it. */
export const readFormSchema: z.ZodType<ReadForm> = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    rows: z.array(z.object({ at: z.string(), key: z.string(), original: texts, cells })),
  }),
  z.object({
    ok: z.literal(false),
    problems: z.array(z.object({ reason: z.enum(layoutReasons), at: z.string(), text: z.string() })),
  }),
])

const place = { project: z.string().max(100), period: z.string().max(40), id: z.uuid() }

/** `seen`: the mark of the changes that the person looked at. */
export const takeSheetSchema = z.object({ ...place, seen: z.string().max(100) })
export type TakeSheet = z.output<typeof takeSheetSchema>

export const removeSheetSchema = z.object(place)
export type RemoveSheet = z.output<typeof removeSheetSchema>
