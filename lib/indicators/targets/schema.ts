import { z } from 'zod'
import { targetOperators, targetRoles } from '@/lib/indicators/model'
import { type Placed, projectField as project, versionField as version } from '@/lib/projects/schema'
import { optionalDayField, optionalText } from '@/lib/values/form-fields'

const tooLong = 'indicators.error.tooLong'
const place = { project, indicatorId: z.uuid(), version }

/** A target: what is aimed at, as words or as a number, and for when. */
export const newTargetSchema = z.object({
  ...place,
  role: z.enum(targetRoles),
  operator: z.enum(targetOperators),
  limit: optionalText(500, tooLong),
  time: optionalText(100, tooLong),
  definition: optionalText(2000, tooLong),
  source: optionalText(1000, tooLong),
})
export type NewTarget = Placed<z.output<typeof newTargetSchema>>

/** The end of a target, with the day and why. It stays to be read. */
export const supersedeSchema = z.object({
  ...place,
  targetId: z.uuid(),
  on: optionalDayField('indicators.error.day'),
  reason: z.string().trim().min(1, 'indicators.error.reasonMissing').max(2000, tooLong),
})
export type Superseding = Placed<z.output<typeof supersedeSchema>>
