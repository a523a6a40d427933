import { z } from 'zod'
import { type Placed, projectField as project } from '@/lib/projects/schema'
import { statisticsServices } from '@/lib/statistics/model'

/** Where the person is: the project and the indicator. */
const place = { project, indicatorId: z.uuid() }

const named = { service: z.enum(statisticsServices), code: z.string().min(1).max(300) }
/** What of a statistic is chosen: `of/<dimension>`; what is left alone is not sent on. */
const chosen = 'of/'
const mostChoices = 40

/**
 * An indicator of Sotkanet, a table or a cube by its code, with what was chosen of it, or a series that has been added already
 * by its id.
 */
export const followSchema = z.union([
  z.object({ ...place, seriesId: z.uuid() }),
  z.looseObject({ ...place, ...named }).transform(({ project: at, indicatorId, service, code, ...sent }) => {
    const own = Object.entries(sent).flatMap(([name, value]) => {
      const told = typeof value === 'string' ? value.trim().slice(0, 300) : ''
      return name.startsWith(chosen) && told !== '' ? [[name.slice(chosen.length), told] as const] : []
    })
    return { project: at, indicatorId, service, code, choices: Object.fromEntries(own.slice(0, mostChoices)) }
  }),
])

/** The statistic whose options are asked for, from an address; an address that names none is of nothing that there is. */
export const optionsSchema = z.object({
  service: named.service.catch('sotkanet'),
  code: z.string().trim().max(300).catch(''),
})
type Each<T> = T extends { project: string } ? Placed<T> : never
export type Follow = Each<z.output<typeof followSchema>>

export const unfollowSchema = z.object({ ...place, seriesId: z.uuid() })
export type Unfollow = Placed<z.output<typeof unfollowSchema>>

/** Nobody takes a figure as the project's own without saying what for and why. */
const chosenRoles = ['comparison', 'actual'] as const

export const chooseSchema = z.object({
  ...place,
  seriesId: z.uuid(),
  /** Category and code with a space between: codes are text */
  area: z.string().regex(/^[A-ZÅÄÖ-]+ \S+$/, 'statistics.error.area'),
  time: z.string().min(1, 'statistics.error.time').max(40, 'statistics.error.time'),
  /** The other dimensions of the figure; empty where it has none */
  of: z.string().max(300).optional().default(''),
  role: z.enum(chosenRoles, { error: 'statistics.error.role' }),
  reason: z.string().trim().min(1, 'statistics.error.reason').max(2000, 'statistics.error.tooLong'),
})
export type Choose = Placed<z.output<typeof chooseSchema>>

export const withdrawSchema = z.object({ ...place, measurementId: z.uuid() })
export type Withdraw = Placed<z.output<typeof withdrawSchema>>
