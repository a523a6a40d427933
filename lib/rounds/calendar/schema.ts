import { z } from 'zod'
import type { PeriodDays } from '@/lib/rounds/calendar/model'
import { checkOrder, dayFields, overlapsField } from '@/lib/rounds/schema'
import { isIsoDate } from '@/lib/values/calendar'

const project = z.string().max(100)
const seenDay = z.string().refine((text) => text === '' || isIsoDate(text))
const seenFields = {
  seenFrom: seenDay,
  seenTo: seenDay,
  seenOpensOn: seenDay,
  seenDueOn: seenDay,
  seenClosesOn: seenDay,
}

/** New days beside those the person saw, which decide whether somebody was faster. */
export const changePeriodSchema = z
  .object({
    project,
    period: z.string().max(20),
    periodId: z.uuid(),
    ...dayFields,
    ...seenFields,
    overlaps: overlapsField,
  })
  .check(checkOrder)
  .transform((form): PeriodChange & { project: string; period: string } => ({
    project: form.project,
    period: form.period,
    periodId: form.periodId,
    overlaps: form.overlaps,
    days: { from: form.from, to: form.to, opensOn: form.opensOn, dueOn: form.dueOn, closesOn: form.closesOn },
    seen: {
      from: form.seenFrom,
      to: form.seenTo,
      opensOn: form.seenOpensOn || null,
      dueOn: form.seenDueOn || null,
      closesOn: form.seenClosesOn || null,
    },
  }))
export type PeriodChange = { periodId: string; seen: PeriodDays; days: PeriodDays; overlaps?: boolean }

const firstYear = 2000
const lastYear = 2100

/** The year in the address of the preview; null when it is no year that a project could have. */
export function readYear(given: string | string[] | undefined): number | null {
  const text = [given ?? []].flat()[0]?.trim() ?? ''
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  return year >= firstYear && year <= lastYear ? year : null
}

export const quartersSchema = z.object({
  project,
  projectId: z.uuid(),
  year: z.coerce.number().int().min(firstYear).max(lastYear),
  /** What the person saw being made; see `planMark` */
  shown: z.string().max(1000),
})
export type YearOfQuarters = { projectId: string; year: number; shown: string }
