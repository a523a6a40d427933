'use server'

import { action } from '@/lib/access/action'
import { indicatorAddress } from '@/lib/projects/addresses'
import { followedAddress, seriesAddress } from '@/lib/statistics/addresses'
import { chooseFigure, withdrawFigure } from '@/lib/statistics/choices/commands'
import { follow, unfollow } from '@/lib/statistics/following/commands'
import { chooseSchema, followSchema, unfollowSchema, withdrawSchema } from '@/lib/statistics/schema'

type Place = { project: string; indicatorId: string }

const toIndicator = (_done: unknown, { project, indicatorId }: Place) => followedAddress(project, indicatorId)

export const begin = action(followSchema, follow, ({ seriesId }, { project, indicatorId }: Place) =>
  seriesAddress(project, indicatorId, seriesId),
)
export const end = action(unfollowSchema, unfollow, toIndicator)
export const choose = action(
  chooseSchema,
  chooseFigure,
  ({ measurementId }, { project, indicatorId }: Place) =>
    `${indicatorAddress(project, indicatorId)}#value-${measurementId}`,
)
export const withdraw = action(withdrawSchema, withdrawFigure, toIndicator)
